import { ActError } from '../../protocol/errors/index.ts';
import type { Queries, Row } from '../../store/index.ts';
import type { CashierEvidence, Payment } from '../purchase/purchase.ts';
import type { SentRequest } from '../purchase/requests.ts';

/** What a third party needs to judge the purchase later, as it was when it was paid. */
export interface A402Evidence {
  /** The statement about the agent's key. */
  readonly attestation: string;
  /** As it was judged before paying; at act:L1 there is no mandate to have one. */
  readonly statusList?: string;
  /** At act:L1: what the user saw and signed. */
  readonly cashier?: CashierEvidence;
  /** Once it is paid. */
  readonly payment?: Payment;
}

/**
 * One bill that the agent decided to pay. OPEN: a request may have left; PAID: the goods are still to be had; DELIVERED is
 * final; REFUSED is, unless it turns out to be paid, or the seller delivers what was paid after all.
 */
export interface A402Purchase {
  readonly outTradeNo: string;
  readonly delegationId: string;
  /** Fingerprint of the request that is paid for. */
  readonly resourceId: string;
  readonly quote: string;
  /** The caller's own name for the purchase: under it there is no second one. */
  readonly purchaseId?: string;
  readonly state: 'OPEN' | 'PAID' | 'DELIVERED' | 'REFUSED';
  readonly sent: readonly SentRequest[];
  /** How often it was tried again after a refusal. */
  readonly retries?: number;
  readonly tradeNo?: string;
  readonly sellerReceipt?: string;
  /** Gross, minor units; once the payment service has confirmed it. */
  readonly paidMinor?: bigint;
  readonly evidence?: A402Evidence;
}

type State = A402Purchase['state'];

/**
 * Which state may follow which. What the payment service and the seller say is written down whenever it comes; what only
 * this agent knows, that a request is to leave or that nothing may, comes too late once more is known.
 *
 * @see OA-A402-14
 */
export const A402_TRANSITIONS: Readonly<Record<State, readonly State[]>> = {
  OPEN: ['OPEN', 'PAID', 'REFUSED'],
  PAID: ['PAID', 'DELIVERED', 'REFUSED'],
  REFUSED: ['REFUSED', 'PAID', 'DELIVERED'],
  DELIVERED: ['DELIVERED'],
};

/**
 * A payment is never forgotten, and of two that take up one open purchase the second sees what the first has sent, and how
 * often it was tried again.
 */
export function mayFollow(former: A402Purchase, next: A402Purchase): boolean {
  const isKept = former.tradeNo === undefined || former.tradeNo === next.tradeNo;
  const isPaid = next.tradeNo !== undefined || next.state === 'OPEN' || next.state === 'REFUSED';
  const sees = former.sent.every(({ requestId }, at) => next.sent[at]?.requestId === requestId);
  const counts = (next.retries ?? 0) >= (former.retries ?? 0);
  const isSeen = next.state !== 'OPEN' || (sees && counts);
  return A402_TRANSITIONS[former.state].includes(next.state) && isKept && isPaid && isSeen;
}

const OPEN_STATES = "('OPEN', 'PAID')";

/** What was begun for this request under this mandate and did not come to an end. */
export async function findUnfinished(
  queries: Queries,
  delegationId: string,
  resourceId: string,
): Promise<A402Purchase | undefined> {
  const row = await queries.get(
    `SELECT * FROM agent_a402_purchases WHERE delegation_id = $1 AND resource_id = $2 AND state IN ${OPEN_STATES}
     AND purchase_id IS NULL ORDER BY created_at LIMIT 1`,
    [delegationId, resourceId],
  );
  return row && purchaseOf(row);
}

/** The purchase that a caller has named, finished or not; a refused one that cost nothing does not count. */
export async function findNamed(
  queries: Queries,
  delegationId: string,
  purchaseId: string,
): Promise<A402Purchase | undefined> {
  const row = await queries.get(
    `SELECT * FROM agent_a402_purchases WHERE delegation_id = $1 AND purchase_id = $2
     AND (state <> 'REFUSED' OR trade_no IS NOT NULL)`,
    [delegationId, purchaseId],
  );
  return row && purchaseOf(row);
}

export async function findA402(queries: Queries, outTradeNo: string): Promise<A402Purchase | undefined> {
  const row = await queries.get('SELECT * FROM agent_a402_purchases WHERE out_trade_no = $1', [outTradeNo]);
  return row && purchaseOf(row);
}

/** The purchase that a payment service has given this trade number. */
export async function findA402OfTrade(queries: Queries, tradeNo: string): Promise<A402Purchase | undefined> {
  const row = await queries.get('SELECT * FROM agent_a402_purchases WHERE trade_no = $1', [tradeNo]);
  return row && purchaseOf(row);
}

function purchaseOf(row: Row): A402Purchase {
  return {
    outTradeNo: String(row.out_trade_no),
    delegationId: String(row.delegation_id),
    resourceId: String(row.resource_id),
    quote: String(row.quote),
    state: String(row.state) as A402Purchase['state'],
    sent: JSON.parse(String(row.sent)) as SentRequest[],
    ...(Number(row.retries) === 0 ? {} : { retries: Number(row.retries) }),
    ...(typeof row.purchase_id === 'string' ? { purchaseId: row.purchase_id } : {}),
    ...(typeof row.trade_no === 'string' ? { tradeNo: row.trade_no } : {}),
    ...(typeof row.seller_receipt === 'string' ? { sellerReceipt: row.seller_receipt } : {}),
    ...(typeof row.paid_minor === 'bigint' ? { paidMinor: row.paid_minor } : {}),
    ...(typeof row.evidence === 'string' ? { evidence: JSON.parse(row.evidence) as A402Evidence } : {}),
  };
}

/** @throws ActError purchase_transition_illegal: what is stored cannot be followed by this */
export async function saveA402(tx: Queries, purchase: A402Purchase, now: number): Promise<void> {
  const former = await findA402(tx, purchase.outTradeNo);
  if (former !== undefined && !mayFollow(former, purchase)) {
    throw new ActError('purchase_transition_illegal', { from: former.state, to: purchase.state });
  }
  await tx.run(
    `INSERT INTO agent_a402_purchases (out_trade_no, delegation_id, resource_id, quote, state, sent, trade_no,
       seller_receipt, paid_minor, created_at, purchase_id, evidence, retries)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (out_trade_no) DO UPDATE SET state = excluded.state, sent = excluded.sent,
       trade_no = excluded.trade_no, seller_receipt = excluded.seller_receipt, paid_minor = excluded.paid_minor,
       evidence = excluded.evidence, retries = excluded.retries`,
    [
      purchase.outTradeNo,
      purchase.delegationId,
      purchase.resourceId,
      purchase.quote,
      purchase.state,
      JSON.stringify(purchase.sent),
      purchase.tradeNo ?? null,
      purchase.sellerReceipt ?? null,
      purchase.paidMinor ?? null,
      now,
      purchase.purchaseId ?? null,
      purchase.evidence === undefined ? null : JSON.stringify(purchase.evidence),
      purchase.retries ?? 0,
    ],
  );
}
