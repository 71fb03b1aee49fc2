import type { Context, Hono } from 'hono';
import { commandOf, readJson } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import {
  validateCommandBody,
  validateCreditApplicationBody,
  validateCreditAuthorizationBody,
  validateCreditConfirmationBody,
  validateCreditVerificationBody,
} from '../../protocol/generated/validators.js';
import { consumeCommand } from '../../store/index.ts';
import { apply, confirm } from './applications.ts';
import { authorize, revokeAuthorization } from './authorizations.ts';
import { knownApplication, type Order, order, signedStatus } from './lifecycle.ts';
import type { CreditParts } from './ports.ts';
import { questionsOf, recordOf } from './records.ts';
import { readSent } from './senders.ts';
import { type Application, findCredential } from './tables.ts';
import { answer } from './verification.ts';

const ORDERS: readonly Order[] = ['suspend', 'resume', 'revoke', 'reassess'];

/**
 * The credit service over HTTP. Whoever changes or reads what is theirs signs for it; the state of a credential is shown
 * to those who know its id. The answer to a confirmation is the credential, for the subject to keep for its agent.
 *
 * @see TSD-CRD-ASC-13, TSD-CRD-ASC, TSD-CRD-LCM, TSD-CRD-VER, TSD-CRD-AUTH
 */
export function addCreditRoutes(app: Hono, parts: CreditParts): void {
  addCredentialRoutes(app, parts);
  addAuthorizationRoutes(app, parts);
  addVerificationRoutes(app, parts);
}

/** From the application to the end: what the subject, and for risk the service, does with a credential. */
function addCredentialRoutes(app: Hono, parts: CreditParts): void {
  const issued = async (credentialId: string) => ({
    credential: await findCredential(parts.store.read, credentialId),
    status: await signedStatus(parts, credentialId),
  });

  app.post('/credit/applications', async (c) => {
    const body = await readJson(c, validateCreditApplicationBody);
    return c.json(draftOf(await apply(parts, body)), 201);
  });

  app.post('/credit/credentials/:credential_id/confirmation', async (c) => {
    const id = idIn(c);
    await confirm(parts, id, await readJson(c, validateCreditConfirmationBody));
    return c.json(await issued(id), 201);
  });

  app.get('/credit/credentials/:credential_id', async (c) => {
    const id = idIn(c);
    const application = await knownApplication(parts, id);
    const about = { action: 'credit.read', target: id } as const;
    const { use } = await readSent(parts, commandOf(c), application.association.subject_id, about);
    await parts.store.transact((tx) => consumeCommand(tx, use));
    const found = await issued(id);
    return c.json(found.credential === undefined ? draftOf(application) : found);
  });

  app.get('/credit/credentials/:credential_id/status', async (c) => {
    return c.json({ status: await signedStatus(parts, idIn(c)) });
  });

  for (const what of ORDERS) {
    app.post(`/credit/credentials/:credential_id/${what}`, async (c) => {
      const id = idIn(c);
      const { command } = await readJson(c, validateCommandBody);
      const concluded = await order(parts, id, what, command);
      const status = await signedStatus(parts, id);
      return c.json(
        concluded?.outcome === 'changed'
          ? { status, replacement: concluded.replacement.credentialId }
          : { status },
      );
    });
  }
}

/** What the subject lets relying parties ask, until it takes that back. */
function addAuthorizationRoutes(app: Hono, parts: CreditParts): void {
  app.post('/credit/authorizations', async (c) => {
    const { authorization } = await readJson(c, validateCreditAuthorizationBody);
    return c.json({ authorization_id: await authorize(parts, authorization) }, 201);
  });

  app.post('/credit/authorizations/:authorization_id/revoke', async (c) => {
    const id = c.req.param('authorization_id');
    const { command } = await readJson(c, validateCommandBody);
    await revokeAuthorization(parts, id, command);
    return c.json({ authorization_id: id });
  });
}

/** What relying parties ask, and what is kept of it for them and for the subject. */
function addVerificationRoutes(app: Hono, parts: CreditParts): void {
  app.post('/credit/verifications', async (c) => {
    const { request } = await readJson(c, validateCreditVerificationBody);
    return c.json({ answer: await answer(parts, request) });
  });

  app.get('/credit/verifications/:record_id', async (c) =>
    c.json(await recordOf(parts, c.req.param('record_id'), commandOf(c))),
  );

  app.get('/credit/subjects/:subject_id/questions', async (c) =>
    c.json({ questions: await questionsOf(parts, c.req.param('subject_id'), commandOf(c)) }),
  );
}

function idIn(c: Context): string {
  const id = c.req.param('credential_id');
  if (id === undefined) throw new ActError('credit_credential_not_found');
  return id;
}

const draftOf = ({ credentialId, association, mapping }: Application) => ({
  credential_id: credentialId,
  status: 'PENDING',
  association,
  mapping,
});
