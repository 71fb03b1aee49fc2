import type { Hono } from 'hono';
import { createControlApp, type Logger, type MovableClock } from '../../http/index.ts';
import type { Store } from '../../store/index.ts';
import { lapseOrders } from '../stock.ts';

export interface TestControlDeps {
  readonly token: string;
  readonly store: Store;
  readonly time: MovableClock;
  readonly log: Logger;
}

/** The test-control contract of spec/15-conformance.md, 15.3, of a merchant: a clock that brings the end of quotes. */
export function createTestControl({ token, store, time, log }: TestControlDeps): Hono {
  const tend = async (): Promise<void> => {
    await lapseOrders(store, time.clock());
  };
  return createControlApp({ token, time, log, features: ['clock'], tend });
}
