import type { Hono } from 'hono';
import {
  addLimitControl,
  controlBody,
  controlText,
  createControlApp,
  type Logger,
  type MovableClock,
  type NarrowLimit,
} from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { changesOf, type Order, order, signedStatus } from '../credit/lifecycle.ts';
import type { CreditParts } from '../credit/ports.ts';
import { noticeChanges } from '../credit/watch.ts';
import { RegisterInTest } from './register.ts';

export interface CreditControlDeps {
  readonly token: string;
  readonly parts: CreditParts;
  /** The file that the service's sources read. */
  readonly register: string;
  readonly time: MovableClock;
  readonly log: Logger;
  /** Stands before the service's own. */
  readonly limit: NarrowLimit;
}

const FEATURES = ['clock', 'credit-orders', 'credit-changes', 'credit-sources', 'caller-limit'];
const ORDERS: readonly Order[] = ['suspend', 'resume', 'revoke', 'reassess'];

/**
 * The test-control contract of spec/15-conformance.md, 15.3, of a credit service: the clock, orders of the credit service
 * itself, what has changed a state, and what the service knows.
 */
export function createCreditControl({ token, parts, register, time, log, limit }: CreditControlDeps): Hono {
  const inTest = new RegisterInTest(register);
  const tend = async (): Promise<void> => {
    await noticeChanges(parts);
  };
  const app = createControlApp({ token, time, log, features: FEATURES, tend });
  app.post('/control/credit/credentials/:credential_id/:what', async (c) => {
    const { credential_id: id, what: asked } = c.req.param();
    const what = ORDERS.find((one) => one === asked);
    if (what === undefined) throw new ActError('not_found');
    const body = await controlBody(c);
    const reason = body.reason === undefined ? undefined : controlText(body, 'reason');
    const concluded = await order(parts, id, what, await commandOf(parts, what, id, reason));
    const status = await signedStatus(parts, id);
    return c.json(
      concluded?.outcome === 'changed'
        ? { status, replacement: concluded.replacement.credentialId }
        : { status },
    );
  });
  app.get('/control/credit/credentials/:credential_id/changes', async (c) =>
    c.json({ changes: await changesOf(parts, c.req.param('credential_id')) }),
  );
  app.post('/control/credit/sources', async (c) => {
    await inTest.become(await controlBody(c));
    return c.json({});
  });
  addLimitControl(app, limit);
  app.post('/control/credit/notice', async (c) => c.json({ noticed: await noticeChanges(parts) }));
  return app;
}

/** The credit service's own signed order: it goes the way of every other. */
function commandOf(
  { id, random, clock, signer }: CreditParts,
  what: Order,
  target: string,
  reason: string | undefined,
): Promise<string> {
  return signMessage(
    'command',
    {
      ...{ iss: id, aud: id, jti: newId(random, 'cmd'), iat: clock() },
      action: `credit.${what}`,
      target,
      ...(reason === undefined ? {} : { params: { reason } }),
    },
    signer,
  );
}
