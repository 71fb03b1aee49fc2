import type { Witness } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { consumeCommand } from '../../store/index.ts';
import { agentCommand } from '../command.ts';
import type { MerchantContext } from '../deps.ts';
import { linesOf, unlockStock } from '../stock.ts';
import { holdOrder, readOrder } from './order.ts';
import { type OrderView, orderView } from './read.ts';

/**
 * Gives up an order that was not released: its stock comes back at once instead of at pay_before. An order that is
 * closed already stays so. A receipt that turns up afterwards is met as for any closed order.
 *
 * @param command act-command+jwt, action order.cancel, target = order number
 * @throws ActError order_unknown, command_*, command_duplicate, request_rate_exceeded, order_already_released
 * @see OA-ORD-21
 */
export async function cancelOrder(
  deps: MerchantContext,
  outTradeNo: string,
  command: string,
  witness: Witness,
): Promise<OrderView> {
  const now = deps.clock();
  const { agentId, agentJwk } = await readOrder(deps.store.read, outTradeNo);
  witness.sender(agentId);
  const { merchant } = deps.config;
  const expected = { audience: merchant, action: 'order.cancel', target: outTradeNo } as const;
  const { iss, jti } = await agentCommand(
    command,
    { ...expected, issuer: agentId, publicJwk: agentJwk },
    now,
    witness,
  );
  deps.callerLimit?.take(agentId);
  const use = { iss, jti, digest: await digestOfJws(command), now };
  return deps.store.transact(async (tx) => {
    await consumeCommand(tx, use);
    const order = await holdOrder(tx, outTradeNo);
    if (order.state === 'RELEASED' || order.state === 'REFUND_DUE') {
      throw new ActError('order_already_released', { state: order.state });
    }
    const { changes } = await tx.run(
      "UPDATE merchant_orders SET state = 'CLOSED' WHERE out_trade_no = $1 AND state = 'LOCKED'",
      [outTradeNo],
    );
    if (changes === 1) await unlockStock(tx, await linesOf(tx, outTradeNo));
    return orderView({ ...order, state: 'CLOSED' });
  });
}
