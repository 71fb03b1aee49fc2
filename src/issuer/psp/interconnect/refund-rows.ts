import type { InterconnectRefundBody } from '../../../protocol/generated/types.ts';
import { beyondEveryWait, type Queries, type Row } from '../../../store/index.ts';
import { integer, seconds, text } from '../row.ts';

export type RefundTerms = InterconnectRefundBody['refund'];

/**
 * A refund of a trade between two services, as each of them keeps it. At the payee's: SENT, the money has left the
 * merchant and the payer's service has not answered. At both: REFUNDED, or REFUSED for good.
 */
export interface StoredRefund {
  readonly partner: string;
  readonly payerPsp: string;
  readonly terms: RefundTerms;
  readonly digest: string;
  readonly minor: bigint;
  readonly state: 'SENT' | 'REFUNDED' | 'REFUSED';
  readonly code?: string;
  readonly requirement?: string;
  /** Unix seconds, by the payer's service. */
  readonly refundedAt?: number;
}

/** A refund is named by the trade of the payer's service and the merchant's refund id. */
export interface RefundKey {
  readonly payerPsp: string;
  readonly tradeNo: string;
  readonly refundId: string;
}

export const keyOfRefund = ({ payerPsp, terms }: Pick<StoredRefund, 'payerPsp' | 'terms'>): RefundKey => ({
  payerPsp,
  tradeNo: terms.trade_no,
  refundId: terms.refund_id,
});

const COLUMNS =
  'partner, payer_psp, terms, digest, amount_minor, state, code, requirement, refunded_at, currency';

function refundOf(row: Row): StoredRefund {
  return {
    partner: text(row, 'partner'),
    payerPsp: text(row, 'payer_psp'),
    terms: JSON.parse(text(row, 'terms')),
    digest: text(row, 'digest'),
    minor: integer(row, 'amount_minor'),
    state: text(row, 'state') as StoredRefund['state'],
    ...(row.code === null ? {} : { code: text(row, 'code'), requirement: text(row, 'requirement') }),
    ...(row.refunded_at === null ? {} : { refundedAt: seconds(row, 'refunded_at') }),
  };
}

export async function findRefund(queries: Queries, key: RefundKey): Promise<StoredRefund | undefined> {
  const row = await queries.get(
    `SELECT ${COLUMNS} FROM interconnect_refunds WHERE payer_psp = $1 AND trade_no = $2 AND refund_id = $3`,
    [key.payerPsp, key.tradeNo, key.refundId],
  );
  return row && refundOf(row);
}

/** Those that a merchant has asked for here under one refund id, whatever they are of. */
export async function refundsUnder(
  queries: Queries,
  { merchant, refundId }: { readonly merchant: string; readonly refundId: string },
): Promise<readonly StoredRefund[]> {
  const rows = await queries.all(
    `SELECT ${COLUMNS} FROM interconnect_refunds WHERE merchant = $1 AND refund_id = $2 AND payer_psp = partner`,
    [merchant, refundId],
  );
  return rows.map(refundOf);
}

/** What of a trade has gone back by now, of what its merchant had got, in minor units. */
export async function refundedOf(
  queries: Queries,
  { payerPsp, tradeNo }: Omit<RefundKey, 'refundId'>,
): Promise<bigint> {
  const row = await queries.get(
    `SELECT CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT) AS minor FROM interconnect_refunds
     WHERE payer_psp = $1 AND trade_no = $2 AND state = 'REFUNDED'`,
    [payerPsp, tradeNo],
  );
  return row === undefined ? 0n : integer(row, 'minor');
}

/** Services that have not answered about a refund. */
export async function payersAwaited(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.all("SELECT DISTINCT partner FROM interconnect_refunds WHERE state = 'SENT'");
  return rows.map((row) => text(row, 'partner'));
}

export interface DueRefund {
  readonly key: RefundKey;
  readonly askedAt: number;
}

