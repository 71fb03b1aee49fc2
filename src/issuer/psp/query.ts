import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentAnswer } from '../../protocol/generated/types.ts';
import { consumeCommand, type Queries } from '../../store/index.ts';
import { agentCommand } from './commands.ts';
import { advanceCrossing } from './interconnect/advance.ts';
import type { PspParts } from './parts.ts';
import { paymentLock } from './requests.ts';
import { findTradesOfAgent, type Trade } from './trades.ts';

/**
 * Tells the agent, by the key that paid, and nobody else, how a payment ended. The command's target is the request id,
 * the trade number or the merchant's order number.
 *
 * @throws ActError payment_unknown (also for the payment of another agent or key), payment_pending (paid, receipts not
 *   signed yet), command_target_mismatch (an order number that several merchants use), agent_unknown, command_*
 * @see OA-QRY-01, OA-QRY-02
 */
export async function queryPayment(parts: PspParts, command: string): Promise<PaymentAnswer> {
  const { claims, use, agentJkt } = await agentCommand(parts, command, 'payment.query');
  const trade = await parts.store.transact(async (tx) => {
    // A payment whose answer was lost may be about to commit.
    await tx.lock(paymentLock(claims.iss, claims.target));
    await consumeCommand(tx, use);
    return tradeFor(tx, { agentId: claims.iss, agentJkt }, claims.target);
  });
  // An answer of another service may have been lost: it is asked now.
  if (trade.state === 'WAIT_BUYER_PAY') await advanceCrossing(parts, trade.tradeNo);
  return parts.desk.answerFor(trade.tradeNo);
}

async function tradeFor(
  tx: Queries,
  payer: Parameters<typeof findTradesOfAgent>[1],
  target: string,
): Promise<Trade> {
  const trades = await findTradesOfAgent(tx, payer, target);
  const [only] = trades.length === 1 ? trades : trades.filter(({ tradeNo }) => tradeNo === target);
  if (only) return only;
  if (trades.length > 1) throw new ActError('command_target_mismatch', { rule: 'ambiguous' });
  throw new ActError('payment_unknown');
}
