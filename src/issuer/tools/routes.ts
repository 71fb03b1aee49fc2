import type { Hono } from 'hono';
import { commandOf, readJson } from '../../http/index.ts';
import { validateCommandBody, validateToolRequestBody } from '../../protocol/generated/validators.js';
import type { Tools } from './service.ts';

export function addToolRoutes(app: Hono, tools: Tools): void {
  app.post('/tools', async (c) =>
    c.json(await tools.request(await readJson(c, validateToolRequestBody)), 202),
  );
  app.get('/tools/:tool_request_id', async (c) =>
    c.json(await tools.read(c.req.param('tool_request_id'), commandOf(c))),
  );
  app.post('/tools/:payment_tool_ref/revoke', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await tools.revoke(c.req.param('payment_tool_ref'), command));
  });
}
