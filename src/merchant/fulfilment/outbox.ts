import type { Waiting } from '../../http/index.ts';
import type { CommandClaims, ReceiptClaims } from '../../protocol/generated/types.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import { beyondEveryWait, findDue, type Queries, type Row, together } from '../../store/index.ts';

type Params = NonNullable<CommandClaims['params']>;

/** A command that the payment service has to hear of, written in the transaction that causes it. */
export interface OutboxEntry {
  readonly outboxId: string;
  readonly pspId: string;
  readonly tradeNo: string;
  readonly outTradeNo: string;
}

export interface PendingCommand extends OutboxEntry {
  readonly action: 'fulfilment.confirm' | 'payment.refund';
  readonly params: Params;
  /** Tries that counted. */
  readonly attempts: number;
  /** Unix seconds at which it was written down. */
  readonly since: number;
}

type NewEntry = OutboxEntry & { /** Unix seconds. */ readonly now: number };

/** Confirms the delivery to the payment service. @see PSD-PAY-A402 (fulfilment confirmation) */
export async function enqueueConfirmation(tx: Queries, entry: NewEntry): Promise<void> {
  await enqueue(tx, entry, 'fulfilment.confirm', { evidence_ref: entry.outTradeNo });
}

/** Sends the money of a payment back that buys nothing: whole, and once, however often it is asked for. */
export async function enqueueRefund(
  tx: Queries,
  entry: NewEntry,
  { payer_amount: amount, currency }: Pick<ReceiptClaims, 'payer_amount' | 'currency'>,
): Promise<void> {
  // What a coupon has paid for whole cost nothing: it is written down all the same, because it buys nothing else.
  const state = parseAmount(amount, currency).minor === 0n ? 'DONE' : 'PENDING';
  await enqueue(tx, entry, 'payment.refund', { amount, currency, refund_id: entry.outboxId }, state);
}

async function enqueue(
  tx: Queries,
  entry: NewEntry,
  action: PendingCommand['action'],
  params: Params,
  state: 'PENDING' | 'DONE' = 'PENDING',
): Promise<void> {
  await tx.run(
    `INSERT INTO merchant_outbox (outbox_id, action, psp_id, trade_no, out_trade_no, params, attempts, next_at, state, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, $7)
     ON CONFLICT (psp_id, trade_no) WHERE action = 'payment.refund' DO NOTHING`,
    [
      ...[entry.outboxId, action, entry.pspId, entry.tradeNo, entry.outTradeNo, JSON.stringify(params)],
      ...[entry.now, state],
    ],
  );
}

/** The payment services for which something is due. @param longestSeconds the longest wait between two tries */
export async function servicesDue(
  read: Queries,
  { now, longestSeconds }: { readonly now: number; readonly longestSeconds: number },
): Promise<string[]> {
  const rows = await read.all(
    `SELECT DISTINCT psp_id FROM merchant_outbox
     WHERE state = 'PENDING' AND (next_at <= $1 OR next_at > $2) ORDER BY psp_id`,
    [now, beyondEveryWait(now, longestSeconds)],
  );
  return rows.map((row) => String(row.psp_id));
}

/** The entries of one payment service that are due, oldest first. @param due.longestSeconds as above */
export async function dueCommands(
  read: Queries,
  pspId: string,
  due: { readonly now: number; readonly longestSeconds: number; readonly limit: number },
): Promise<PendingCommand[]> {
  const rows = await findDue(due, (from, until, limit) =>
    read.all(
      `SELECT * FROM merchant_outbox WHERE state = 'PENDING' AND psp_id = $4 AND next_at BETWEEN $1 AND $2
       ORDER BY next_at, outbox_id LIMIT $3`,
      [from, until, limit, pspId],
    ),
  );
  return rows.map(fromRow);
}

function fromRow(row: Row): PendingCommand {
  return {
    outboxId: String(row.outbox_id),
    action: String(row.action) as PendingCommand['action'],
    pspId: String(row.psp_id),
    tradeNo: String(row.trade_no),
    outTradeNo: String(row.out_trade_no),
    params: JSON.parse(String(row.params)) as Params,
    attempts: Number(row.attempts),
    since: Number(row.created_at),
  };
}

/** The payment service has acknowledged; the order that the payment has bought shows the state that it answered. */
export async function markDone(tx: Queries, entry: OutboxEntry, tradeState: string): Promise<void> {
  await together(
    tx.run("UPDATE merchant_outbox SET state = 'DONE', last_code = NULL WHERE outbox_id = $1", [
      entry.outboxId,
    ]),
    tx.run(
      'UPDATE merchant_orders SET trade_state = $1 WHERE out_trade_no = $2 AND psp_id = $3 AND trade_no = $4',
      [tradeState, entry.outTradeNo, entry.pspId, entry.tradeNo],
    ),
  );
}

export interface FailedAttempt {
  readonly code: string;
  /** Unix seconds of the next try; absent: set aside for people. */
  readonly nextAt?: number;
  /** That it was not looked at, which costs no try. */
  readonly isPutOff?: boolean;
}

export async function markFailed(tx: Queries, entry: OutboxEntry, attempt: FailedAttempt): Promise<void> {
  await tx.run(
    `UPDATE merchant_outbox SET attempts = attempts + $5, last_code = $1, state = $2, next_at = $3
     WHERE outbox_id = $4 AND state = 'PENDING'`,
    [
      attempt.code,
      attempt.nextAt === undefined ? 'SET_ASIDE' : 'PENDING',
      attempt.nextAt ?? 0,
      entry.outboxId,
      attempt.isPutOff ? 0 : 1,
    ],
  );
}

/** For operators: how long the oldest command waits, and how many wait for people. */
export async function waitingCommands(read: Queries): Promise<Waiting> {
  const oldest = await read.get(
    "SELECT created_at FROM merchant_outbox WHERE state = 'PENDING' ORDER BY created_at LIMIT 1",
  );
  const aside = await read.get("SELECT COUNT(*) AS entries FROM merchant_outbox WHERE state = 'SET_ASIDE'");
  return {
    ...(oldest === undefined ? {} : { oldest: Number(oldest.created_at) }),
    setAside: Number(aside?.entries),
  };
}
