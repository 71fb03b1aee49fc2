import type { Hono } from 'hono';
import { commandOf, readJson } from '../../http/index.ts';
import type { ConfirmationCodeAnswer } from '../../protocol/generated/types.ts';
import { validateCommandBody, validateConfirmationBody } from '../../protocol/generated/validators.js';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import type { ConfirmationService } from './service.ts';

export function addConfirmationRoutes(app: Hono, confirmations: ConfirmationService): void {
  app.get('/devices/:device_id/confirmations', async (c) => {
    const pending = await confirmations.inbox(c.req.param('device_id'), commandOf(c));
    return c.json({ pending });
  });
  app.post('/confirmations/:confirmation_id', async (c) => {
    const { confirmation, secret } = await readJson(c, validateConfirmationBody);
    const { confirmationId, outcome } = await confirmations.decide(
      c.req.param('confirmation_id'),
      confirmation,
      secret,
    );
    return c.json({ confirmation_id: confirmationId, status: outcome });
  });
  app.post('/confirmations/:confirmation_id/codes', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    const confirmationId = c.req.param('confirmation_id');
    const { codeId, method, expiresAt, code } = await confirmations.code(confirmationId, command);
    const answer: ConfirmationCodeAnswer = {
      confirmation_id: confirmationId,
      code_id: codeId,
      method,
      expires_at: formatUtcSeconds(expiresAt),
      ...(code === undefined ? {} : { code }),
    };
    return c.json(answer, 201);
  });
}
