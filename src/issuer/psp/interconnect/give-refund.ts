import { expectJson, isUnanswered, RemoteProblem } from '../../../http/index.ts';
import { traced } from '../../../http/traced.ts';
import { digestOfObject } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { CommandClaims, InterconnectRefundBody } from '../../../protocol/generated/types.ts';
import { validateInterconnectRefundBody } from '../../../protocol/generated/validators.js';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { signMessage } from '../../../protocol/messages/index.ts';
import { formatAmount } from '../../../protocol/money/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { parseUtcSeconds } from '../../../protocol/time/index.ts';
import type { Transaction } from '../../../store/index.ts';
import { verifyRefusal } from '../../../verifier/index.ts';
import { partnerCommand } from '../commands.ts';
import { legsBetween } from '../ledger.ts';
import type { PspParts } from '../parts.ts';
import { assertTransition, moveTrade } from '../trade-state.ts';
import { holdTrade, type Trade } from '../trades.ts';
import type { Refused, Unknown } from './ask.ts';
import { clearingAccount, transitAccount } from './houses.ts';
import { findIncomingOfTrade } from './incoming.ts';
import { clearingWith } from './reconcile.ts';
import {
  endRefund,
  findRefund,
  insertRefund,
  keyOfRefund,
  type RefundKey,
  type RefundTerms,
  refundedOf,
  refundsUnder,
  type StoredRefund,
} from './refund-rows.ts';

export interface RefundWish {
  readonly refundId: string;
  readonly minor: bigint;
  readonly currency: string;
}

/**
 * What is asked of the payer's service for a refund of a trade that came from there; made before the transaction, which
 * may not wait for a digest.
 *
 * @throws ActError payment_unknown when the trade came from nowhere else
 */
export async function planRefund(parts: PspParts, trade: Trade, wish: RefundWish) {
  const incoming = await findIncomingOfTrade(parts.store.read, trade.tradeNo);
  if (incoming === undefined) throw new ActError('payment_unknown');
  const terms: RefundTerms = {
    trade_no: incoming.peerTradeNo,
    peer_trade_no: trade.tradeNo,
    merchant: trade.merchant,
    out_trade_no: trade.outTradeNo,
    refund_id: wish.refundId,
    amount: formatAmount(wish),
    currency: wish.currency,
  };
  const digest = await digestOfObject(terms as unknown as JsonValue);
  const { partner } = incoming;
  return { partner, payerPsp: partner, terms, digest, minor: wish.minor, state: 'SENT' } as const;
}

/**
 * Takes the money of an order, or a part of it, back from the merchant and writes down that the payer's service is to be
 * asked, in one transaction. All of them together are never more than the merchant got.
 *
 * @returns what there is of it before: asked again it is one refund
 * @throws ActError refund_over_captured, currency_mismatch, request_id_reused,
 *   trade_transition_illegal, balance_insufficient
 * @see OA-ICN-10
 */
export async function holdRefund(
  tx: Transaction,
  { ledger, clock }: PspParts,
  trade: Trade,
  refund: StoredRefund,
): Promise<void> {
  const { terms, minor, partner } = refund;
  const now = clock();
  const named = { merchant: trade.merchant, refundId: terms.refund_id };
  const [before, ...more] = await refundsUnder(tx, named);
  if (before !== undefined && (more.length > 0 || before.digest !== refund.digest)) {
    throw new ActError('request_id_reused', { rule: 'refund_id' });
  }
  if (before !== undefined) return;
  if (terms.currency !== trade.currency) throw new ActError('currency_mismatch');
  const { changes } = await tx.run(
    `UPDATE payments SET refunded_minor = refunded_minor + $1
     WHERE trade_no = $2 AND refunded_minor + $1 <= captured_minor`,
    [minor, trade.tradeNo],
  );
  if (changes !== 1) throw new ActError('refund_over_captured');
  assertTransition(trade.state, 'TRADE_CLOSED', 'merchant');
  const transit = await transitAccount(tx, ledger, { partner, currency: terms.currency, now });
  await ledger.post(tx, {
    transferId: `${trade.tradeNo}.refund.${terms.refund_id}`,
    kind: 'refund',
    reference: trade.tradeNo,
    currency: terms.currency,
    legs: legsBetween(trade.payeeAccount, transit, minor),
    now,
  });
  await insertRefund(tx, refund, now);
}

/**
 * Asks the payer's service, and acts on its signed word. With silence it stays as it is, and can be asked again: the
 * other one gives back once.
 *
 * @throws ActError payment_pending, interconnect_refused (the merchant has its money back)
 * @see OA-ICN-07, OA-ICN-10
 */
export async function advanceRefund(parts: PspParts, key: RefundKey): Promise<void> {
  const refund = await findRefund(parts.store.read, key);
  if (refund === undefined || refund.state === 'REFUNDED') return;
  if (refund.state === 'REFUSED') throw refusedBy(refund.partner, refund.code ?? '');
  const outcome = await askOnce(parts, refund);
  if (outcome.kind === 'refused') throw refusedBy(refund.partner, outcome.code);
  if (outcome.kind === 'unknown') throw new ActError('payment_pending');
}

/**
 * Asks again for one that is still open, and acts on the answer.
 *
 * @returns whether the payer's service was there, as far as is known: false only where it gave no answer at all
 * @see OA-ICN-07
 */
export async function askAgain(parts: PspParts, key: RefundKey): Promise<boolean> {
  const refund = await findRefund(parts.store.read, key);
  if (refund?.state !== 'SENT') return true;
  const outcome = await askOnce(parts, refund);
  return outcome.kind !== 'unknown' || !outcome.isUnanswered;
}

