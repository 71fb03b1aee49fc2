import { digestOfObject } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { InterconnectRefundBody } from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { signMessage } from '../../../protocol/messages/index.ts';
import { parseAmount, writtenStep } from '../../../protocol/money/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { consumeCommand, type Transaction } from '../../../store/index.ts';
import { partnerCommand } from '../commands.ts';
import type { Leg } from '../ledger.ts';
import type { PspParts } from '../parts.ts';
import { keptRefusal, signedRefusal } from '../refusals.ts';
import { paymentLock } from '../requests.ts';
import { refundAccount } from '../sub-accounts/index.ts';
import { moveTrade } from '../trade-state.ts';
import { holdTrade } from '../trades.ts';
import { housesOf } from './houses.ts';
import { clearingLock, countedAt } from './netting.ts';
import { holdOutgoing, type StoredOutgoing } from './outgoing.ts';
import { givePromotionBack } from './promotions.ts';
import { clearingWith } from './reconcile.ts';
import {
  findRefund,
  insertRefund,
  keyOfRefund,
  type RefundTerms,
  refundedOf,
  type StoredRefund,
} from './refund-rows.ts';

/**
 * The payee's service has taken the money of an order, or a part of it, back from the merchant: the payer and the promotion
 * get back in the proportion in which they paid, and the two services owe each other so much less. Once; again it is the
 * same answer, and what was refused stays refused.
 *
 * @throws SignedRefusal over the digest of what is asked; ActError interconnect_partner_unknown,
 *   interconnect_instruction_altered, interconnect_answer_as_request, command_*, issuer_*, x509_* where nothing is known
 *   of it
 * @see OA-ICN-10, OA-ICN-22, OA-ICN-25, OA-MNY-06
 */
export async function takeRefund(
  parts: PspParts,
  { refund: terms, command }: InterconnectRefundBody,
): Promise<InterconnectRefundBody> {
  const expected = { action: 'interconnect.refund', target: terms.trade_no } as const;
  const { claims, use } = await partnerCommand(parts, command, expected);
  const { iss: partner } = claims;
  const { commandSigner } = clearingWith(parts, partner);
  const digest = await digestOfObject(terms as unknown as JsonValue);
  if (claims.params?.digest !== digest) throw new ActError('interconnect_instruction_altered');
  if (terms.refunded_at !== undefined) throw new ActError('interconnect_answer_as_request');
  const { minor } = parseAmount(terms.amount, terms.currency);
  const asked = { partner, payerPsp: parts.pspId, terms, digest, minor };
  const refund = await parts.store.transact(async (tx) => {
    await tx.lock(paymentLock(partner, terms.trade_no), clearingLock({ partner, currency: terms.currency }));
    await consumeCommand(tx, use);
    const out = await holdOutgoing(tx, terms.trade_no);
    // Of a trade that is not with this partner nothing is kept: it would use up the refund id of whom it is with.
    if (out?.partner !== partner) return refusedFor(asked, new ActError('payment_unknown'));
    // Nothing is no part of anything, and uses no id up either [OA-MNY-06].
    if (minor === 0n) return refusedFor(asked, new ActError('amount_form', { rule: 'zero' }));
    const before = await findRefund(tx, keyOfRefund(asked));
    if (before !== undefined) return sameAs(before, digest);
    return decide(tx, parts, out, asked);
  });
  if (refund.state !== 'REFUNDED') {
    const error = keptRefusal(refund.code, refund.requirement);
    const { partner: requester, digest: requestDigest } = refund;
    throw await signedRefusal(parts, error, { requester, requestDigest, now: parts.clock() });
  }
  const refunded: RefundTerms = { ...terms, refunded_at: formatUtcSeconds(refund.refundedAt ?? 0) };
  const params = { digest: await digestOfObject(refunded as unknown as JsonValue) };
  const word = { iss: parts.pspId, aud: partner, jti: newId(parts.random, 'cmd'), iat: parts.clock() };
  return {
    refund: refunded,
    command: await signMessage('command', { ...word, ...expected, params }, commandSigner),
  };
}

function sameAs(before: StoredRefund, digest: string): StoredRefund {
  if (before.digest !== digest) throw new ActError('request_id_reused', { rule: 'refund_id' });
  return before;
}

type Asked = Pick<StoredRefund, 'partner' | 'payerPsp' | 'terms' | 'digest' | 'minor'>;