/**
 * Those that the payer's service has not answered and that nobody has taken upon himself to ask for lately; those first
 * that were never taken on, then the ones that were longest ago.
 */
export async function dueRefunds(
  queries: Queries,
  partner: string,
  { now, patience, limit }: { readonly now: number; readonly patience: number; readonly limit: number },
): Promise<readonly DueRefund[]> {
  const rows = await queries.all(
    `SELECT payer_psp, trade_no, refund_id, asked_at FROM interconnect_refunds WHERE state = 'SENT' AND partner = $1
       AND (asked_at <= $2 OR asked_at > $3) AND (opened_at <= $2 OR opened_at > $3)
     ORDER BY asked_at, opened_at, trade_no, refund_id LIMIT $4`,
    [partner, now - patience, beyondEveryWait(now, patience), limit],
  );
  return rows.map((row) => ({
    key: {
      payerPsp: text(row, 'payer_psp'),
      tradeNo: text(row, 'trade_no'),
      refundId: text(row, 'refund_id'),
    },
    askedAt: seconds(row, 'asked_at'),
  }));
}

/**
 * Takes it upon the caller to ask for it, if nobody else has in the last `patience` seconds.
 *
 * @returns whether it is the caller's turn
 */
export async function claimRefund(
  tx: Queries,
  key: RefundKey,
  { now, patience }: { readonly now: number; readonly patience: number },
): Promise<boolean> {
  const { changes } = await tx.run(
    `UPDATE interconnect_refunds SET asked_at = $1
     WHERE payer_psp = $2 AND trade_no = $3 AND refund_id = $4 AND state = 'SENT' AND (asked_at <= $5 OR asked_at > $6)`,
    [now, key.payerPsp, key.tradeNo, key.refundId, now - patience, beyondEveryWait(now, patience)],
  );
  return changes === 1;
}

export async function refundsBetween(
  queries: Queries,
  partner: string,
  span: { readonly from: number; readonly until: number },
  limit: number,
): Promise<readonly StoredRefund[]> {
  const rows = await queries.all(
    `SELECT ${COLUMNS} FROM interconnect_refunds
     WHERE partner = $1 AND state = 'REFUNDED' AND refunded_at >= $2 AND refunded_at < $3
     ORDER BY trade_no, refund_id LIMIT $4`,
    [partner, span.from, span.until, limit],
  );
  return rows.map(refundOf);
}

export async function insertRefund(tx: Queries, refund: StoredRefund, now: number): Promise<void> {
  const { partner, payerPsp, terms, digest, minor, state, code, requirement, refundedAt } = refund;
  await tx.run(
    `INSERT INTO interconnect_refunds (partner, payer_psp, trade_no, refund_id, merchant, terms, digest, currency,
       amount_minor, state, code, requirement, refunded_at, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      partner,
      payerPsp,
      terms.trade_no,
      terms.refund_id,
      terms.merchant,
      JSON.stringify(terms),
      digest,
      terms.currency,
      minor,
      state,
      code ?? null,
      requirement ?? null,
      refundedAt ?? null,
      now,
    ],
  );
}

/** @returns whether it was still open */
export async function endRefund(
  tx: Queries,
  key: RefundKey,
  end: {
    readonly state: 'REFUNDED' | 'REFUSED';
    readonly refundedAt?: number;
    readonly code?: string;
    readonly requirement?: string;
  },
): Promise<boolean> {
  const { changes } = await tx.run(
    `UPDATE interconnect_refunds SET state = $1, refunded_at = $2, code = $3, requirement = $4
     WHERE payer_psp = $5 AND trade_no = $6 AND refund_id = $7 AND state = 'SENT'`,
    [
      end.state,
      end.refundedAt ?? null,
      end.code ?? null,
      end.requirement ?? null,
      key.payerPsp,
      key.tradeNo,
      key.refundId,
    ],
  );
  return changes === 1;
}