async function askOnce(
  parts: PspParts,
  refund: StoredRefund,
): Promise<{ readonly kind: 'refunded' } | Refused | Unknown> {
  let refundedAt: number;
  try {
    refundedAt = await ask(parts, refund);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const refusal = await signedRefusal(parts, refund, error);
    if (refusal === undefined) return { kind: 'unknown', isUnanswered: isUnanswered(error) };
    await takeBack(parts, refund, refusal);
    return { kind: 'refused', code: refusal.code };
  }
  await complete(parts, refund, refundedAt);
  return { kind: 'refunded' };
}

const refusedBy = (partner: string, code: string): ActError =>
  new ActError('interconnect_refused', { psp_id: partner, code });

/** @returns when the payer has the money back, by the signed word of the payer's service */
async function ask(parts: PspParts, { partner, terms, digest }: StoredRefund): Promise<number> {
  const { commandSigner, http } = clearingWith(parts, partner);
  const { pspId, clock, random, trust, trace } = parts;
  const step = { from: pspId, to: partner, message: 'interconnect.refund', note: terms.trade_no };
  return traced(trace, step, async () => {
    const base = (await trust.current(clock())).entry(partner, 'PSP')?.endpoints?.base_url;
    if (base === undefined) throw new ActError('issuer_not_trusted', { entity: partner, role: 'PSP' });
    const expected = { action: 'interconnect.refund', target: terms.trade_no } as const;
    const claims: CommandClaims = {
      iss: pspId,
      aud: partner,
      jti: newId(random, 'cmd'),
      iat: clock(),
      ...expected,
      params: { digest },
    };
    const body: InterconnectRefundBody = {
      refund: terms,
      command: await signMessage('command', claims, commandSigner),
    };
    const answer = expectJson(
      validateInterconnectRefundBody,
      await http.post(`${base}/interconnect/refunds`, body),
    );
    const { claims: word } = await partnerCommand(parts, answer.command, expected);
    const { refunded_at, ...same } = answer.refund;
    const isTheirs =
      word.iss === partner &&
      word.params?.digest === (await digestOfObject(answer.refund as unknown as JsonValue)) &&
      (await digestOfObject(same as unknown as JsonValue)) === digest;
    if (!isTheirs || refunded_at === undefined)
      throw new ActError('peer_answer_invalid', { member: 'refund' });
    return parseUtcSeconds(refunded_at);
  });
}

async function signedRefusal({ pspId, trust, clock }: PspParts, refund: StoredRefund, error: ActError) {
  const refusal = error instanceof RemoteProblem ? error.problem.refusal : undefined;
  if (refusal === undefined) return undefined;
  const now = clock();
  const judged = await verifyRefusal(refusal, {
    trustList: await trust.current(now),
    now,
    expected: { psp_id: refund.partner, audience: pspId, request_digest: refund.digest },
  });
  return judged.verdict === 'accepted' ? judged.facts.claims : undefined;
}

function complete(
  { store, ledger, clock }: PspParts,
  refund: StoredRefund,
  refundedAt: number,
): Promise<void> {
  const { partner, terms, minor } = refund;
  return store.transact(async (tx) => {
    const now = clock();
    const trade = await holdTrade(tx, terms.peer_trade_no);
    if (!(await endRefund(tx, keyOfRefund(refund), { state: 'REFUNDED', refundedAt }))) return;
    const house = { partner, currency: terms.currency, now };
    const transit = await transitAccount(tx, ledger, house);
    const clearing = await clearingAccount(tx, ledger, house);
    await ledger.post(tx, {
      transferId: `${trade.tradeNo}.refunded.${terms.refund_id}`,
      kind: 'refund',
      reference: trade.tradeNo,
      currency: terms.currency,
      legs: legsBetween(transit, clearing, minor),
      now,
    });
    await tx.run(
      'INSERT INTO refunds (merchant, refund_id, trade_no, amount_minor, refunded_at) VALUES ($1, $2, $3, $4, $5)',
      [terms.merchant, terms.refund_id, trade.tradeNo, minor, now],
    );
    // What finished while the answer was out stays finished: the money has gone back all the same.
    if (!trade.state.startsWith('WAIT_')) return;
    if ((await refundedOf(tx, keyOfRefund(refund))) !== trade.capturedMinor) return;
    await moveTrade(tx, {
      tradeNo: trade.tradeNo,
      from: trade.state,
      to: 'TRADE_CLOSED',
      by: 'merchant',
      now,
    });
  });
}

function takeBack(
  { store, ledger, clock }: PspParts,
  refund: StoredRefund,
  { code, requirement }: { readonly code: string; readonly requirement: string },
): Promise<void> {
  const { partner, terms, minor } = refund;
  return store.transact(async (tx) => {
    const now = clock();
    const trade = await holdTrade(tx, terms.peer_trade_no);
    if (!(await endRefund(tx, keyOfRefund(refund), { state: 'REFUSED', code, requirement }))) return;
    await tx.run('UPDATE payments SET refunded_minor = refunded_minor - $1 WHERE trade_no = $2', [
      minor,
      trade.tradeNo,
    ]);
    const transit = await transitAccount(tx, ledger, { partner, currency: terms.currency, now });
    await ledger.post(tx, {
      transferId: `${trade.tradeNo}.kept.${terms.refund_id}`,
      kind: 'correction',
      reference: trade.tradeNo,
      currency: terms.currency,
      legs: legsBetween(transit, trade.payeeAccount, minor),
      now,
    });
  });
}
