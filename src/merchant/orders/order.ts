import type { PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ReleaseAnswer } from '../../protocol/generated/types.ts';
import type { Queries, Row } from '../../store/index.ts';

export type OrderState = 'LOCKED' | 'CLOSED' | 'RELEASED' | 'REFUND_DUE';
export type TradeState = ReleaseAnswer['state'];

/** An order as the merchant keeps it. The release members are there once its state is RELEASED or REFUND_DUE. */
export interface StoredOrder {
  readonly outTradeNo: string;
  readonly agentId: string;
  readonly agentJwk: PublicJwk;
  readonly agentJkt: string;
  readonly quote: string;
  /** Unix seconds. */
  readonly payBefore: number;
  readonly state: OrderState;
  readonly intentId?: string;
  readonly receiptJti?: string;
  readonly pspId?: string;
  readonly tradeNo?: string;
  readonly tradeState?: TradeState;
  readonly goods?: ReleaseAnswer['goods'];
  /** Unix seconds at which a payment service has told of the payment, and the trade that it named. */
  readonly paidAt?: number;
  readonly paidPsp?: string;
  readonly paidTradeNo?: string;
}

/** @throws ActError order_unknown */
export async function readOrder(read: Queries, outTradeNo: string): Promise<StoredOrder> {
  return known(await read.get('SELECT * FROM merchant_orders WHERE out_trade_no = $1', [outTradeNo]));
}

/** The order, which nobody else changes until the transaction is over. @throws ActError order_unknown */
export async function holdOrder(tx: Queries, outTradeNo: string): Promise<StoredOrder> {
  return known(
    await tx.get('SELECT * FROM merchant_orders WHERE out_trade_no = $1 FOR UPDATE', [outTradeNo]),
  );
}

function known(row: Row | undefined): StoredOrder {
  if (row === undefined) throw new ActError('order_unknown');
  return fromRow(row);
}

function fromRow(row: Row): StoredOrder {
  return {
    outTradeNo: String(row.out_trade_no),
    agentId: String(row.agent_id),
    agentJwk: JSON.parse(String(row.agent_jwk)) as PublicJwk,
    agentJkt: String(row.agent_jkt),
    quote: String(row.quote),
    payBefore: Number(row.pay_before),
    state: String(row.state) as OrderState,
    ...optional('intentId', row.intent_id),
    ...optional('receiptJti', row.receipt_jti),
    ...optional('pspId', row.psp_id),
    ...optional('tradeNo', row.trade_no),
    ...optional('tradeState', row.trade_state),
    ...(row.paid_at === null ? {} : { paidAt: Number(row.paid_at) }),
    ...optional('paidPsp', row.paid_psp),
    ...optional('paidTradeNo', row.paid_trade_no),
    ...(typeof row.goods === 'string' ? { goods: JSON.parse(row.goods) as ReleaseAnswer['goods'] } : {}),
  };
}

function optional(member: string, value: Row[string] | undefined): object {
  return typeof value === 'string' ? { [member]: value } : {};
}

/**
 * The answer of a release from what is stored, never from what a request says.
 *
 * @throws ActError order_closed when no goods are stored
 */
export function releaseAnswer(order: StoredOrder): ReleaseAnswer {
  const { outTradeNo, tradeNo, tradeState, goods } = order;
  if (tradeNo === undefined || tradeState === undefined || goods === undefined) {
    throw new ActError('order_closed', { state: order.state });
  }
  return { out_trade_no: outTradeNo, trade_no: tradeNo, state: tradeState, goods };
}
