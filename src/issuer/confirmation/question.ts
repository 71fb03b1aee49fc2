import { digestOfObject, type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Shown } from '../../protocol/generated/types.ts';
import { validateShown } from '../../protocol/generated/validators.js';
import { assertSchema } from '../../protocol/messages/index.ts';
import { newId, type Random } from '../../protocol/ports.ts';
import { beyondEveryWait, type Queries, type Row, type Transaction } from '../../store/index.ts';
import { asJson } from '../json.ts';

export type ConfirmationKind = Shown['kind'];

/** What a delegator is to be asked. */
export interface Question {
  readonly kind: ConfirmationKind;
  /** What hangs on the answer: a delegation_id, a tool_request_id or a payment_id. */
  readonly subjectId: string;
  readonly delegator: string;
  readonly shown: Shown;
  /** `source_isr_digest` of a mandate, digest of the limits of a tool binding, digest of a payment request. */
  readonly subjectDigest: string;
  readonly agentJkt: string;
  /** The key that `agentJkt` names: with it the agent reads how its request stands. */
  readonly agentJwk: PublicJwk;
  /** Unix seconds; not answered before this moment, it lapses. */
  readonly expiresAt: number;
}

/** A question with its identifier and the challenge that the answer has to sign. */
export interface PendingConfirmation extends Question {
  readonly confirmationId: string;
  readonly challenge: string;
}

/** A confirmation as it is kept. EXPIRED is never stored: it follows from the time. */
export interface StoredConfirmation extends PendingConfirmation {
  readonly state: 'PENDING' | 'APPROVED' | 'DENIED' | 'EXPIRED';
  readonly deviceId: string | undefined;
  /** The act-confirmation+jwt of the decision. */
  readonly evidence: string | undefined;
}

/** Questions that wait for one delegator at the same time. */
const PENDING_MAX_PER_DELEGATOR = 20;
/** Of them by one agent, so that none can keep all others out. */
const PENDING_MAX_PER_AGENT = 10;

/** Gives a question its identifier and challenge. @throws ActError schema_mismatch for `shown` */
export async function prepareQuestion(question: Question, random: Random): Promise<PendingConfirmation> {
  const shown = asJson(question.shown);
  assertSchema(validateShown, shown);
  const challenge = await digestOfObject({
    shown,
    subject_digest: question.subjectDigest,
    agent_jkt: question.agentJkt,
  });
  return { ...question, confirmationId: newId(random, 'cnf'), challenge };
}

/**
 * Puts a question into the delegator's inbox, inside the transaction that writes what hangs on it. Those that lapse later
 * than any can were asked while the clock was ahead: they may still be answered, and take nobody's room.
 *
 * @param lifetimeSeconds the longest that a question waits
 * @throws ActError too_many_requests when too many wait already: an inbox that cannot be read protects nobody
 */
export async function insertQuestion(
  tx: Transaction,
  pending: PendingConfirmation,
  { now, lifetimeSeconds }: { readonly now: number; readonly lifetimeSeconds: number },
): Promise<void> {
  await tx.lock(`inbox ${pending.delegator}`);
  const waiting = await tx.get(
    `SELECT COUNT(*) AS waiting, COUNT(CASE WHEN agent_jkt = $3 THEN 1 END) AS of_agent
     FROM confirmations WHERE delegator = $1 AND state = 'PENDING' AND expires_at > $2 AND expires_at <= $4`,
    [pending.delegator, now, pending.agentJkt, beyondEveryWait(now, lifetimeSeconds)],
  );
  if (Number(waiting?.of_agent) >= PENDING_MAX_PER_AGENT) {
    throw new ActError('too_many_requests', { of_agent: PENDING_MAX_PER_AGENT });
  }
  if (Number(waiting?.waiting) >= PENDING_MAX_PER_DELEGATOR) {
    throw new ActError('too_many_requests', { waiting: PENDING_MAX_PER_DELEGATOR });
  }
  await tx.run(
    `INSERT INTO confirmations (confirmation_id, kind, subject_id, delegator, shown, subject_digest, agent_jkt,
       agent_jwk, challenge, expires_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'PENDING')`,
    [
      pending.confirmationId,
      pending.kind,
      pending.subjectId,
      pending.delegator,
      JSON.stringify(pending.shown),
      pending.subjectDigest,
      pending.agentJkt,
      JSON.stringify(pending.agentJwk),
      pending.challenge,
      pending.expiresAt,
    ],
  );
}

/** The confirmation with this identifier, as it stands at `now`. */
export async function findConfirmation(
  queries: Queries,
  confirmationId: string,
  now: number,
): Promise<StoredConfirmation | undefined> {
  const row = await queries.get('SELECT * FROM confirmations WHERE confirmation_id = $1', [confirmationId]);
  return row === undefined ? undefined : confirmationOf(row, now);
}

/** The confirmation on which this subject hangs, as it stands at `now`; there is one for each. */
export async function findConfirmationFor(
  queries: Queries,
  kind: ConfirmationKind,
  subjectId: string,
  now: number,
): Promise<StoredConfirmation | undefined> {
  const row = await queries.get('SELECT * FROM confirmations WHERE kind = $1 AND subject_id = $2', [
    kind,
    subjectId,
  ]);
  return row === undefined ? undefined : confirmationOf(row, now);
}

/** What waits for this delegator at `now`, in the order in which it lapses. */
export async function inboxOf(
  queries: Queries,
  delegator: string,
  now: number,
): Promise<StoredConfirmation[]> {
  const rows = await queries.all(
    `SELECT * FROM confirmations WHERE delegator = $1 AND state = 'PENDING' AND expires_at > $2
     ORDER BY expires_at, confirmation_id`,
    [delegator, now],
  );
  return rows.map((row) => confirmationOf(row, now));
}

function confirmationOf(row: Row, now: number): StoredConfirmation {
  const expiresAt = Number(row.expires_at);
  const stored = row.state as 'PENDING' | 'APPROVED' | 'DENIED';
  return {
    confirmationId: String(row.confirmation_id),
    kind: row.kind as ConfirmationKind,
    subjectId: String(row.subject_id),
    delegator: String(row.delegator),
    shown: JSON.parse(String(row.shown)) as Shown,
    subjectDigest: String(row.subject_digest),
    agentJkt: String(row.agent_jkt),
    agentJwk: publicJwkFrom(JSON.parse(String(row.agent_jwk))),
    challenge: String(row.challenge),
    expiresAt,
    state: stored === 'PENDING' && now >= expiresAt ? 'EXPIRED' : stored,
    deviceId: typeof row.device_id === 'string' ? row.device_id : undefined,
    evidence: typeof row.evidence === 'string' ? row.evidence : undefined,
  };
}
