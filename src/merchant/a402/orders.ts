import type { PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Cart } from '../../protocol/generated/types.ts';
import { beyondEveryWait, type Queries, type Row } from '../../store/index.ts';

/** A bill that was sent out, and later its delivery. Times in Unix seconds. */
export interface BilledOrder {
  readonly outTradeNo: string;
  readonly agentId: string;
  /** Fingerprint of the request that the bill is for. */
  readonly resourceId: string;
  readonly quote: string;
  readonly state: 'OFFERED' | 'DELIVERING' | 'DELIVERED';
  readonly leaseUntil: number;
  readonly pspId?: string;
  readonly tradeNo?: string;
  /** The key that proved to hold the receipt. */
  readonly holderJwk?: PublicJwk;
  /** The response that was stored with the delivery. */
  readonly stored?: StoredResponse;
}

export interface StoredResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface NewBill {
  readonly outTradeNo: string;
  readonly agentId: string;
  readonly resourceId: string;
  readonly quote: string;
  readonly cart: Cart;
  readonly payBefore: number;
  readonly now: number;
}

/**
 * A bill that nobody paid in time is kept this much longer, for a proof that comes late. One that was paid is kept for as
 * long as it takes: a handler that failed still owes the goods.
 */
const KEPT_SECONDS = 86_400;
/** So many of the latest are kept however long ago they were due: by a clock that is right somebody may be paying them. */
export const BILLS_KEPT = 1_000;

/**
 * Each bill takes two away that are too old, the oldest first: a clock that is ahead does not get to those that are being
 * paid before it has gone through all that are kept for a day.
 */
async function forgetOldest(tx: Queries, now: number): Promise<void> {
  await tx.run(
    `WITH oldest AS MATERIALIZED
       (SELECT out_trade_no FROM a402_orders WHERE state = 'OFFERED' AND trade_no IS NULL AND pay_before < $1
          AND pay_before < (SELECT pay_before FROM a402_orders WHERE state = 'OFFERED'
            ORDER BY pay_before DESC LIMIT 1 OFFSET ${BILLS_KEPT - 1})
        ORDER BY pay_before LIMIT 2 FOR UPDATE SKIP LOCKED)
     DELETE FROM a402_orders WHERE out_trade_no IN (SELECT out_trade_no FROM oldest)`,
    [now - KEPT_SECONDS],
  );
}

export async function insertBill(tx: Queries, bill: NewBill): Promise<void> {
  await forgetOldest(tx, bill.now);
  await tx.run(
    `INSERT INTO a402_orders (out_trade_no, agent_id, resource_id, quote, cart, pay_before, state, lease_until)
     VALUES ($1, $2, $3, $4, $5, $6, 'OFFERED', 0)`,
    [bill.outTradeNo, bill.agentId, bill.resourceId, bill.quote, JSON.stringify(bill.cart), bill.payBefore],
  );
}

/** @throws ActError order_unknown */
export async function readBilled(queries: Queries, outTradeNo: string): Promise<BilledOrder> {
  const row = await queries.get('SELECT * FROM a402_orders WHERE out_trade_no = $1', [outTradeNo]);
  if (row === undefined) throw new ActError('order_unknown');
  return {
    outTradeNo,
    agentId: String(row.agent_id),
    resourceId: String(row.resource_id),
    quote: String(row.quote),
    state: String(row.state) as BilledOrder['state'],
    leaseUntil: Number(row.lease_until),
    ...(typeof row.psp_id === 'string' ? { pspId: row.psp_id } : {}),
    ...(typeof row.trade_no === 'string' ? { tradeNo: row.trade_no } : {}),
    ...(typeof row.holder_jwk === 'string' ? { holderJwk: JSON.parse(row.holder_jwk) as PublicJwk } : {}),
    ...storedIn(row),
  };
}

function storedIn({ status, headers, body }: Row): { readonly stored?: StoredResponse } {
  if (status === null || typeof headers !== 'string' || !(body instanceof Uint8Array)) return {};
  return { stored: { status: Number(status), headers: JSON.parse(headers), body: new Uint8Array(body) } };
}

/**
 * Takes the delivery of an order, for a while: of two requests with one proof, one delivers. A delivery that died is
 * taken over when its lease has run out; its response never left, because it is stored first. A lease that is longer than
 * the clock of any process here gives was given by one that was ahead, and holds nobody up until then.
 *
 * @returns the order as it stands, with the lease; DELIVERED means that there is a stored response
 * @throws ActError a402_delivery_running, order_already_released (delivered for another trade)
 * @see PSD-PAY-A402-08, OA-A402-10
 */
export async function claimDelivery(
  tx: Queries,
  claim: {
    readonly outTradeNo: string;
    readonly pspId: string;
    readonly tradeNo: string;
    readonly holderJwk: PublicJwk;
    readonly leaseSeconds: number;
    readonly now: number;
  },
): Promise<BilledOrder> {
  const { outTradeNo, pspId, tradeNo, now } = claim;
  const { changes } = await tx.run(
    `UPDATE a402_orders SET state = 'DELIVERING', lease_until = $1, psp_id = $2, trade_no = $3, holder_jwk = $6
     WHERE out_trade_no = $4 AND (state = 'OFFERED'
       OR (state = 'DELIVERING' AND (lease_until <= $5 OR lease_until > $7)))`,
    [
      ...[now + claim.leaseSeconds, pspId, tradeNo, outTradeNo, now, JSON.stringify(claim.holderJwk)],
      beyondEveryWait(now, claim.leaseSeconds),
    ],
  );
  const order = await readBilled(tx, outTradeNo);
  // While one payment's delivery runs nothing is decided: where it fails, the other payment gets its own.
  if (changes !== 1 && order.state !== 'DELIVERED') throw new ActError('a402_delivery_running');
  if (order.pspId !== pspId || order.tradeNo !== tradeNo) throw new ActError('order_already_released');
  return order;
}

/** Stores the response and ends the delivery, unless one for another payment has taken it over. */
export async function storeDelivery(
  tx: Queries,
  delivery: {
    readonly outTradeNo: string;
    readonly pspId: string;
    readonly tradeNo: string;
    readonly response: StoredResponse;
    readonly now: number;
  },
): Promise<void> {
  const { outTradeNo, pspId, tradeNo, response, now } = delivery;
  const { changes } = await tx.run(
    `UPDATE a402_orders SET state = 'DELIVERED', status = $1, headers = $2, body = $3, delivered_at = $4
     WHERE out_trade_no = $5 AND state = 'DELIVERING' AND psp_id = $6 AND trade_no = $7`,
    [response.status, JSON.stringify(response.headers), response.body, now, outTradeNo, pspId, tradeNo],
  );
  if (changes !== 1) throw new ActError('a402_delivery_running', { rule: 'lease' });
}

/**
 * Gives the delivery back: the handler failed, and the proof stays good for another try. Whoever has taken it over
 * meanwhile keeps it: a third one would deliver beside it.
 */
export async function releaseDelivery(
  tx: Queries,
  { outTradeNo, leaseUntil }: Pick<BilledOrder, 'outTradeNo' | 'leaseUntil'>,
): Promise<void> {
  await tx.run(
    `UPDATE a402_orders SET state = 'OFFERED', lease_until = 0
     WHERE out_trade_no = $1 AND state = 'DELIVERING' AND lease_until = $2`,
    [outTradeNo, leaseUntil],
  );
}
