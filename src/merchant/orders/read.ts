import type { Witness } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import type { Cart, QuoteAnswer, RecordListBody, ReleaseAnswer } from '../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { recordsOfOrder } from '../../records/index.ts';
import { consumeCommand } from '../../store/index.ts';
import { agentCommand } from '../command.ts';
import type { MerchantContext } from '../deps.ts';
import { type OrderState, readOrder, type StoredOrder } from './order.ts';

/** What an agent may read about its own order. */
export interface OrderView {
  readonly out_trade_no: string;
  readonly state: OrderState;
  /** ISO 8601. */
  readonly pay_before: string;
  readonly trade_no?: string;
  /** ISO 8601: since when the merchant knows that it is paid. */
  readonly paid_at?: string;
  readonly goods?: ReleaseAnswer['goods'];
}

/**
 * Shows an order to the agent that placed it, and to nobody else: a goods code is worth the goods.
 *
 * @param command act-command+jwt, action order.read, target = order number
 * @throws ActError order_unknown, command_*, command_duplicate, request_rate_exceeded
 */
export async function showOrder(
  deps: MerchantContext,
  outTradeNo: string,
  command: string,
  witness: Witness,
): Promise<OrderView> {
  return orderView(await ownOrder(deps, outTradeNo, command, witness));
}

/**
 * What was recorded of an order, for the agent that placed it.
 *
 * @throws ActError as showOrder
 * @see OA-REC-10, TSD-ATT-DSP-02
 */
export async function showOrderRecords(
  deps: MerchantContext,
  outTradeNo: string,
  command: string,
  witness: Witness,
): Promise<RecordListBody> {
  const order = await ownOrder(deps, outTradeNo, command, witness);
  return { records: await recordsOfOrder(deps.store.read, order.outTradeNo) };
}

/**
 * The offer again, with the cart that its digest is of: for the agent that the offer is made out to, which may have come by
 * the offer alone, at a till.
 *
 * @throws ActError as showOrder
 * @see OA-ICN-24, OA-PRV-02
 */
export async function showOffer(
  deps: MerchantContext,
  outTradeNo: string,
  command: string,
  witness: Witness,
): Promise<QuoteAnswer> {
  const { quote } = await ownOrder(deps, outTradeNo, command, witness);
  const row = await deps.store.read.get('SELECT cart FROM merchant_orders WHERE out_trade_no = $1', [
    outTradeNo,
  ]);
  return { quote, cart: JSON.parse(String(row?.cart)) as Cart };
}

async function ownOrder(
  deps: MerchantContext,
  outTradeNo: string,
  command: string,
  witness: Witness,
): Promise<StoredOrder> {
  const order = await readOrder(deps.store.read, outTradeNo);
  await takeOrderRead(deps, order, command, witness);
  return order;
}

/** Judges who asks about an order, and uses the command up. @throws ActError command_*, jws_*, store_unavailable */
export async function takeOrderRead(
  deps: MerchantContext,
  { outTradeNo, agentId, agentJwk }: Pick<StoredOrder, 'outTradeNo' | 'agentId' | 'agentJwk'>,
  command: string,
  witness: Witness,
): Promise<void> {
  const now = deps.clock();
  witness.sender(agentId);
  const claims = await agentCommand(
    command,
    {
      audience: deps.config.merchant,
      action: 'order.read',
      target: outTradeNo,
      issuer: agentId,
      publicJwk: agentJwk,
    },
    now,
    witness,
  );
  deps.callerLimit?.take(agentId);
  const digest = await digestOfJws(command);
  await deps.store.transact((tx) => consumeCommand(tx, { iss: claims.iss, jti: claims.jti, digest, now }));
}

export function orderView(order: StoredOrder): OrderView {
  const { outTradeNo, state, payBefore, paidAt, tradeNo = order.paidTradeNo, goods } = order;
  return {
    out_trade_no: outTradeNo,
    state,
    pay_before: formatUtcSeconds(payBefore),
    ...(tradeNo === undefined ? {} : { trade_no: tradeNo }),
    ...(paidAt === undefined ? {} : { paid_at: formatUtcSeconds(paidAt) }),
    ...(goods === undefined ? {} : { goods }),
  };
}
