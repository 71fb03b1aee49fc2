import { ActError } from '../../protocol/errors/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand } from '../../store/index.ts';
import type { CreditParts } from './ports.ts';
import { readOfSubject, readSent } from './senders.ts';
import { activeAgents, findAuthorization, keepAuthorization, keepRevocation } from './tables.ts';

/** Whoever answers under an authorisation, and whoever revokes it, wait for each other. */
export const lockOfAuthorization = (id: string): string => `credit authorization ${id}`;

/**
 * Takes an authorisation of a subject, for agents that it has an ACTIVE credential for.
 *
 * @throws ActError credit_subject_unverified, credit_request_*, credit_credential_not_active, command_duplicate
 * @see TSD-CRD-AUTH-01, TSD-CRD-AUTH-02, TSD-CRD-AUTH-16
 */
export async function authorize(parts: CreditParts, compact: string): Promise<string> {
  const { claims } = await readOfSubject(parts, 'creditAuthorization', compact);
  const now = parts.clock();
  const [from, until] = [parseUtcSeconds(claims.valid_from), parseUtcSeconds(claims.valid_until)];
  if (from >= until || now >= until) throw new ActError('credit_request_invalid', { rule: 'valid_until' });
  const active = await activeAgents(parts.store.read, claims.iss, now);
  if (!claims.agent_ids.every((agent) => active.has(agent))) {
    throw new ActError('credit_credential_not_active', { rule: 'authorization' });
  }
  const kept = await parts.store.transact((tx) => keepAuthorization(tx, claims, compact, now));
  if (!kept) throw new ActError('command_duplicate');
  return claims.jti;
}

/**
 * Revokes an authorisation. From the commit on nothing passes under it.
 *
 * @throws ActError credit_authorization_unknown, command_*
 * @see TSD-CRD-AUTH-14, TSD-CRD-AUTH-21
 */
export async function revokeAuthorization(parts: CreditParts, id: string, command: string): Promise<void> {
  const claims = await findAuthorization(parts.store.read, id);
  if (claims === undefined) throw new ActError('credit_authorization_unknown');
  const about = { action: 'credit_authorization.revoke', target: id } as const;
  const { actor, use } = await readSent(parts, command, claims.iss, about);
  if (actor !== 'subject') throw new ActError('command_not_permitted');
  await parts.store.transact(async (tx) => {
    await tx.lock(lockOfAuthorization(id));
    await consumeCommand(tx, use);
    await keepRevocation(tx, id, use.now);
  });
}
