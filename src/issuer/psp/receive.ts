import { ActError } from '../../protocol/errors/index.ts';
import { consumeCommand } from '../../store/index.ts';
import { buyerOf, isBuyer } from './buyer.ts';
import { finishTrade } from './escrow.ts';
import type { FulfilmentAnswer } from './fulfilment.ts';
import type { PspParts } from './parts.ts';
import { holdTrade } from './trades.ts';

/**
 * Takes the buyer's word that the goods have come: the agent's key that paid, or a device of whose money it was. The trade
 * is finished, and what was held goes to the payee. Saying it again changes nothing.
 *
 * @throws ActError payment_unknown (also for somebody else's trade), trade_transition_illegal, agent_unknown,
 *   device_unknown, command_*
 * @see OA-ESC-04, PSD-PAY-A402-20
 */
export async function confirmReceipt(
  parts: PspParts,
  tradeNo: string,
  command: string,
): Promise<FulfilmentAnswer> {
  const buyer = await buyerOf(parts, tradeNo, command, 'trade.receive');
  return parts.store.transact(async (tx) => {
    await consumeCommand(tx, buyer.use);
    const trade = await holdTrade(tx, tradeNo);
    if (!(await isBuyer(tx, parts, trade, buyer))) throw new ActError('payment_unknown');
    if (trade.state !== 'TRADE_FINISHED')
      await finishTrade(tx, parts.ledger, trade, { by: 'buyer', now: buyer.now });
    return { trade_no: tradeNo, state: 'TRADE_FINISHED' };
  });
}
