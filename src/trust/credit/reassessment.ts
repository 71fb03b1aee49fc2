import { jwkThumbprint, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CreditAssociation, CreditCause } from '../../protocol/generated/types.ts';
import { canonicalText, type JsonValue } from '../../protocol/json/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { isRegistered, keep } from './applications.ts';
import { endOf, goodAssertion, mapped, signMapping } from './mapping.ts';
import type { CreditParts } from './ports.ts';
import { keyOf } from './senders.ts';
import { findState, lockOf, resume, revoke, stateNow, suspend } from './states.ts';
import { type Application, findApplication, findCredential } from './tables.ts';

/**
 * What makes an association be verified again, and a reassessment of what it says.
 *
 * @see TSD-CRD-ASC-40, TSD-CRD-LCM-04, TSD-CRD-LCM-22
 */
export const TRIGGERS = [
  'EVIDENCE_ROTATED',
  'CONTROL_CHANGED',
  'KEY_COMPROMISE_SUSPECTED',
  'OPERATOR_CHANGED',
  'SUBJECT_IRREGULAR',
  'PERIOD_REACHED',
  'REASSESSMENT',
] as const satisfies readonly CreditCause[];
export type Trigger = (typeof TRIGGERS)[number];

export const isTrigger = (cause: string): cause is Trigger => TRIGGERS.some((one) => one === cause);

/**
 * Suspends a credential to look at it again.
 *
 * @throws ActError credit_transition_illegal
 * @see TSD-CRD-LCM-25
 */
export async function reassess(parts: CreditParts, credentialId: string, cause: Trigger): Promise<void> {
  const now = parts.clock();
  await parts.store.transact(async (tx) => {
    await tx.lock(lockOf(credentialId));
    await suspend(tx, credentialId, { cause, actor: 'service', now }, true);
  });
}

/** What came of looking again. `replacement` waits for the subject's confirmation. */
export type Conclusion =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'revoked' }
  | { readonly outcome: 'changed'; readonly replacement: Application };

/**
 * Verifies the association again and maps anew. What has not changed comes back; what does not hold any more is revoked;
 * what changed stays suspended until a new credential has taken its place.
 *
 * @throws ActError credit_transition_illegal when it is not being looked at, credit_predecessor_invalid when it was
 *   replaced meanwhile; credit_assertion_unavailable and credit_inconclusive when it cannot be told: then it stays as it is
 * @see TSD-CRD-ASC-41, TSD-CRD-ASC-42, TSD-CRD-LCM-01, TSD-CRD-LCM-22, TSD-CRD-LCM-24
 */
export async function conclude(parts: CreditParts, credentialId: string): Promise<Conclusion> {
  const now = parts.clock();
  const application = await findApplication(parts.store.read, credentialId);
  const held = await findState(parts.store.read, credentialId);
  if (application === undefined || held === undefined) throw new ActError('credit_credential_not_found');
  if (!held.review || stateNow(held, now) !== 'SUSPENDED') {
    throw new ActError('credit_transition_illegal', { from: stateNow(held, now), to: 'ACTIVE' });
  }
  if (!(await stillHolds(parts, application, now))) {
    await parts.store.transact(async (tx) => {
      await tx.lock(lockOf(credentialId));
      await revoke(tx, credentialId, { cause: 'REVERIFICATION_FAILED', actor: 'service', now });
    });
    return { outcome: 'revoked' };
  }
  const { association } = application;
  const again = await mapped(parts, association);
  if (textOf(again) !== textOf(association) || (await signedByFormerKey(parts, application))) {
    return { outcome: 'changed', replacement: await replacementOf(parts, application, again) };
  }
  await parts.store.transact(async (tx) => {
    await tx.lock(lockOf(credentialId));
    const change = { cause: 'CONFIRMED_UNCHANGED', actor: 'service', now } as const;
    await resume(tx, credentialId, change, now + parts.reverifySeconds);
  });
  return { outcome: 'unchanged' };
}

const textOf = (association: CreditAssociation): string => canonicalText(association as unknown as JsonValue);

/** A key that the subject has replaced no longer speaks for it, whatever it signed. */
async function signedByFormerKey(parts: CreditParts, application: Application): Promise<boolean> {
  const credential = await findCredential(parts.store.read, application.credentialId);
  if (credential?.subject_key === undefined) return false;
  const key = await keyOf(parts, application.association.subject_id);
  return (await jwkThumbprint(publicJwkFrom(credential.subject_key))) !== (await jwkThumbprint(key));
}

async function stillHolds(parts: CreditParts, application: Application, now: number): Promise<boolean> {
  const { subject_id, agent_id, role, relationship_evidence, subject_assertion_ref } =
    application.association;
  if ((await parts.sources.subjectKey(subject_id)) === undefined) return false;
  if (!(await isRegistered(parts, application, now))) return false;
  const claim = { subject: subject_id, agent: agent_id, role, evidence: relationship_evidence };
  if (!(await parts.sources.evidenced(claim))) return false;
  try {
    await goodAssertion(parts, subject_assertion_ref, subject_id, now);
    return true;
  } catch (error) {
    if (error instanceof ActError && error.code === 'credit_assertion_invalid') return false;
    throw error;
  }
}

/** A new credential over what is true now, which the subject has to confirm like the first one. */
async function replacementOf(
  parts: CreditParts,
  former: Application,
  again: CreditAssociation,
): Promise<Application> {
  const now = parts.clock();
  const association: CreditAssociation = {
    ...again,
    application_id: newId(parts.random, 'app'),
    nonce: newId(parts.random, 'rea'),
    valid_from: formatUtcSeconds(now),
    valid_until: formatUtcSeconds(endOf(again)),
  };
  const application: Application = {
    credentialId: newId(parts.random, 'crd'),
    association,
    agentAttestation: former.agentAttestation,
    mapping: await signMapping(parts, association),
    predecessor: former.credentialId,
    appliedAt: now,
  };
  await keep(parts, application);
  return application;
}
