import type { Hono } from 'hono';
import { commandOf, readJson } from '../../http/index.ts';
import {
  validateCommandBody,
  validateSubAccountKeyBody,
  validateSubAccountRequestBody,
} from '../../protocol/generated/validators.js';
import type { SubAccountService } from './service.ts';

export function addSubAccountRoutes(app: Hono, subAccounts: SubAccountService): void {
  app.post('/sub-accounts', async (c) =>
    c.json(await subAccounts.open(await readJson(c, validateSubAccountRequestBody)), 202),
  );
  app.get('/sub-accounts/:id', async (c) => c.json(await subAccounts.read(c.req.param('id'), commandOf(c))));
  app.post('/sub-accounts/:id/unfreeze', async (c) =>
    c.json(await subAccounts.unfreeze(c.req.param('id'), await readJson(c, validateSubAccountKeyBody))),
  );
  for (const action of ['fund', 'freeze', 'close'] as const) {
    app.post(`/sub-accounts/:id/${action}`, async (c) => {
      const { command } = await readJson(c, validateCommandBody);
      return c.json(await subAccounts[action](c.req.param('id'), command));
    });
  }
}
