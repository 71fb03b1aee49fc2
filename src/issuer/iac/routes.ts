import type { Hono } from 'hono';
import { commandOf, readJson } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import {
  validateCommandBody,
  validateDelegationBody,
  validateMandateRequestBody,
} from '../../protocol/generated/validators.js';
import type { Iac } from './service.ts';
import { STATUS_LIST_TTL_SECONDS } from './status-list.ts';

const ACTIONS = [
  ['suspend', 'mandate.suspend'],
  ['resume', 'mandate.resume'],
  ['revoke', 'mandate.revoke'],
] as const;

const LIST_NUMBER = /^[1-9][0-9]{0,8}$/;

export function addMandateRoutes(app: Hono, iac: Iac): void {
  app.post('/mandates', async (c) =>
    c.json(await iac.request(await readJson(c, validateMandateRequestBody)), 202),
  );
  app.get('/mandates/:delegation_id', async (c) =>
    c.json(await iac.read(c.req.param('delegation_id'), commandOf(c))),
  );
  app.get('/mandates/:delegation_id/records', async (c) =>
    c.json(await iac.records(c.req.param('delegation_id'), commandOf(c))),
  );
  app.post('/mandates/:delegation_id/delegations', async (c) => {
    const body = await readJson(c, validateDelegationBody);
    return c.json(await iac.delegate(c.req.param('delegation_id'), body), 201);
  });
  for (const [path, action] of ACTIONS) {
    app.post(`/mandates/:delegation_id/${path}`, async (c) => {
      const { command } = await readJson(c, validateCommandBody);
      return c.json(await iac.change(action, c.req.param('delegation_id'), command));
    });
  }
  app.get('/status-lists/:number', async (c) => {
    const number = c.req.param('number');
    if (!LIST_NUMBER.test(number)) throw new ActError('not_found');
    const compact = await iac.statusList(Number(number));
    return c.body(compact, 200, {
      'Content-Type': 'application/statuslist+jwt',
      'Cache-Control': `public, max-age=${STATUS_LIST_TTL_SECONDS}`,
    });
  });
}
