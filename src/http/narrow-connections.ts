import type { Hono } from 'hono';
import { ActError } from '../protocol/errors/index.ts';
import type { ConnectionBounds } from './connections.ts';
import { controlBody } from './test-control.ts';

/** Bounds on connections that a test makes narrower while a server runs. */
export interface NarrowConnections {
  /** How many may be open at once; 0: as the server has it. */
  to(open: number): void;
  /** The server's own, or the narrower one. */
  before(real: () => ConnectionBounds): () => ConnectionBounds;
}

export function createNarrowConnections(): NarrowConnections {
  let most: number | undefined;
  return {
    to(open) {
      most = open === 0 ? undefined : open;
    },
    before: (real) => () => (most === undefined ? real() : { ...real(), inAll: most }),
  };
}

const MAX_CONNECTIONS = 1_000;

/** POST /control/connections of spec/15-conformance.md, 15.3. */
export function addConnectionControl(app: Hono, { to }: Pick<NarrowConnections, 'to'>): void {
  app.post('/control/connections', async (c) => {
    const { open } = await controlBody(c);
    if (!Number.isSafeInteger(open) || Number(open) < 0 || Number(open) > MAX_CONNECTIONS)
      throw new ActError('schema_mismatch', { at: '/open' });
    to(Number(open));
    return c.json({ open });
  });
}
