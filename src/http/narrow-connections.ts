import type { Hono } from 'hono';
import { ActError } from '../protocol/errors/index.ts';
import type { ConnectionBounds } from './connections.ts';
import { controlBody } from './test-control.ts';

/** Bounds on connections that a test makes narrower while a server runs. */
export interface NarrowConnections {
  /** How many may be open at once, in all or from one network address; 0: as the server has it. */
  to(open: number, of?: keyof ConnectionBounds): void;
  /** The server's own, or the narrower one. */
  before(real: () => ConnectionBounds): () => ConnectionBounds;
}

export function createNarrowConnections(): NarrowConnections {
  let narrower: Partial<ConnectionBounds> = {};
  return {
    to(open, of = 'inAll') {
      narrower = open === 0 ? {} : { [of]: open };
    },
    before: (real) => () => ({ ...real(), ...narrower }),
  };
}

const MAX_CONNECTIONS = 1_000;

/** POST /control/connections of spec/15-conformance.md, 15.3. */
export function addConnectionControl(app: Hono, { to }: Pick<NarrowConnections, 'to'>): void {
  app.post('/control/connections', async (c) => {
    const { open, from_one_address = false } = await controlBody(c);
    if (typeof from_one_address !== 'boolean')
      throw new ActError('schema_mismatch', { at: '/from_one_address' });
    if (!Number.isSafeInteger(open) || Number(open) < 0 || Number(open) > MAX_CONNECTIONS)
      throw new ActError('schema_mismatch', { at: '/open' });
    to(Number(open), from_one_address ? 'perAddress' : 'inAll');
    return c.json({ open, from_one_address });
  });
}
