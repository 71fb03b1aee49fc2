import { ActError, type Code, codeEntry } from '../../../protocol/errors/index.ts';
import { parseUtcSeconds } from '../../../protocol/time/index.ts';
import { writeEvent } from '../../../records/index.ts';
import type { Queries, Transaction } from '../../../store/index.ts';
import type { Leg } from '../ledger.ts';
import { legsBetween } from '../ledger.ts';
import type { PspParts } from '../parts.ts';
import { insertReceipts } from '../receipts.ts';
import { keepRequest, orderLock } from '../requests.ts';
import { refundAccount } from '../sub-accounts/index.ts';
import { moveTrade } from '../trade-state.ts';
import { findTrade } from '../trades.ts';
import { confirmHeld, releaseHeld } from '../usage.ts';
import type { Credited, Refused } from './ask.ts';
import { housesOf } from './houses.ts';
import { endOutgoing, holdOutgoing, type StoredOutgoing } from './outgoing.ts';
import { givePromotionBack } from './promotions.ts';

/**
 * The partner has credited the merchant: what was held is spent, what was on the way is owed, and the agent's receipt
 * names both trade numbers. Once; again it changes nothing.
 *
 * @see OA-ICN-08, OA-ICN-09
 */
export function completeCrossing(parts: PspParts, out: StoredOutgoing, credited: Credited): Promise<void> {
  const { ledger } = parts;
  return decide(parts, out, async (tx, { tradeNo, partner, currency, owedMinor, receipt }, now) => {
    const { peerTradeNo, sellerReceipt } = credited;
    for (const key of out.held) await confirmHeld(tx, key, out.grossMinor);
    const { transit, clearing } = await housesOf(tx, ledger, { partner, currency, now });
    await ledger.post(tx, {
      transferId: `${tradeNo}.cleared`,
      kind: 'payment',
      reference: tradeNo,
      currency,
      legs: legsBetween(transit, clearing, owedMinor),
      now,
    });
    await moveTrade(tx, {
      tradeNo,
      from: 'WAIT_BUYER_PAY',
      to: 'WAIT_SELLER_FULFILLMENT',
      by: 'psp',
      now,
    });
    const peer = { psp_id: partner, trade_no: peerTradeNo };
    await insertReceipts(tx, tradeNo, {
      agent: { claims: { ...receipt, peer } },
      seller: { claims: credited.claims, jws: sellerReceipt },
    });
    await writeEvent(tx, out.event);
    const clearedAt = parseUtcSeconds(credited.claims.paid_at);
    await endOutgoing(tx, tradeNo, { state: 'PAID', peerTradeNo, clearedAt, now });
  });
}

/**
 * The partner has refused, signed: everything that was taken goes back by a correction, limits and promotion included,
 * for nothing of it was ever confirmed. The order can be paid anew.
 *
 * @see OA-ICN-07
 */
export function reverseCrossing(parts: PspParts, out: StoredOutgoing, { code }: Refused): Promise<void> {
  const { ledger } = parts;
  return decide(parts, out, async (tx, { tradeNo, promotionId, promotionMinor }, now) => {
    for (const key of out.held) await releaseHeld(tx, key, out.grossMinor);
    if (promotionId !== undefined) await givePromotionBack(tx, promotionId, promotionMinor);
    await ledger.post(tx, {
      transferId: `${tradeNo}.reversed`,
      kind: 'correction',
      reference: tradeNo,
      currency: out.currency,
      legs: await legsBack(tx, parts, out, now),
      now,
    });
    await keepRequest(tx, tradeNo);
    await tx.run("DELETE FROM payments WHERE trade_no = $1 AND state = 'WAIT_BUYER_PAY'", [tradeNo]);
    await closeSession(tx, tradeNo, 'interconnect_refused');
    await endOutgoing(tx, tradeNo, { state: 'REVERSED', code, now });
  });
}

/** The decision falls once, while nobody else pays the order. */
function decide(
  { store, clock }: PspParts,
  { tradeNo, instruction }: StoredOutgoing,
  work: (tx: Transaction, out: StoredOutgoing, now: number) => Promise<void>,
): Promise<void> {
  return store.transact(async (tx) => {
    const now = clock();
    await tx.lock(orderLock(instruction.merchant, instruction.out_trade_no));
    const out = await holdOutgoing(tx, tradeNo);
    if (out?.state === 'SENT') await work(tx, out, now);
  });
}

async function legsBack(
  tx: Queries,
  { ledger }: PspParts,
  out: StoredOutgoing,
  now: number,
): Promise<readonly Leg[]> {
  const { tradeNo, partner, currency } = out;
  const trade = await findTrade(tx, tradeNo);
  if (trade === undefined) throw new ActError('internal', { rule: 'trade_of_crossing' });
  const { transit, promotions } = await housesOf(tx, ledger, { partner, currency, now });
  const payer = await refundAccount(tx, trade.payerAccount);
  const legs: readonly Leg[] = [
    { accountId: transit, direction: 'debit', minor: out.owedMinor },
    { accountId: payer, direction: 'credit', minor: out.payerMinor },
    { accountId: promotions, direction: 'credit', minor: out.promotionMinor },
  ];
  return legs.filter(({ minor }) => minor !== 0n);
}

/** At act:L1 the user's yes has led to nothing. */
async function closeSession(tx: Queries, paymentId: string, code: Code): Promise<void> {
  await tx.run(
    `UPDATE instant_payments SET state = 'TRADE_CLOSED', code = $2, requirement = $3
     WHERE payment_id = $1 AND state = 'PAID'`,
    [paymentId, code, codeEntry(code).requirement],
  );
}
