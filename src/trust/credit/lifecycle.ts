import { ActError } from '../../protocol/errors/index.ts';
import type { CreditAssociation, CreditState } from '../../protocol/generated/types.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand } from '../../store/index.ts';
import type { CreditParts } from './ports.ts';
import { type Conclusion, conclude, isTrigger } from './reassessment.ts';
import { readSent } from './senders.ts';
import { findState, heldNow, lockOf, resume, revoke, suspend } from './states.ts';
import { type Application, findApplication } from './tables.ts';
import { isFinal } from './transitions.ts';

const STATUS_SECONDS = 60;

/** @throws ActError credit_credential_not_found */
export async function knownApplication({ store }: CreditParts, credentialId: string): Promise<Application> {
  const application = await findApplication(store.read, credentialId);
  if (application === undefined) throw new ActError('credit_credential_not_found');
  return application;
}

/**
 * The state now, signed. Whoever was told of a credential can see here that it was revoked since.
 *
 * @throws ActError credit_credential_not_found
 * @see TSD-CRD-LCM-03, TSD-CRD-LCM-29
 */
export async function signedStatus(parts: CreditParts, credentialId: string): Promise<string> {
  const now = parts.clock();
  const held = await findState(parts.store.read, credentialId);
  if (held === undefined) throw new ActError('credit_credential_not_found');
  const { state: status, cause, version, effectiveAt, endsAt } = heldNow(held, now);
  return signMessage(
    'creditStatus',
    {
      iss: parts.id,
      iat: now,
      // What is so until its end is said to be so until then at most.
      exp: Math.min(now + STATUS_SECONDS, !isFinal(status) && endsAt > now ? endsAt : Infinity),
      credential_id: credentialId,
      ...{ status, cause, status_version: version },
      effective_at: formatUtcSeconds(effectiveAt),
    },
    parts.signer,
  );
}

export type Order = 'suspend' | 'resume' | 'revoke' | 'reassess';

/**
 * Carries out a signed order over the state of a credential: the subject's own, or the credit service's.
 *
 * @throws ActError command_*, credit_credential_not_found, credit_transition_illegal
 * @see TSD-CRD-LCM-19, TSD-CRD-LCM-20, TSD-CRD-LCM-21, TSD-CRD-LCM-26, TSD-CRD-LCM-27
 */
export async function order(
  parts: CreditParts,
  credentialId: string,
  what: Order,
  command: string,
): Promise<Conclusion | undefined> {
  const { association } = await knownApplication(parts, credentialId);
  const about = { action: `credit.${what}`, target: credentialId } as const;
  const { actor, use, reason = '' } = await readSent(parts, command, association.subject_id, about);
  const { now } = use;
  const bySubject = actor === 'subject';
  const forSubject = what === 'revoke' && !bySubject && reason === 'SUBJECT_REQUEST';
  if (forSubject) assertRevokedThere(association);
  if (what === 'reassess' && bySubject) throw new ActError('command_not_permitted');
  if (what === 'reassess' && !isTrigger(reason)) throw new ActError('schema_mismatch', { rule: 'reason' });
  const held = await findState(parts.store.read, credentialId);
  const isReviewed = held !== undefined && heldNow(held, now).review;
  const concludes = what === 'resume' && !bySubject && isReviewed;
  await parts.store.transact(async (tx) => {
    await tx.lock(lockOf(credentialId));
    await consumeCommand(tx, use);
    if (concludes) return;
    const cause = bySubject || forSubject ? 'SUBJECT_REQUEST' : 'RISK';
    if (what === 'suspend') await suspend(tx, credentialId, { cause, actor, now });
    if (what === 'revoke') await revoke(tx, credentialId, { cause, actor, now });
    if (what === 'resume') await resume(tx, credentialId, { cause: 'RESUMED', actor, now });
    if (isTrigger(reason) && what === 'reassess') {
      await suspend(tx, credentialId, { cause: reason, actor, now }, true);
    }
  });
  return concludes ? conclude(parts, credentialId) : undefined;
}

/**
 * The service says that a subject has asked it to revoke, of a subject that has confirmed to do so. The subject's own
 * command needs no leave.
 *
 * @throws ActError command_not_permitted
 * @see OA-CRD-22, TSD-CRD-LCM-26
 */
function assertRevokedThere({ revocation_method }: CreditAssociation): void {
  if (revocation_method !== 'SERVICE_REQUEST') throw new ActError('command_not_permitted');
}

interface StateChange {
  readonly from: CreditState | null;
  readonly to: CreditState;
  readonly cause: string;
  readonly actor: string;
  readonly at: number;
}

/** Every change of a state so far, oldest first: from, to, cause and who. An end by the time is one, written or not. */
export async function changesOf({ store, clock }: CreditParts, credentialId: string): Promise<StateChange[]> {
  const held = await findState(store.read, credentialId);
  if (held === undefined) return [];
  const written = await writtenChanges(store, credentialId);
  const { state: to, cause, effectiveAt: at } = heldNow(held, clock());
  return to === held.state ? written : [...written, { from: held.state, to, cause, actor: 'service', at }];
}

async function writtenChanges({ read }: CreditParts['store'], credentialId: string): Promise<StateChange[]> {
  const rows = await read.all(
    'SELECT * FROM credit_state_changes WHERE credential_id = $1 ORDER BY version',
    [credentialId],
  );
  return rows.map(({ from_state, to_state, cause, actor, changed_at }) => ({
    from: typeof from_state === 'string' ? (from_state as CreditState) : null,
    to: String(to_state) as CreditState,
    cause: String(cause),
    actor: String(actor),
    at: Number(changed_at),
  }));
}
