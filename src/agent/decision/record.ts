import type { Code } from '../../protocol/errors/index.ts';
import type { Queries } from '../../store/index.ts';

/** One offer in the record of a decision. `amount` is what the whole order would cost the user, after the coupon. */
export interface JudgedCandidate {
  readonly merchant: string;
  readonly item_id: string;
  readonly name: string;
  readonly amount: string;
  readonly currency: string;
  readonly outcome: 'chosen' | 'accepted' | 'excluded';
  readonly coupon?: string;
  readonly code?: Code;
  readonly requirement?: string;
  readonly reason?: string;
}

/** A seller in the record. With a code it did not answer, or answered with a refusal. */
export interface AskedSeller {
  readonly merchant: string;
  readonly offers: number;
  /** Items that were left out because they lack what a confirmation needs. */
  readonly incomplete?: readonly string[];
  readonly code?: Code;
}

/** Why which offer was taken: kept for good, shown to the user. */
export interface DecisionRecord {
  /** ISO 8601. */
  readonly decided_at: string;
  readonly sellers: readonly AskedSeller[];
  readonly candidates: readonly JudgedCandidate[];
}

/** A record with its name, and what it says in lines for people. */
export interface LoggedDecision extends DecisionRecord {
  readonly decision_id: string;
  readonly purchase_id: string;
  readonly explanation: readonly string[];
}

/**
 * The comparison for people: every seller that did not answer, then every offer and why it was taken or not. It is
 * made of identifiers, amounts and codes; names of goods are a seller's text and stay out.
 */
export function explanationOf({ sellers, candidates }: DecisionRecord): string[] {
  const silent = sellers
    .filter(({ code }) => code !== undefined)
    .map(({ merchant, code }) => `${merchant} made no offer: ${code}`);
  const poor = sellers.flatMap(({ merchant, incomplete = [] }) =>
    incomplete.map((item) => `${merchant} ${item} left out: incomplete`),
  );
  const offers = candidates.map(({ merchant, item_id, amount, currency, outcome, code, coupon }) => {
    const end = code === undefined ? outcome : `${outcome}: ${code}`;
    const redeeming = coupon === undefined ? '' : ` with coupon ${coupon}`;
    return `${merchant} ${item_id} ${amount} ${currency}${redeeming} ${end}`;
  });
  return [...silent, ...poor, ...offers];
}

/** Where a decision belongs. */
export interface DecisionPlace {
  readonly decisionId: string;
  readonly taskId: string;
  readonly purchaseId: string;
}

/** Adds a decision; former ones of the same purchase stay. @see CID-INT-XFR-22 */
export async function saveDecision(
  tx: Queries,
  { decisionId, taskId, purchaseId }: DecisionPlace,
  record: DecisionRecord,
): Promise<void> {
  await tx.run(
    'INSERT INTO agent_decisions (decision_id, task_id, purchase_id, decided_at, record) VALUES ($1, $2, $3, $4, $5)',
    [decisionId, taskId, purchaseId, record.decided_at, JSON.stringify(record)],
  );
}

/** The decisions of a task, the first one first. */
export async function findDecisions(read: Queries, taskId: string): Promise<LoggedDecision[]> {
  const rows = await read.all(
    'SELECT * FROM agent_decisions WHERE task_id = $1 ORDER BY decided_at, decision_id',
    [taskId],
  );
  return rows.map((row) => {
    const record = JSON.parse(String(row.record)) as DecisionRecord;
    return {
      decision_id: String(row.decision_id),
      purchase_id: String(row.purchase_id),
      ...record,
      explanation: explanationOf(record),
    };
  });
}
