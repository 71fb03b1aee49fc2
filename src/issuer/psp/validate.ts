import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ValidationAnswer } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { formatAmount } from '../../protocol/money/index.ts';
import { consumeCommand } from '../../store/index.ts';
import { merchantCommand } from './commands.ts';
import type { PspParts } from './parts.ts';
import { findTrade, type Trade } from './trades.ts';

/** A trade in one of these is paid, and its money is still with the seller or on the way to it. */
const STANDING: ReadonlySet<Trade['state']> = new Set([
  'WAIT_SELLER_FULFILLMENT',
  'WAIT_BUYER_RECEIPT',
  'TRADE_FINISHED',
]);

/**
 * Tells a seller whether a proof of payment stands at this moment: it is ours, for this seller, not closed and not
 * refunded. The command's target is the trade, `params.digest` the digest of the receipt as the buyer showed it.
 *
 * @throws ActError payment_proof_invalid, command_*, issuer_*, x509_*
 * @see PSD-PAY-A402-07
 */
export async function validatePayment(parts: PspParts, command: string): Promise<ValidationAnswer> {
  const { target } = readMessage('command', command).claims;
  const { claims, use } = await merchantCommand(parts, command, { action: 'payment.validate', target });
  const trade = await parts.store.transact(async (tx) => {
    await consumeCommand(tx, use);
    return findTrade(tx, target);
  });
  if (trade?.merchant !== claims.iss) throw new ActError('payment_proof_invalid', { rule: 'unknown' });
  if (!STANDING.has(trade.state)) throw new ActError('payment_proof_invalid', { rule: trade.state });
  if (trade.refundedMinor > 0n) throw new ActError('payment_proof_invalid', { rule: 'refunded' });
  const receipt_digest = await digestOfJws(await parts.desk.sellerReceiptOf(trade.tradeNo));
  if (claims.params?.digest !== receipt_digest)
    throw new ActError('payment_proof_invalid', { rule: 'digest' });
  const { currency, refundedMinor: minor } = trade;
  return {
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    state: trade.state,
    receipt_digest,
    refunded_total: formatAmount({ currency, minor }),
    currency,
  };
}
