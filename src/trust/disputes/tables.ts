import { ActError } from '../../protocol/errors/index.ts';
import type { AnchorClaims, DisputeBody, DisputeRequestBody } from '../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import type { Queries, Row, Transaction } from '../../store/index.ts';

export interface Dispute {
  readonly id: string;
  readonly type: DisputeRequestBody['type'];
  readonly channel: string;
  readonly description: string;
  /** Which intent, delegation, order and trade, as the anchor of the record says. */
  readonly about: Pick<AnchorClaims, 'record_id' | 'intent_id' | 'delegation_id' | 'order_no' | 'trade_no'>;
  /** Unix seconds. */
  readonly filedAt: number;
  readonly evidenceUntil: number;
}

/** What was found, as it is shown. */
export type Outcome = Required<Pick<DisputeBody, 'finding' | 'reason' | 'records' | 'missing'>> &
  Pick<DisputeBody, 'signed_finding'>;

/** Files a dispute, or finds the one that was filed about this record before. */
export async function fileDispute(tx: Transaction, dispute: Dispute): Promise<Dispute> {
  const { id, type, channel, description, about, filedAt, evidenceUntil } = dispute;
  const { record_id, intent_id, delegation_id = null, order_no = null, trade_no = null } = about;
  await tx.run(
    `INSERT INTO disputes (dispute_id, record_id, type, privacy_channel, description, intent_id, delegation_id,
       order_no, trade_no, filed_at, evidence_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (record_id, type) DO NOTHING`,
    [
      ...[id, record_id, type, channel, description, intent_id, delegation_id, order_no, trade_no],
      ...[filedAt, evidenceUntil],
    ],
  );
  const row = await tx.get('SELECT * FROM disputes WHERE record_id = $1 AND type = $2', [record_id, type]);
  return row === undefined ? dispute : disputeIn(row);
}

/** A dispute, for those who know its channel. */
export async function findDispute(
  queries: Queries,
  id: string,
  channel: string,
): Promise<Dispute | undefined> {
  const row = await queries.get('SELECT * FROM disputes WHERE dispute_id = $1 AND privacy_channel = $2', [
    id,
    channel,
  ]);
  return row && disputeIn(row);
}

/** How many files of evidence a dispute takes. */
export const SUBMISSIONS_MAX = 64;

/** What is held while evidence is kept and while a finding is: neither happens behind the other's back. */
function lockOf(id: string): string {
  return `dispute ${id}`;
}

/**
 * Keeps what was submitted; the same file twice is kept once.
 *
 * @throws ActError dispute_closed: there are as many files as a dispute takes, or it was decided meanwhile
 */
export async function keepEvidence(
  tx: Transaction,
  id: string,
  { digest, bundle, now }: { readonly digest: string; readonly bundle: string; readonly now: number },
): Promise<void> {
  await tx.lock(lockOf(id));
  const kept = await tx.get('SELECT 1 AS kept FROM dispute_evidence WHERE dispute_id = $1 AND digest = $2', [
    id,
    digest,
  ]);
  if (kept !== undefined) return;
  if ((await readOutcome(tx, id)) !== undefined) throw new ActError('dispute_closed', { rule: 'decided' });
  if ((await countEvidence(tx, id)) >= SUBMISSIONS_MAX) {
    throw new ActError('dispute_closed', { submissions: SUBMISSIONS_MAX });
  }
  await tx.run(
    'INSERT INTO dispute_evidence (dispute_id, digest, bundle, submitted_at) VALUES ($1, $2, $3, $4)',
    [id, digest, bundle, now],
  );
}

export async function countEvidence(queries: Queries, id: string): Promise<number> {
  const row = await queries.get('SELECT count(*) AS files FROM dispute_evidence WHERE dispute_id = $1', [id]);
  return Number(row?.files ?? 0);
}

/** In the order in which they came. */
export async function evidenceOf(queries: Queries, id: string): Promise<string[]> {
  const rows = await queries.all(
    'SELECT bundle FROM dispute_evidence WHERE dispute_id = $1 ORDER BY submitted_at, digest',
    [id],
  );
  return rows.map(({ bundle }) => String(bundle));
}

/**
 * The first finding stays: whoever asks later is told the same.
 *
 * @param judged how many files it rests on
 * @returns the finding that stands; undefined where a file has come since, which has to be judged as well
 */
export async function keepOutcome(
  tx: Transaction,
  id: string,
  outcome: Outcome,
  { judged, now }: { readonly judged: number; readonly now: number },
): Promise<Outcome | undefined> {
  await tx.lock(lockOf(id));
  const before = await readOutcome(tx, id);
  if (before !== undefined) return before;
  if ((await countEvidence(tx, id)) !== judged) return undefined;
  await tx.run('INSERT INTO dispute_findings (dispute_id, outcome, decided_at) VALUES ($1, $2, $3)', [
    id,
    JSON.stringify(outcome),
    now,
  ]);
  return outcome;
}

export async function readOutcome(queries: Queries, id: string): Promise<Outcome | undefined> {
  const row = await queries.get('SELECT outcome FROM dispute_findings WHERE dispute_id = $1', [id]);
  return row === undefined ? undefined : (JSON.parse(String(row.outcome)) as Outcome);
}

function disputeIn(row: Row): Dispute {
  const optional = (name: 'delegation_id' | 'order_no' | 'trade_no') =>
    typeof row[name] === 'string' ? { [name]: row[name] } : {};
  return {
    id: String(row.dispute_id),
    type: String(row.type) as Dispute['type'],
    channel: String(row.privacy_channel),
    description: String(row.description),
    about: {
      record_id: String(row.record_id),
      intent_id: String(row.intent_id),
      ...optional('delegation_id'),
      ...optional('order_no'),
      ...optional('trade_no'),
    },
    filedAt: Number(row.filed_at),
    evidenceUntil: Number(row.evidence_until),
  };
}

/** A dispute as those who take part in it see it. */
export function disputeBody(
  dispute: Dispute,
  submissions: number,
  outcome: Outcome | undefined,
): DisputeBody {
  const { id, type, description, about, filedAt, evidenceUntil } = dispute;
  const { record_id: _record, ...correlation } = about;
  return {
    ...{ dispute_id: id, type, description, ...correlation },
    filed_at: formatUtcSeconds(filedAt),
    evidence_until: formatUtcSeconds(evidenceUntil),
    ...{ status: outcome === undefined ? 'EVIDENCE' : 'DECIDED', submissions },
    ...(outcome ?? {}),
  };
}
