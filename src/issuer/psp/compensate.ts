import { ActError } from '../../protocol/errors/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { formatAmount } from '../../protocol/money/index.ts';
import type { Transaction } from '../../store/index.ts';
import { type PinnedKeys, verifyDispute } from '../../verifier/index.ts';
import { houseAccount } from './accounts.ts';
import { legsBetween } from './ledger.ts';
import type { PspParts } from './parts.ts';
import { refundAccount } from './sub-accounts/index.ts';
import { holdTrade, type Trade } from './trades.ts';

export interface Compensation {
  readonly trade_no: string;
  readonly amount: string;
  readonly currency: string;
  /** The code that shows that the payment lay outside the mandate. */
  readonly reason: string;
}

/**
 * "Compensated if stolen": judges a file of evidence by itself, and pays the payer back out of the service's own money
 * when it shows that one of its payments lay outside the mandate. The merchant keeps what it has. A trade is compensated
 * once, for what was not refunded; nothing more can be refunded afterwards.
 *
 * @param evidence bytes of schemas/dispute-bundle.json
 * @param trustListKey the pinned key that the evidence is judged by
 * @throws ActError compensation_refused (with the finding and its reason), payment_unknown, balance_insufficient
 * @see OA-DSP-08
 */
export async function compensate(
  parts: PspParts,
  evidence: Uint8Array,
  trustListKey: PinnedKeys,
): Promise<Compensation> {
  const now = parts.clock();
  const { finding, bundle } = await verifyDispute(evidence, { trustListKey, now });
  if (finding.finding !== 'COMPENSATED' || bundle === undefined) {
    throw new ActError('compensation_refused', { finding: finding.finding, reason: finding.reason });
  }
  const receipt = readMessage('receipt', bundle.purchase.receipt).claims;
  if (receipt.iss !== parts.pspId) throw new ActError('compensation_refused', { rule: 'payment_service' });
  return parts.store.transact(async (tx) => {
    const trade = await holdTrade(tx, receipt.trade_no);
    if (trade.outTradeNo !== receipt.out_trade_no || trade.merchant !== receipt.merchant) {
      throw new ActError('compensation_refused', { rule: 'trade' });
    }
    const minor = await payBack(tx, parts, trade, now);
    const { currency } = trade;
    return {
      trade_no: trade.tradeNo,
      amount: formatAmount({ currency, minor }),
      currency,
      reason: finding.reason,
    };
  });
}

/** @returns what was paid back: of a second call, nothing */
async function payBack(tx: Transaction, { ledger }: PspParts, trade: Trade, now: number): Promise<bigint> {
  const minor = trade.capturedMinor - trade.refundedMinor;
  if (minor === 0n) return 0n;
  await tx.run('UPDATE payments SET refunded_minor = captured_minor WHERE trade_no = $1', [trade.tradeNo]);
  await ledger.post(tx, {
    transferId: `compensation:${trade.tradeNo}`,
    kind: 'correction',
    reference: trade.tradeNo,
    currency: trade.currency,
    legs: legsBetween(
      await houseAccount(tx, 'compensation', trade.currency, now),
      await refundAccount(tx, trade.payerAccount),
      minor,
    ),
    now,
  });
  return minor;
}
