import { inSpan } from '../../../http/index.ts';
import { traced } from '../../../http/traced.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { InstantPaymentBody } from '../../../protocol/generated/types.ts';
import { newOrderedId, type Queries, type Transaction } from '../../../store/index.ts';
import { assertAccepted, discountsFor, type InstantFacts } from '../../../verifier/index.ts';
import type { PspParts } from '../parts.ts';
import { withStatement } from '../payment/pay.ts';
import { isAuthenticated } from '../payment/repeat.ts';
import type { Cashier, CashierQuestion, PreparedQuestion } from '../ports.ts';
import { isSignableRefusal } from '../refusals.ts';
import { consumeRequest, orderLock } from '../requests.ts';
import type { Tool } from '../tools.ts';
import { findTradeOfOrder } from '../trades.ts';
import { decodeInstant, type InstantMessages } from './decode.ts';
import { type JudgedInstant, judgeRequest } from './judge.ts';
import { isInstantRepeat } from './repeat.ts';
import { findOpenSession, insertSession } from './session.ts';

/**
 * Takes a payment request at act:L1 and puts it before the user. Nothing is charged here, and nobody is asked before
 * every basic check has passed. The same order at the cashier again finds the question that waits; an order that was
 * paid finds its payment.
 *
 * @returns the payment_id
 * @throws SignedRefusal with the code of the first check that refused, once the agent's signature was verified;
 *   ActError before that, and request_duplicate, request_id_reused, order_paid_otherwise, too_many_requests
 * @see PSD-PAY-INS-06, PSD-PAY-INS-07, PSD-PAY-INS-10, OA-INS-02
 */
export async function openInstant(
  parts: PspParts,
  cashier: Cashier,
  body: InstantPaymentBody,
): Promise<string> {
  const now = parts.clock();
  const messages = await decodeInstant(body);
  const judged = await inSpan('judge', () => judgeRequest(parts, messages, now));
  const step = { from: messages.request.claims.iss, to: parts.pspId, message: 'act-payment-request+jwt' };
  return traced(parts.trace, step, async (witness) => {
    witness.judged(judged.judgement);
    try {
      return await inSpan('transaction', () => enter(parts, cashier, judged, now));
    } catch (error) {
      const sign = error instanceof ActError && isSignableRefusal(error) && isAuthenticated(judged.judgement);
      throw sign ? await withStatement(parts, messages, error, now) : error;
    }
  });
}

async function enter(parts: PspParts, cashier: Cashier, judged: JudgedInstant, now: number): Promise<string> {
  const { messages, judgement, facts, tool, merchantName } = judged;
  if (!(await isWorthEntering(parts.store.read, judged))) assertAccepted(judgement);
  const paymentId = newOrderedId(parts.random, 'trade', now);
  const question =
    facts && tool && judgement.verdict === 'accepted'
      ? await cashier.ask(questionFor(paymentId, facts, tool, merchantName), now)
      : undefined;
  return parts.store.transact(async (tx) => {
    const at = parts.clock();
    const { quote, request } = messages;
    await tx.lock(orderLock(quote.claims.iss, request.claims.out_trade_no));
    const before = await findBefore(tx, judged, at);
    await consume(tx, messages, before.paymentId ?? paymentId, at);
    if (before.isRepeat && before.paymentId !== undefined) return before.paymentId;
    assertAccepted(judgement);
    if (before.paymentId !== undefined) throw new ActError('order_paid_otherwise');
    if (question === undefined || tool === undefined) throw new ActError('tool_invalid');
    await write(tx, messages, tool, paymentId, question, at);
    return paymentId;
  });
}

/** A refused request is still looked at when an authenticated agent asks in it for what was paid before. */
async function isWorthEntering(queries: Queries, judged: JudgedInstant): Promise<boolean> {
  const { judgement, messages, tool } = judged;
  if (judgement.verdict === 'accepted') return true;
  if (!isAuthenticated(judgement)) return false;
  const paid = await findTradeOfOrder(
    queries,
    messages.quote.claims.iss,
    messages.request.claims.out_trade_no,
  );
  return paid !== undefined && isInstantRepeat(paid, messages, tool);
}

interface Before {
  /** The trade that paid the order, or the payment that waits for it. */
  readonly paymentId?: string;
  readonly isRepeat: boolean;
}

async function findBefore(
  tx: Queries,
  { messages, tool, judgement }: JudgedInstant,
  now: number,
): Promise<Before> {
  const { request, quote, quoteDigest } = messages;
  const { iss: merchant } = quote.claims;
  const { iss: agentId, out_trade_no: outTradeNo } = request.claims;
  const paid = await findTradeOfOrder(tx, merchant, outTradeNo);
  if (paid) return { paymentId: paid.tradeNo, isRepeat: isInstantRepeat(paid, messages, tool) };
  if (tool === undefined || judgement.verdict === 'refused') return { isRepeat: false };
  const wanted = { agentId, merchant, outTradeNo, quoteDigest, payerAccount: tool.accountId };
  const open = await findOpenSession(tx, wanted, now);
  return open === undefined ? { isRepeat: false } : { paymentId: open.paymentId, isRepeat: true };
}

async function consume(tx: Queries, messages: InstantMessages, tradeNo: string, now: number): Promise<void> {
  const { iss: agentId, jti: requestId } = messages.request.claims;
  await consumeRequest(tx, { agentId, requestId, digest: messages.requestDigest, tradeNo, now });
}

async function write(
  tx: Transaction,
  { request, quote, requestDigest, quoteDigest, body }: InstantMessages,
  tool: Tool,
  paymentId: string,
  question: PreparedQuestion,
  now: number,
): Promise<void> {
  await insertSession(tx, {
    paymentId,
    confirmationId: question.confirmationId,
    agentId: request.claims.iss,
    requestId: request.claims.jti,
    requestDigest,
    paymentRequest: body.payment_request,
    quote: body.quote,
    ...(body.sub_account_proof === undefined ? {} : { subAccountProof: body.sub_account_proof }),
    quoteDigest,
    merchant: quote.claims.iss,
    outTradeNo: request.claims.out_trade_no,
    payerAccount: tool.accountId,
    openedAt: now,
    expiresAt: question.expiresAt,
  });
  await question.insert(tx, now);
}

/**
 * What the user sees is what the agent asked for and the merchant offered, member by member, and the name that the
 * trust list has for the merchant.
 *
 * @see PSD-PAY-INS-08, OA-INS-07
 */
function questionFor(
  paymentId: string,
  facts: InstantFacts,
  tool: Tool,
  merchantName: string | undefined,
): CashierQuestion {
  const { request, quote, agentId, agentJkt, agentKey } = facts;
  const { out_trade_no, amount, payer_amount, currency, method_id } = request.claims;
  const { iss: merchant, categories } = quote.claims;
  const discounts = discountsFor(quote.claims, request.claims);
  return {
    paymentId,
    delegator: tool.delegator,
    agentId,
    agentJkt,
    agentJwk: agentKey,
    requestDigest: request.digest,
    payment: {
      ...(merchantName === undefined ? {} : { merchant_name: merchantName }),
      ...{ out_trade_no, merchant, amount, discounts, payer_amount, currency, method_id, categories },
    },
    notAfter: Math.min(quote.payBefore, tool.validUntil),
  };
}
