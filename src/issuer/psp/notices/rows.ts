import { beyondEveryWait, findDue, type Queries, type Row } from '../../../store/index.ts';
import { integer, text } from '../row.ts';

/** That a merchant is to hear of a payment. */
export interface Notice {
  readonly tradeNo: string;
  readonly merchant: string;
  /** Tries that counted. */
  readonly attempts: number;
  /** Unix seconds at which it was written down. */
  readonly since: number;
}

/** The longest wait between two tries. */
export const MAX_DELAY_SECONDS = 3_600;

/** A merchant whose order lapses so soon is told at once: its stock must not go to somebody else meanwhile. */
const LAPSES_SOON_SECONDS = 60;

export interface NewNotice {
  readonly tradeNo: string;
  readonly merchant: string;
  readonly now: number;
  /** Unix seconds at which the order lapses, unless its merchant knows that it is paid. */
  readonly payBefore: number;
}

/** Written in the transaction that moves the money, so that no payment goes untold [PSD-PAY-DEL-20]. */
export async function writeNotice(
  tx: Queries,
  { tradeNo, merchant, now, payBefore }: NewNotice,
): Promise<void> {
  await tx.run(
    `INSERT INTO payment_notices (trade_no, merchant, state, attempts, next_at, written_at)
     VALUES ($1, $2, 'PENDING', 0, $3, $4)`,
    [tradeNo, merchant, Math.min(now, payBefore - LAPSES_SOON_SECONDS), now],
  );
}

/** A merchant that says of a trade that it has delivered knows that it is paid. */
export async function dropNotice(tx: Queries, tradeNo: string): Promise<void> {
  await tx.run("UPDATE payment_notices SET state = 'TOLD' WHERE trade_no = $1 AND state = 'PENDING'", [
    tradeNo,
  ]);
}

/** Merchants of which something may be due. */
export async function merchantsToTell(queries: Queries, now: number): Promise<string[]> {
  const rows = await queries.all(
    `SELECT DISTINCT merchant FROM payment_notices
     WHERE state = 'PENDING' AND (next_at <= $1 OR next_at > $2) ORDER BY merchant`,
    [now, beyondEveryWait(now, MAX_DELAY_SECONDS)],
  );
  return rows.map((row) => text(row, 'merchant'));
}

/**
 * Those of a merchant that are due, oldest first; of those that were never tried, the ones that have been due for
 * `firstWait` seconds.
 */
export async function dueNotices(
  queries: Queries,
  merchant: string,
  {
    now,
    limit,
    firstWait = 0,
  }: { readonly now: number; readonly limit: number; readonly firstWait?: number },
): Promise<Notice[]> {
  const due = { now, longestSeconds: MAX_DELAY_SECONDS, limit };
  const rows = await findDue(due, (from, until, most) =>
    queries.all(
      `SELECT trade_no, merchant, attempts, written_at FROM payment_notices
       WHERE state = 'PENDING' AND merchant = $6 AND next_at BETWEEN $1 AND $2
         AND (last_code IS NOT NULL OR next_at <= $3 OR next_at > $4)
       ORDER BY next_at, trade_no LIMIT $5`,
      [from, until, now - firstWait, now, most, merchant],
    ),
  );
  return rows.map(noticeOf);
}

function noticeOf(row: Row): Notice {
  return {
    tradeNo: text(row, 'trade_no'),
    merchant: text(row, 'merchant'),
    attempts: Number(integer(row, 'attempts')),
    since: Number(integer(row, 'written_at')),
  };
}

export async function markTold(tx: Queries, tradeNo: string): Promise<void> {
  await tx.run("UPDATE payment_notices SET state = 'TOLD', last_code = NULL WHERE trade_no = $1", [tradeNo]);
}

export interface FailedAttempt {
  readonly code: string;
  /** Unix seconds of the next try; absent: set aside, the merchant has the receipt from the agent. */
  readonly nextAt?: number;
  /** That it was not looked at, which costs no try. */
  readonly isPutOff?: boolean;
}

export async function markUntold(tx: Queries, tradeNo: string, attempt: FailedAttempt): Promise<void> {
  await tx.run(
    `UPDATE payment_notices SET attempts = attempts + $5, last_code = $1, state = $2, next_at = $3
     WHERE trade_no = $4 AND state = 'PENDING'`,
    [
      attempt.code,
      attempt.nextAt === undefined ? 'SET_ASIDE' : 'PENDING',
      attempt.nextAt ?? 0,
      tradeNo,
      attempt.isPutOff ? 0 : 1,
    ],
  );
}
