import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { readKept } from '../../protocol/messages/index.ts';
import { signCommand, trustedAddress, trustNow, withText } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { type Purchase, savePurchase } from './purchase.ts';
import { assertTransition } from './transitions.ts';

const closedOrder = withText('out_trade_no', 'state');

/**
 * The user gives a purchase up that has not been paid and of which no request is on its way. Why it stood still stays
 * on record; the seller is told, so that others can have the goods.
 *
 * @throws ActError purchase_transition_illegal, store_unavailable
 * @see OA-CART-02
 */
export async function cancelPurchase(context: AgentContext, purchase: Purchase): Promise<Purchase> {
  if (purchase.state === 'CANCELLED') return purchase;
  assertTransition(purchase.state, 'CANCELLED');
  const cancelled: Purchase = { ...purchase, state: 'CANCELLED' };
  await context.store.transact((tx) => savePurchase(tx, cancelled));
  const { quote } = purchase.data;
  if (quote !== undefined) await giveUpOrder(context, readKept('quote', quote).iss, quote);
  return cancelled;
}

/**
 * Tells the seller that an order will not be paid. It is a courtesy: the lock ends by itself at pay_before, so a
 * seller that cannot be reached changes nothing.
 *
 * @param quote as the seller gave it, whether it was accepted or not
 */
export async function giveUpOrder(context: AgentContext, merchant: string, quote: string): Promise<void> {
  const agentId = context.config.agent_id;
  const step = { from: agentId, to: merchant, message: 'order.cancel', signer: agentId };
  try {
    await traced(context.trace, step, async () => {
      const order = readKept('quote', quote).out_trade_no;
      const { baseUrl } = trustedAddress(await trustNow(context), merchant, 'MERCHANT');
      const command = await signCommand(context, { aud: merchant, action: 'order.cancel', target: order });
      const url = `${baseUrl}/orders/${encodeURIComponent(order)}/cancel`;
      expectJson(closedOrder, await context.http.post(url, { command }));
    });
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    context.log.warn({ code: error.code }, 'order not given up');
  }
}
