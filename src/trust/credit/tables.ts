import type {
  CreditAnswerClaims,
  CreditAssociation,
  CreditAuthorizationClaims,
  CreditCredential,
  CreditRequestClaims,
  MappingPolicy,
} from '../../protocol/generated/types.ts';
import { canonicalText, type JsonValue } from '../../protocol/json/index.ts';
import type { Queries, Row, Transaction } from '../../store/index.ts';

/** An application with what the subject is to confirm. */
export interface Application {
  readonly credentialId: string;
  readonly association: CreditAssociation;
  /** act-agent+jwt: who the agent is. */
  readonly agentAttestation: string;
  /** act-credit-mapping+jwt */
  readonly mapping: string;
  readonly predecessor: string | undefined;
  readonly appliedAt: number;
}

/** @returns false when this subject has used the nonce before */
export async function keepApplication(tx: Transaction, application: Application): Promise<boolean> {
  const { credentialId, association, agentAttestation, mapping, predecessor = null, appliedAt } = application;
  const { application_id, subject_id, agent_id, nonce } = association;
  const { changes } = await tx.run(
    `INSERT INTO credit_applications (credential_id, application_id, subject_id, agent_id, nonce, association,
       agent_attestation, mapping, predecessor, applied_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (subject_id, nonce) DO NOTHING`,
    [
      ...[credentialId, application_id, subject_id, agent_id, nonce, textOf(association)],
      ...[agentAttestation, mapping, predecessor, appliedAt],
    ],
  );
  return changes === 1;
}

export async function findApplication(queries: Queries, id: string): Promise<Application | undefined> {
  const row = await queries.get('SELECT * FROM credit_applications WHERE credential_id = $1', [id]);
  return row && applicationIn(row);
}

function applicationIn(row: Row): Application {
  return {
    credentialId: String(row.credential_id),
    association: JSON.parse(String(row.association)) as CreditAssociation,
    agentAttestation: String(row.agent_attestation),
    mapping: String(row.mapping),
    predecessor: typeof row.predecessor === 'string' ? row.predecessor : undefined,
    appliedAt: Number(row.applied_at),
  };
}

/** What was issued stays as it is for ever. @see TSD-CRD-LCM-01 */
export async function keepCredential(
  tx: Transaction,
  credential: CreditCredential,
  now: number,
): Promise<void> {
  await tx.run('INSERT INTO credit_credentials (credential_id, body, issued_at) VALUES ($1, $2, $3)', [
    credential.credential_id,
    textOf(credential),
    now,
  ]);
}

export async function findCredential(queries: Queries, id: string): Promise<CreditCredential | undefined> {
  const row = await queries.get('SELECT body FROM credit_credentials WHERE credential_id = $1', [id]);
  return row && (JSON.parse(String(row.body)) as CreditCredential);
}

/** Whether a credential that was issued names this one as its former one. @see OA-CRD-24 */
export async function isFollowed(
  queries: Queries,
  predecessor: string,
  { subject_id, agent_id }: Pick<CreditAssociation, 'subject_id' | 'agent_id'>,
): Promise<boolean> {
  const row = await queries.get(
    `SELECT c.credential_id FROM credit_applications a JOIN credit_credentials c ON c.credential_id = a.credential_id
     WHERE a.subject_id = $1 AND a.agent_id = $2 AND a.predecessor = $3 LIMIT 1`,
    [subject_id, agent_id, predecessor],
  );
  return row !== undefined;
}

/** Agents that a subject has an ACTIVE credential for. */
export async function activeAgents(queries: Queries, subject: string, now: number): Promise<Set<string>> {
  const rows = await queries.all(
    `SELECT a.agent_id FROM credit_applications a JOIN credit_states s ON s.credential_id = a.credential_id
     WHERE a.subject_id = $1 AND s.state = 'ACTIVE' AND s.ends_at > $2`,
    [subject, now],
  );
  return new Set(rows.map(({ agent_id }) => String(agent_id)));
}

/** @returns false when there is an authorisation of this id */
export async function keepAuthorization(
  tx: Transaction,
  claims: CreditAuthorizationClaims,
  compact: string,
  now: number,
): Promise<boolean> {
  const { changes } = await tx.run(
    `INSERT INTO credit_authorizations (authorization_id, subject_id, request_id, claims, compact, given_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (authorization_id) DO NOTHING`,
    [claims.jti, claims.iss, claims.request_id ?? null, textOf(claims), compact, now],
  );
  return changes === 1;
}

export async function findAuthorization(
  queries: Queries,
  id: string,
): Promise<CreditAuthorizationClaims | undefined> {
  const row = await queries.get('SELECT claims FROM credit_authorizations WHERE authorization_id = $1', [id]);
  return row && claimsIn(row);
}

/** The latest authorisation that a subject has given for one request. */
export async function authorizationFor(
  queries: Queries,
  requestId: string,
  subject: string,
): Promise<CreditAuthorizationClaims | undefined> {
  const row = await queries.get(
    `SELECT claims FROM credit_authorizations WHERE request_id = $1 AND subject_id = $2
     ORDER BY given_at DESC, authorization_id LIMIT 1`,
    [requestId, subject],
  );
  return row && claimsIn(row);
}

const claimsIn = (row: Row) => JSON.parse(String(row.claims)) as CreditAuthorizationClaims;

export async function isRevoked(queries: Queries, authorizationId: string): Promise<boolean> {
  const row = await queries.get(
    'SELECT revoked_at FROM credit_authorization_revocations WHERE authorization_id = $1',
    [authorizationId],
  );
  return row !== undefined;
}

export async function keepRevocation(tx: Transaction, authorizationId: string, now: number): Promise<void> {
  await tx.run(
    `INSERT INTO credit_authorization_revocations (authorization_id, revoked_at) VALUES ($1, $2)
     ON CONFLICT (authorization_id) DO NOTHING`,
    [authorizationId, now],
  );
}