const refusedFor = (asked: Asked, { code, requirement }: ActError): StoredRefund => ({
  ...asked,
  state: 'REFUSED',
  code,
  requirement,
});

async function decide(
  tx: Transaction,
  parts: PspParts,
  out: StoredOutgoing,
  asked: Asked,
): Promise<StoredRefund> {
  const now = parts.clock();
  // The payee's word about the payment itself is still awaited: nothing is decided before it.
  if (out.state === 'SENT') throw new ActError('payment_pending');
  const refusal = await objectionTo(tx, out, asked);
  if (refusal !== undefined) {
    const refused = refusedFor(asked, refusal);
    await insertRefund(tx, refused, now);
    return refused;
  }
  const at = await countedAt(tx, { partner: asked.partner, currency: out.currency }, now);
  await giveBack(tx, parts, out, asked, at);
  const refunded: StoredRefund = { ...asked, state: 'REFUNDED', refundedAt: at };
  await insertRefund(tx, refunded, now);
  return refunded;
}

/** It is of this very trade, and no more than what the merchant still has of it. */
async function objectionTo(
  tx: Transaction,
  out: StoredOutgoing,
  { payerPsp, terms, minor }: Asked,
): Promise<ActError | undefined> {
  const { instruction, peerTradeNo, state } = out;
  if (state !== 'PAID' || peerTradeNo !== terms.peer_trade_no) return new ActError('payment_unknown');
  const isSame =
    instruction.merchant === terms.merchant &&
    instruction.out_trade_no === terms.out_trade_no &&
    out.currency === terms.currency;
  if (!isSame) return new ActError('interconnect_instruction_mismatch');
  const trade = await holdTrade(tx, out.tradeNo);
  const before = await refundedOf(tx, { payerPsp, tradeNo: out.tradeNo });
  if (before + minor > out.owedMinor) return new ActError('refund_over_captured');
  // What this service has compensated it has given back by itself: the merchant keeps its money.
  const payerMinor = payersPart(out, before + minor) - payersPart(out, before);
  if (trade.refundedMinor + payerMinor > trade.capturedMinor) return new ActError('refund_over_captured');
  return trade.state.startsWith('WAIT_') ? undefined : new ActError('trade_transition_illegal');
}

async function giveBack(
  tx: Transaction,
  { ledger }: PspParts,
  out: StoredOutgoing,
  { partner, payerPsp, terms, minor }: Asked,
  now: number,
): Promise<void> {
  const { tradeNo, currency, promotionId } = out;
  const trade = await holdTrade(tx, tradeNo);
  const before = await refundedOf(tx, { payerPsp, tradeNo });
  const payerMinor = payersPart(out, before + minor) - payersPart(out, before);
  const promotionMinor = minor - payerMinor;
  await tx.run('UPDATE payments SET refunded_minor = refunded_minor + $1 WHERE trade_no = $2', [
    payerMinor,
    tradeNo,
  ]);
  if (before + minor === out.owedMinor) {
    await moveTrade(tx, { tradeNo, from: trade.state, to: 'TRADE_CLOSED', by: 'merchant', now });
  }
  if (promotionId !== undefined) await givePromotionBack(tx, promotionId, promotionMinor);
  const { clearing, promotions } = await housesOf(tx, ledger, { partner, currency, now });
  const payer = await refundAccount(tx, trade.payerAccount);
  const legs: readonly Leg[] = [
    { accountId: clearing, direction: 'debit', minor },
    { accountId: payer, direction: 'credit', minor: payerMinor },
    { accountId: promotions, direction: 'credit', minor: promotionMinor },
  ];
  await ledger.post(tx, {
    transferId: `${tradeNo}.refunded.${terms.refund_id}`,
    kind: 'refund',
    reference: tradeNo,
    currency,
    legs: legs.filter((leg) => leg.minor !== 0n),
    now,
  });
}

/**
 * What of the payer's own money has come back once so much of the order has: in proportion, rounded up for the payer to
 * what can be written, and everything with the last part. Counted from the whole and not part by part, so that parts never
 * add up to another sum. Of what cost nothing there is no part.
 *
 * @see OA-ICN-22
 */
function payersPart({ payerMinor, owedMinor, currency }: StoredOutgoing, refundedMinor: bigint): bigint {
  const step = writtenStep(currency);
  const whole = owedMinor * step;
  return ((payerMinor * refundedMinor + whole - 1n) / whole) * step;
}
