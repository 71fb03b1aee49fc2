import type { Hono } from 'hono';
import { ActError } from '../protocol/errors/index.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { controlBody } from './test-control.ts';

/** A limit that a test makes narrower while a server runs. */
export interface NarrowLimit {
  /** How often each caller may ask at once, and once a second after that; 0: as the server has it. */
  to(requests: number): void;
  /** The server's own, with the narrower one before it. */
  before(real?: RateLimit): RateLimit;
}

export function createNarrowLimit(): NarrowLimit {
  let limit: RateLimit | undefined;
  return {
    to(requests) {
      limit = requests === 0 ? undefined : createRateLimit({ perSecond: 1, burst: requests });
    },
    before: (real) => ({
      take(caller) {
        limit?.take(caller);
        real?.take(caller);
      },
    }),
  };
}

const MAX_REQUESTS = 1_000;

/** POST /control/caller-limit of spec/15-conformance.md, 15.3. */
export function addLimitControl(app: Hono, { to }: Pick<NarrowLimit, 'to'>): void {
  app.post('/control/caller-limit', async (c) => {
    const { requests } = await controlBody(c);
    if (!Number.isSafeInteger(requests) || Number(requests) < 0 || Number(requests) > MAX_REQUESTS)
      throw new ActError('schema_mismatch', { at: '/requests' });
    to(Number(requests));
    return c.json({ requests });
  });
}
