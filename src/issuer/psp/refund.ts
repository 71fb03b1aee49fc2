import { ActError } from '../../protocol/errors/index.ts';
import type { CommandClaims } from '../../protocol/generated/types.ts';
import { formatAmount, parseAmount } from '../../protocol/money/index.ts';
import { consumeCommand, newOrderedId, type Queries } from '../../store/index.ts';
import { type Command, merchantCommand } from './commands.ts';
import { isAcross } from './interconnect/across.ts';
import { advanceRefund, holdRefund, planRefund } from './interconnect/give-refund.ts';
import { findIncomingOfTrade } from './interconnect/incoming.ts';
import { keyOfRefund, refundsUnder } from './interconnect/refund-rows.ts';
import { legsBetween } from './ledger.ts';
import type { PspParts } from './parts.ts';
import { refundLock } from './requests.ts';
import { integer, text } from './row.ts';
import { whereMoneyLies } from './settlement.ts';
import { refundAccount } from './sub-accounts/index.ts';
import { assertTransition, moveTrade, type TradeState } from './trade-state.ts';
import { getTrade, holdTrade, type Trade } from './trades.ts';

export interface RefundAnswer {
  readonly trade_no: string;
  readonly refund_id: string;
  readonly refunded_total: string;
  readonly state: TradeState;
}

interface RefundOrder {
  readonly refundId: string;
  readonly minor: bigint;
  readonly currency: string;
}

/**
 * Gives money back to the payer, from the merchant's account. The same refund id again gets the same answer. What was
 * spent under the mandate stays spent. A trade that is refunded in full is closed. What came from another payment service
 * goes back through it.
 *
 * @throws ActError refund_over_captured, request_id_reused (the refund id stands for another refund),
 *   currency_mismatch, amount_form, schema_mismatch (a parameter is missing), trade_transition_illegal,
 *   balance_insufficient, payment_unknown, payment_pending and interconnect_refused (of another service),
 *   command_not_permitted (another merchant's trade), command_*, issuer_*, x509_*
 * @see OA-RFD-01, OA-RFD-02, OA-LIM-21, OA-ICN-10, OA-MNY-06
 */
export async function refund(parts: PspParts, tradeNo: string, command: string): Promise<RefundAnswer> {
  const { claims, use, now } = await merchantCommand(parts, command, {
    action: 'payment.refund',
    target: tradeNo,
  });
  const order = refundOrder(claims.params);
  const incoming = await findIncomingOfTrade(parts.store.read, tradeNo);
  if (incoming !== undefined) return refundAcross(parts, tradeNo, { claims, use }, order);
  const transferId = newOrderedId(parts.random, 'rfnd', now);
  return parts.store.transact(async (tx) => {
    await tx.lock(refundLock(claims.iss, order.refundId));
    await consumeCommand(tx, use);
    const trade = await holdTrade(tx, tradeNo);
    if (trade.merchant !== claims.iss) throw new ActError('command_not_permitted', { rule: 'merchant' });
    await assertBothHere(tx, tradeNo);
    await assertNotAcross(tx, trade, order);
    if (!(await isDone(tx, trade, order))) await giveBack(tx, parts, trade, order, { transferId, now });
    return answer(await getTrade(tx, tradeNo), order);
  });
}

/** The merchant's money first, then the payer's service is asked: asked again it is one refund. */
async function refundAcross(
  parts: PspParts,
  tradeNo: string,
  { claims, use }: Pick<Command, 'claims' | 'use'>,
  order: RefundOrder,
): Promise<RefundAnswer> {
  const plan = await planRefund(parts, await getTrade(parts.store.read, tradeNo), order);
  await parts.store.transact(async (tx) => {
    await tx.lock(refundLock(claims.iss, order.refundId));
    await consumeCommand(tx, use);
    const trade = await holdTrade(tx, tradeNo);
    if (trade.merchant !== claims.iss) throw new ActError('command_not_permitted', { rule: 'merchant' });
    if (!(await isDone(tx, trade, order))) await holdRefund(tx, parts, trade, plan);
  });
  await advanceRefund(parts, keyOfRefund(plan));
  return answer(await getTrade(parts.store.read, tradeNo), order);
}

/** The payer's service gives nothing back that the payee's has not taken from the merchant [OA-ICN-10]. */
async function assertBothHere(tx: Queries, tradeNo: string): Promise<void> {
  if (await isAcross(tx, tradeNo)) throw new ActError('command_not_permitted', { rule: 'other_service' });
}

/** An id that is out with another service, whose answer is still awaited, is used up as well. */
async function assertNotAcross(tx: Queries, { merchant }: Trade, { refundId }: RefundOrder): Promise<void> {
  const across = await refundsUnder(tx, { merchant, refundId });
  if (across.length > 0) throw new ActError('request_id_reused', { rule: 'refund_id' });
}

function refundOrder(params: CommandClaims['params']): RefundOrder {
  const { amount, currency, refund_id: refundId } = params ?? {};
  if (amount === undefined || currency === undefined || refundId === undefined) {
    throw new ActError('schema_mismatch', { at: '/params', rule: 'required' });
  }
  const { minor } = parseAmount(amount, currency);
  if (minor === 0n) throw new ActError('amount_form', { rule: 'zero' });
  return { refundId, minor, currency };
}

async function isDone(tx: Queries, trade: Trade, order: RefundOrder): Promise<boolean> {
  const row = await tx.get(
    'SELECT trade_no, amount_minor FROM refunds WHERE merchant = $1 AND refund_id = $2',
    [trade.merchant, order.refundId],
  );
  if (!row) return false;
  const same =
    text(row, 'trade_no') === trade.tradeNo &&
    integer(row, 'amount_minor') === order.minor &&
    trade.currency === order.currency;
  if (!same) throw new ActError('request_id_reused', { rule: 'refund_id' });
  return true;
}

async function giveBack(
  tx: Queries,
  { ledger }: PspParts,
  trade: Trade,
  order: RefundOrder,
  { transferId, now }: { readonly transferId: string; readonly now: number },
): Promise<void> {
  if (order.currency !== trade.currency) throw new ActError('currency_mismatch');
  const { changes } = await tx.run(
    `UPDATE payments SET refunded_minor = refunded_minor + $1
     WHERE trade_no = $2 AND refunded_minor + $1 <= captured_minor`,
    [order.minor, trade.tradeNo],
  );
  if (changes !== 1) throw new ActError('refund_over_captured');
  assertTransition(trade.state, 'TRADE_CLOSED', 'merchant');
  await tx.run(
    'INSERT INTO refunds (merchant, refund_id, trade_no, amount_minor, refunded_at) VALUES ($1, $2, $3, $4, $5)',
    [trade.merchant, order.refundId, trade.tradeNo, order.minor, now],
  );
  await ledger.post(tx, {
    transferId,
    kind: 'refund',
    reference: trade.tradeNo,
    currency: trade.currency,
    legs: legsBetween(
      await whereMoneyLies(tx, ledger, trade, now),
      await refundAccount(tx, trade.payerAccount),
      order.minor,
    ),
    now,
  });
  if (trade.refundedMinor + order.minor === trade.capturedMinor) {
    await moveTrade(tx, {
      tradeNo: trade.tradeNo,
      from: trade.state,
      to: 'TRADE_CLOSED',
      by: 'merchant',
      now,
    });
  }
}

function answer(trade: Trade, order: RefundOrder): RefundAnswer {
  return {
    trade_no: trade.tradeNo,
    refund_id: order.refundId,
    refunded_total: formatAmount({ currency: trade.currency, minor: trade.refundedMinor }),
    state: trade.state,
  };
}