export async function usedIn(queries: Queries, authorizationId: string, window: number): Promise<number> {
  const row = await queries.get(
    'SELECT used FROM credit_windows WHERE authorization_id = $1 AND window_no = $2',
    [authorizationId, window],
  );
  return Number(row?.used ?? 0);
}

/**
 * Counts one request in a window, or finds it full: one conditional statement, so that no two take the last place.
 *
 * @see TSD-CRD-AUTH-19
 */
export async function countIn(
  tx: Transaction,
  authorizationId: string,
  window: number,
  most: number,
): Promise<boolean> {
  await tx.run(
    'INSERT INTO credit_windows (authorization_id, window_no, used) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING',
    [authorizationId, window],
  );
  const { changes } = await tx.run(
    'UPDATE credit_windows SET used = used + 1 WHERE authorization_id = $1 AND window_no = $2 AND used < $3',
    [authorizationId, window, most],
  );
  return changes === 1;
}

/** Whether a request id may be answered now: it is new, or waits for its authorisation. */
export async function isAnswerable(queries: Queries, askedBy: string, requestId: string): Promise<boolean> {
  const row = await queries.get(
    'SELECT is_open FROM credit_requests WHERE asked_by = $1 AND request_id = $2',
    [askedBy, requestId],
  );
  return row === undefined || Number(row.is_open) === 1;
}

/** Uses a request id up, or leaves it open for an authorisation. @returns false when it was used up before */
export async function useRequest(
  tx: Transaction,
  askedBy: string,
  requestId: string,
  isOpen: boolean,
): Promise<boolean> {
  const { changes } = await tx.run(
    `INSERT INTO credit_requests (asked_by, request_id, is_open) VALUES ($1, $2, $3)
     ON CONFLICT (asked_by, request_id) DO UPDATE SET is_open = $3 WHERE credit_requests.is_open = 1`,
    [askedBy, requestId, Number(isOpen)],
  );
  return changes === 1;
}

/**
 * Keeps what a rule of this id and version holds, once.
 *
 * @returns false when a rule of this id and version held something else before
 * @see TSD-CRD-MAP-07
 */
export async function keepRule(
  tx: Transaction,
  { id, version }: MappingPolicy,
  digest: string,
): Promise<boolean> {
  await tx.run(
    `INSERT INTO credit_mapping_rules (rule_id, version, digest) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [id, version, digest],
  );
  const row = await tx.get('SELECT digest FROM credit_mapping_rules WHERE rule_id = $1 AND version = $2', [
    id,
    version,
  ]);
  return row?.digest === digest;
}

/** What a subject is asked to authorise. @see TSD-CRD-AUTH-15 */
export async function keepQuestion(
  tx: Transaction,
  subject: string,
  { iss, request_id }: Pick<CreditRequestClaims, 'iss' | 'request_id'>,
  asked: { readonly request: string; readonly now: number },
): Promise<void> {
  await tx.run(
    `INSERT INTO credit_questions (asked_by, request_id, subject_id, request, asked_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [iss, request_id, subject, asked.request, asked.now],
  );
}

export interface Question {
  readonly request: string;
  /** Unix seconds. */
  readonly askedAt: number;
}

/** Requests that wait for this subject and were asked since then, the latest first. */
export async function openQuestions(queries: Queries, subject: string, since: number): Promise<Question[]> {
  const rows = await queries.all(
    `SELECT q.request, q.asked_at FROM credit_questions q
     JOIN credit_requests r ON r.asked_by = q.asked_by AND r.request_id = q.request_id
     WHERE q.subject_id = $1 AND q.asked_at > $2 AND r.is_open = 1 ORDER BY q.asked_at DESC, q.request_id LIMIT 100`,
    [subject, since],
  );
  return rows.map(({ request, asked_at }) => ({ request: String(request), askedAt: Number(asked_at) }));
}

/** Ids of credentials that are ACTIVE, in order, after one. */
export async function activeAfter(
  queries: Queries,
  after: string,
  { now, most }: { readonly now: number; readonly most: number },
): Promise<string[]> {
  const rows = await queries.all(
    `SELECT credential_id FROM credit_states WHERE state = 'ACTIVE' AND ends_at > $2 AND credential_id > $1
     ORDER BY credential_id LIMIT ${most}`,
    [after, now],
  );
  return rows.map(({ credential_id }) => String(credential_id));
}

export interface Verification {
  readonly credentialId: string;
  readonly request: string;
  readonly answer: CreditAnswerClaims;
}

/** What was answered then. @see TSD-CRD-VER-21, TSD-CRD-LCM-29 */
export async function findVerification(queries: Queries, id: string): Promise<Verification | undefined> {
  const row = await queries.get(
    'SELECT credential_id, request, answer FROM credit_verifications WHERE record_id = $1',
    [id],
  );
  return (
    row && {
      credentialId: String(row.credential_id),
      request: String(row.request),
      answer: JSON.parse(String(row.answer)) as CreditAnswerClaims,
    }
  );
}

/** @see TSD-CRD-VER-21 */
export async function keepVerification(
  tx: Transaction,
  record: {
    readonly recordId: string;
    readonly credentialId: string;
    readonly relyingParty: string;
    readonly request: string;
    readonly answer: object;
    readonly now: number;
  },
): Promise<void> {
  await tx.run(
    `INSERT INTO credit_verifications (record_id, credential_id, relying_party, request, answer, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      record.recordId,
      record.credentialId,
      record.relyingParty,
      record.request,
      textOf(record.answer),
      record.now,
    ],
  );
}

const textOf = (value: object): string => canonicalText(value as JsonValue);
