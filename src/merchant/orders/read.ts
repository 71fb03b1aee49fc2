import type { Witness } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import type { ReleaseAnswer } from '../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
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
  const now = deps.clock();
  const order = await readOrder(deps.store.read, outTradeNo);
  const { agentId, agentJwk } = order;
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
  return orderView(order);
}

export function orderView({ outTradeNo, state, payBefore, tradeNo, goods }: StoredOrder): OrderView {
  return {
    out_trade_no: outTradeNo,
    state,
    pay_before: formatUtcSeconds(payBefore),
    ...(tradeNo === undefined ? {} : { trade_no: tradeNo }),
    ...(goods === undefined ? {} : { goods }),
  };
}
