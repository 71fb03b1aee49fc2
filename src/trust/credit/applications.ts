import {
  CREDIT_CREDENTIAL_VERSION,
  signCredential,
  verifyInnerSignature,
} from '../../protocol/credit/index.ts';
import { digestOfObject, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  CreditApplicationBody,
  CreditApplicationClaims,
  CreditAssociation,
  CreditConfirmationBody,
  CreditCredential,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { type CommandUse, consumeCommand } from '../../store/index.ts';
import { verifyAttestation, verifyCommand } from '../../verifier/index.ts';
import { assertMapped, endOf, goodAssertion, mapped, signMapping } from './mapping.ts';
import type { CreditParts } from './ports.ts';
import { keyOf, readOfSubject, readSent } from './senders.ts';
import { activate, beginState, endForGood, findState, lockOf, revoke, stateNow } from './states.ts';
import {
  type Application,
  findApplication,
  findCredential,
  isFollowed,
  keepApplication,
  keepCredential,
} from './tables.ts';

/** Roles that reach as far as the agent's own key. @see TSD-CRD-ASC-05, OA-CRD-12 */
const CONTROLLING: readonly CreditApplicationClaims['role'][] = ['OPERATOR', 'CONTROLLER'];

/**
 * Takes an application: who the subject is, who the agent is, what there is between them, and what its credit comes to
 * for this agent. What the subject is to confirm is fixed here.
 *
 * @throws ActError credit_subject_unverified, credit_request_*, credit_agent_not_registered, credit_control_unproven,
 *   credit_evidence_invalid, credit_assertion_*, credit_mapping_inconsistent, credit_predecessor_invalid,
 *   credit_application_duplicate
 * @see TSD-CRD-ASC-01, TSD-CRD-ASC-02, TSD-CRD-ASC-04, TSD-CRD-ASC-39, TSD-CRD-MAP-01, TSD-CRD-MAP-02, OA-CRD-14
 */
export async function apply(parts: CreditParts, body: CreditApplicationBody): Promise<Application> {
  const now = parts.clock();
  const { claims, digest } = await readOfSubject(parts, 'creditApplication', body.application);
  await verifyRelationship(parts, claims, { body, digest, now });
  const { validUntil } = await goodAssertion(parts, claims.subject_assertion_ref, claims.iss, now);
  const end = Math.min(parseUtcSeconds(claims.valid_until), validUntil);
  if (end <= now) throw new ActError('credit_request_invalid', { rule: 'valid_until' });
  const association = await mapped(parts, confirmableOf(parts, claims, { now, end }));
  const application: Application = {
    credentialId: newId(parts.random, 'crd'),
    association,
    agentAttestation: body.agent_attestation,
    mapping: await signMapping(parts, association),
    predecessor: claims.predecessor,
    appliedAt: now,
  };
  await keep(parts, application);
  return application;
}

/** Keeps an application as PENDING until its own end. Also for one that the service makes after a reassessment. */
export async function keep(parts: CreditParts, application: Application): Promise<void> {
  const { credentialId, association, predecessor, appliedAt: now } = application;
  const endsAt = Math.min(now + parts.applicationSeconds, endOf(association));
  await parts.store.transact(async (tx) => {
    await tx.lock(...namesOf(application));
    if (predecessor !== undefined) await assertFollows(tx, predecessor, association);
    if (!(await keepApplication(tx, application))) throw new ActError('credit_application_duplicate');
    await beginState(tx, credentialId, { now, endsAt, actor: 'subject' });
  });
}

const namesOf = ({ credentialId, predecessor }: Application): string[] =>
  [credentialId, ...(predecessor === undefined ? [] : [predecessor])].map(lockOf);

/**
 * A credential follows one of the same subject and agent, never an application that nobody has confirmed, also not one
 * that is over, and never one that another has followed: whoever holds the lock of the predecessor is alone with that.
 *
 * @throws ActError credit_predecessor_invalid
 * @see TSD-CRD-ASC-33, TSD-CRD-ASC-42, TSD-CRD-LCM-28, OA-CRD-16, OA-CRD-24
 */
async function assertFollows(
  tx: Parameters<typeof findApplication>[0],
  predecessor: string,
  association: CreditAssociation,
): Promise<void> {
  const { subject_id, agent_id } = association;
  const former = (await findApplication(tx, predecessor))?.association;
  const state = (await findState(tx, predecessor))?.state;
  const issued = (await findCredential(tx, predecessor)) !== undefined;
  const same = former?.subject_id === subject_id && former.agent_id === agent_id;
  const follows = same && issued && state !== 'PENDING';
  if (!follows) throw new ActError('credit_predecessor_invalid');
  if (await isFollowed(tx, predecessor, association)) {
    throw new ActError('credit_predecessor_invalid', { rule: 'followed' });
  }
}

function confirmableOf(
  parts: CreditParts,
  claims: CreditApplicationClaims,
  { now, end }: { readonly now: number; readonly end: number },
) {
  const { agent_id, role, relationship_evidence, statement, confirmation_method } = claims;
  const { authorization_modes, revocation_method } = claims;
  return {
    application_id: newId(parts.random, 'app'),
    nonce: claims.jti,
    ...{ agent_id, subject_id: claims.iss, role, issuer: parts.id, relationship_evidence, statement },
    ...{ confirmation_method, authorization_modes, revocation_method },
    subject_assertion_ref: claims.subject_assertion_ref,
    purposes: claims.purposes,
    scope: claims.scope,
    valid_from: formatUtcSeconds(now),
    valid_until: formatUtcSeconds(end),
  };
}

interface Shown {
  readonly body: CreditApplicationBody;
  readonly digest: string;
  readonly now: number;
}

/**
 * Agent, control and evidence, before anything is confirmed.
 *
 * @see TSD-CRD-ASC-02, TSD-CRD-ASC-03, TSD-CRD-ASC-05, TSD-CRD-ASC-06, TSD-CRD-ASC-07
 */
async function verifyRelationship(
  parts: CreditParts,
  claims: CreditApplicationClaims,
  { body, digest, now }: Shown,
): Promise<void> {
  const trustList = await parts.trustList(now);
  const attested = await verifyAttestation(body.agent_attestation, { trustList, now });
  if (attested.verdict === 'refused' || attested.facts.claims.sub !== claims.agent_id) {
    throw new ActError('credit_agent_not_registered');
  }
  if (CONTROLLING.includes(claims.role)) {
    const { cnf } = attested.facts.claims;
    await assertControl(parts, body.control_proof, { subject: claims.iss, digest, now, jwk: cnf.jwk });
  }
  await assertEvidenced(parts, claims.iss, claims);
}

/** @throws ActError credit_evidence_invalid */
async function assertEvidenced(
  parts: CreditParts,
  subject: string,
  about: Pick<CreditAssociation, 'agent_id' | 'role' | 'relationship_evidence'>,
): Promise<void> {
  const { agent_id: agent, role, relationship_evidence: evidence } = about;
  if (!(await parts.sources.evidenced({ subject, agent, role, evidence }))) {
    throw new ActError('credit_evidence_invalid');
  }
}

/** @throws ActError credit_control_unproven */
async function assertControl(
  parts: CreditParts,
  proof: string | undefined,
  about: { readonly subject: string; readonly digest: string; readonly now: number; readonly jwk: unknown },
): Promise<void> {
  if (proof === undefined) throw new ActError('credit_control_unproven');
  const context = {
    now: about.now,
    audience: parts.id,
    action: 'credit.control',
    target: about.subject,
  } as const;
  const judged = await verifyCommand(proof, context, { publicJwk: publicJwkFrom(about.jwk) });
  const same = judged.verdict === 'accepted' && judged.facts.claims.params?.digest === about.digest;
  if (!same) throw new ActError('credit_control_unproven');
}

/**
 * Confirms and issues: exactly what was fixed, in the way that the subject chose, and never anything else. The
 * replacement takes effect and what it replaces is revoked in one transaction.
 *
 * @throws ActError credit_credential_not_found, credit_confirmation_invalid, credit_transition_illegal,
 *   credit_evidence_invalid, credit_mapping_inconsistent, credit_predecessor_invalid, credit_assertion_*
 * @see TSD-CRD-ASC-08, TSD-CRD-ASC-10, TSD-CRD-ASC-34, TSD-CRD-ASC-35, TSD-CRD-ASC-39, TSD-CRD-LCM-11, TSD-CRD-LCM-23,
 *   TSD-CRD-ASC-44, TSD-CRD-ASC-45, OA-CRD-24
 */
export async function confirm(
  parts: CreditParts,
  credentialId: string,
  body: CreditConfirmationBody,
): Promise<CreditCredential> {
  const now = parts.clock();
  const application = await findApplication(parts.store.read, credentialId);
  const held = await findState(parts.store.read, credentialId);
  if (application === undefined || held === undefined) throw new ActError('credit_credential_not_found');
  if (stateNow(held, now) !== 'PENDING') {
    throw new ActError('credit_transition_illegal', { from: stateNow(held, now), to: 'ACTIVE' });
  }
  const { association, mapping, predecessor } = application;
  const confirmed = await confirmationIn(parts, credentialId, association, body);
  assertMapped(mapping, association, now);
  // Evidence may have been withdrawn while the application waited.
  await assertEvidenced(parts, association.subject_id, association);
  await goodAssertion(parts, association.subject_assertion_ref, association.subject_id, now);
  const credential = await signCredential(
    {
      credential_id: credentialId,
      version: CREDIT_CREDENTIAL_VERSION,
      association,
      ...confirmed.inner,
      issued_at: formatUtcSeconds(now),
      status_query: { uri: `${parts.baseUrl}/credit/credentials/${credentialId}/status` },
      ...(predecessor === undefined ? {} : { predecessor }),
    },
    parts.signer,
  );
  const term = { endsAt: endOf(association), reverifyAt: now + parts.reverifySeconds };
  await parts.store.transact(async (tx) => {
    await tx.lock(...namesOf(application));
    if (confirmed.use !== undefined) await consumeCommand(tx, confirmed.use);
    await activate(tx, credentialId, term, now);
    // Several may have waited to take one place.
    if (predecessor !== undefined) await assertFollows(tx, predecessor, association);
    await keepCredential(tx, credential, now);
    if (predecessor !== undefined) await replace(tx, predecessor, now);
  });
  return credential;
}

/** What is over already stays as it ended, whatever a clock shows later. @see TSD-CRD-LCM-15, TSD-CRD-LCM-23 */
async function replace(tx: Parameters<typeof revoke>[0], predecessor: string, now: number): Promise<void> {
  const former = await findState(tx, predecessor);
  if (former === undefined) return;
  if (!['ACTIVE', 'SUSPENDED'].includes(stateNow(former, now))) return endForGood(tx, former, now);
  await revoke(tx, predecessor, { cause: 'REPLACED', actor: 'service', now });
}

interface Confirmed {
  readonly inner: Pick<CreditCredential, 'subject_key' | 'subject_signature'>;
  readonly use: CommandUse | undefined;
}

async function confirmationIn(
  parts: CreditParts,
  credentialId: string,
  association: CreditAssociation,
  { subject_signature, command }: CreditConfirmationBody,
): Promise<Confirmed> {
  if (association.confirmation_method === 'DIRECT_SIGNATURE') {
    if (subject_signature === undefined) throw new ActError('credit_confirmation_invalid', { rule: 'way' });
    const inner = { subject_key: { ...(await keyOf(parts, association.subject_id)) }, subject_signature };
    const holds = await verifyInnerSignature({ association, ...inner } as CreditCredential);
    if (!holds) throw new ActError('credit_confirmation_invalid', { rule: 'subject_signature' });
    parts.callerLimit?.take(association.subject_id);
    return { inner, use: undefined };
  }
  if (command === undefined) throw new ActError('credit_confirmation_invalid', { rule: 'way' });
  const about = { action: 'credit.confirm', target: credentialId } as const;
  const sent = await readSent(parts, command, association.subject_id, about);
  const digest = await digestOfObject(association as unknown as JsonValue);
  if (sent.actor !== 'subject' || sent.digest !== digest) {
    throw new ActError('credit_confirmation_invalid', { rule: 'digest' });
  }
  return { inner: {}, use: sent.use };
}

/** Who the agent is by the statement that came with its application; undefined when it does not hold now. */
export async function isRegistered(
  parts: CreditParts,
  application: Application,
  now: number,
): Promise<boolean> {
  const trustList = await parts.trustList(now);
  const judged = await verifyAttestation(application.agentAttestation, { trustList, now });
  return judged.verdict === 'accepted' && judged.facts.claims.sub === application.association.agent_id;
}
