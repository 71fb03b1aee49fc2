import type { Context, Hono } from 'hono';
import { ActError } from '../protocol/errors/index.ts';
import type { Clock } from '../protocol/ports.ts';
import { createApp } from './app.ts';
import { behindToken } from './bearer.ts';
import type { Logger } from './log.ts';

/** A clock that can be moved forward, and never back. */
export interface MovableClock {
  readonly clock: Clock;
  advance(seconds: number): void;
}

export function movableClock(real: Clock): MovableClock {
  let ahead = 0;
  return {
    clock: () => real() + ahead,
    advance(seconds) {
      if (!Number.isSafeInteger(seconds) || seconds < 1) throw new RangeError(`advance by ${seconds}`);
      ahead += seconds;
    },
  };
}

const YEAR_SECONDS = 366 * 86_400;

export interface ControlApp {
  readonly token: string;
  readonly time: MovableClock;
  readonly log: Logger;
  /** What is offered, by the names of spec/15-conformance.md, 15.3. */
  readonly features: readonly string[];
  /** What is due by the clock; done after it was moved. */
  tend(): Promise<void>;
}

/**
 * What the test control of every role has: nothing without the token, what it offers, and the clock. Roles add what is
 * theirs below /control/.
 */
export function createControlApp({ token, time, log, features, tend }: ControlApp): Hono {
  const app = createApp({ name: 'test-control', log, checks: [] });
  behindToken(app, ['/control/*', '/control'], token);
  app.get('/control', (c) => c.json({ now: time.clock(), features }));
  app.post('/control/clock', async (c) => {
    const { advance_seconds: seconds } = await controlBody(c);
    if (!Number.isSafeInteger(seconds) || Number(seconds) < 1 || Number(seconds) > YEAR_SECONDS)
      throw new ActError('schema_mismatch', { at: '/advance_seconds' });
    time.advance(Number(seconds));
    await tend();
    return c.json({ now: time.clock() });
  });
  return app;
}

/** @throws ActError json_syntax */
export async function controlBody(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) throw new ActError('json_syntax');
  return body as Readonly<Record<string, unknown>>;
}

/** @throws ActError schema_mismatch */
export function controlText(body: Readonly<Record<string, unknown>>, member: string): string {
  const value = body[member];
  if (typeof value !== 'string' || value === '') throw new ActError('schema_mismatch', { at: `/${member}` });
  return value;
}
