import type { Hono } from 'hono';
import { commandOf, readJson } from '../../http/index.ts';
import { validateConfirmationBody } from '../../protocol/generated/validators.js';
import type { ConfirmationService } from './service.ts';

export function addConfirmationRoutes(app: Hono, confirmations: ConfirmationService): void {
  app.get('/devices/:device_id/confirmations', async (c) => {
    const pending = await confirmations.inbox(c.req.param('device_id'), commandOf(c));
    return c.json({ pending });
  });
  app.post('/confirmations/:confirmation_id', async (c) => {
    const { confirmation } = await readJson(c, validateConfirmationBody);
    const { confirmationId, outcome } = await confirmations.decide(
      c.req.param('confirmation_id'),
      confirmation,
    );
    return c.json({ confirmation_id: confirmationId, status: outcome });
  });
}
