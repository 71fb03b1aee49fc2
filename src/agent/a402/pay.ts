import { expectJson, type RemoteProblem } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentAnswer, PaymentBody } from '../../protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../protocol/generated/validators.js';
import { readMessage } from '../../protocol/messages/index.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import { trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { heedPause } from '../heeding-pauses.ts';
import { confirmedUse } from '../mandate/use.ts';
import { outcomeOf } from '../purchase/outcome.ts';
import { queryUntilKnown } from '../purchase/query.ts';
import { acceptPayment } from '../purchase/receipt.ts';
import { authorityOf, type PaymentBasis, prepareRequest, proofsOf } from '../purchase/request.ts';
import { triedAgain } from './after-refusal.ts';
import { type A402Purchase, saveA402 } from './purchases.ts';

/** What the agent pays with: a mandate, and the payment tool or sub-account that belongs to it. */
export type Wallet = Omit<PaymentBasis, 'quote' | 'methodId'>;

/** Where one round ended: paid, or refused by the payment service, with the purchase as it was sent. */
type Round =
  | { readonly kind: 'paid'; readonly purchase: A402Purchase }
  | { readonly kind: 'refused'; readonly purchase: A402Purchase; readonly problem: RemoteProblem };

/**
 * Brings an open purchase to PAID. What may have left before is asked about first, and a new request goes out only when
 * the payment service knows of none; it pays an order once. An outcome that stays unknown ends here, unpaid or paid, and
 * is taken up by the next call for the same resource. What was refused is tried again where the mandate says so.
 *
 * @throws ActError the refusal of a pre-check or of the payment service (the purchase is over); what `outcomeOf` leaves
 *   open (`query_first`: nothing may be paid in its place)
 * @see PSD-PAY-AUP-01, OA-A402-14, OA-CART-05
 */
export async function payBill(
  context: AgentContext,
  wallet: Wallet,
  methodId: string,
  purchase: A402Purchase,
): Promise<A402Purchase> {
  const basis: PaymentBasis = { ...wallet, methodId, quote: purchase.quote };
  for (let current = purchase; ; ) {
    const round = await payOnce(context, basis, current);
    if (round.kind === 'paid') return round.purchase;
    const next = await triedAgain(context, wallet.mandate, round.purchase, round.problem);
    if (next === undefined) return refused(context, round.purchase, round.problem);
    current = next;
  }
}

async function payOnce(context: AgentContext, basis: PaymentBasis, purchase: A402Purchase): Promise<Round> {
  if (purchase.sent.length > 0) {
    const targets = [...purchase.sent.map(({ requestId }) => requestId).reverse(), purchase.outTradeNo];
    const found = await queryUntilKnown(context, targets);
    if (found.kind === 'unknown') throw found.error;
    if (found.kind === 'paid') return paid(context, basis, purchase, found.answer);
  }
  return sendNew(context, basis, purchase);
}

async function sendNew(context: AgentContext, basis: PaymentBasis, purchase: A402Purchase): Promise<Round> {
  const { request, statusList } = await checked(context, purchase, async () =>
    prepareRequest(context, basis, await confirmedUse(context.store.read, purchase.delegationId)),
  );
  // Until its outcome is known, a request that may have left counts as one that did.
  const evidence = { attestation: context.attestation, statusList };
  const sending: A402Purchase = { ...purchase, evidence, sent: [...purchase.sent, request] };
  await save(context, sending);
  const outcome = await send(context, {
    payment_request: request.paymentRequest,
    ...authorityOf(basis),
    quote: basis.quote,
    ...proofsOf(request),
  });
  if (outcome.kind === 'refused') return { kind: 'refused', purchase: sending, problem: outcome.problem };
  if (outcome.kind === 'paid') return paid(context, basis, sending, outcome.answer);
  await heedPause(context, outcome.error);
  const found = await queryUntilKnown(context, [request.requestId, purchase.outTradeNo]);
  if (found.kind === 'paid') return paid(context, basis, sending, found.answer);
  throw outcome.error;
}

/**
 * A pre-check that refuses ends the purchase when nothing was sent, and when what was sent can no longer be paid: the
 * payment service knows of none, and takes no expired quote.
 */
async function checked<T>(context: AgentContext, purchase: A402Purchase, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const isOver = purchase.sent.length === 0 || error.code === 'quote_expired';
    if (isOver) return refused(context, purchase, error);
    throw error;
  }
}

async function send(context: AgentContext, body: PaymentBody) {
  const { agent_id: agentId, psp_id: psp } = context.config;
  const step = { from: agentId, to: psp, message: 'act-payment-request+jwt', signer: agentId };
  try {
    return await traced(context.trace, step, async () => {
      const { baseUrl } = trustedAddress(await trustNow(context), psp, 'PSP');
      const response = await context.http.post(`${baseUrl}/payments`, body);
      return { kind: 'paid' as const, answer: expectJson(validatePaymentAnswer, response) };
    });
  } catch (error) {
    return outcomeOf(error);
  }
}

async function paid(
  context: AgentContext,
  basis: PaymentBasis,
  purchase: A402Purchase,
  answer: PaymentAnswer,
): Promise<Round> {
  const payment = await acceptPayment(
    context,
    { quote: basis.quote, authority: { mandate_digest: await digestOfJws(basis.mandate) } },
    purchase.sent,
    answer,
  );
  const { amount, currency } = readMessage('quote', purchase.quote).claims;
  const paidMinor = parseAmount(amount, currency).minor;
  const { tradeNo, sellerReceipt } = payment;
  const evidence = { attestation: context.attestation, ...purchase.evidence, payment };
  const done: A402Purchase = { ...purchase, state: 'PAID', tradeNo, sellerReceipt, paidMinor, evidence };
  await save(context, done);
  return { kind: 'paid', purchase: done };
}

async function refused(context: AgentContext, purchase: A402Purchase, error: ActError): Promise<never> {
  await save(context, { ...purchase, state: 'REFUSED' });
  throw error;
}

function save(context: AgentContext, purchase: A402Purchase): Promise<void> {
  return context.store.transact((tx) => saveA402(tx, purchase, context.clock()));
}
