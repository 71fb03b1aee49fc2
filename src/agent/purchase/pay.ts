import { expectJson, RemoteProblem } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError, codeEntry } from '../../protocol/errors/index.ts';
import type { PaymentBody } from '../../protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../protocol/generated/validators.js';
import { readKept, readMessage } from '../../protocol/messages/index.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import { trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { heedPause } from '../heeding-pauses.ts';
import { confirmedUse } from '../mandate/use.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Payment, type Purchase, type Standstill, savePurchase } from './purchase.ts';
import { queryUntilKnown } from './query.ts';
import { acceptPayment } from './receipt.ts';
import { authorityOf, type PaymentBasis, prepareRequest, proofsOf } from './request.ts';
import { rememberRequest, type SentRequest, sentRequests } from './requests.ts';

/** How one round ended: paid, or a standstill with the state to keep, or nothing known to the payment service. */
type Round =
  | { readonly kind: 'paid'; readonly payment: Payment }
  | { readonly kind: 'still'; readonly state: 'UNKNOWN' | 'REFUSED' | 'PAUSED'; readonly error: ActError }
  | { readonly kind: 'absent' };

/**
 * Pays the quote of a purchase. What went out before is asked about before anything is sent; a new request goes out
 * only when the payment service knows of none, for the same order, which it pays once.
 *
 * @returns the purchase in state PAID, REFUSED, PAUSED (nothing was sent) or UNKNOWN
 */
export async function payPurchase(
  context: AgentContext,
  purchase: Purchase,
  basis: PaymentBasis,
): Promise<Purchase> {
  let current = purchase;
  let round = await askAboutSent(context, current, basis);
  for (let sent = 0; round.kind === 'absent' && sent < context.config.max_attempts; sent += 1) {
    if (sent > 0) await context.sleep(context.config.poll_milliseconds);
    const step = await sendNew(context, current, basis);
    current = step.purchase;
    round = step.round;
  }
  if (round.kind === 'paid') return recordPayment(context, current, round.payment);
  if (round.kind === 'absent') return stand(context, current, 'UNKNOWN', new ActError('peer_unreachable'));
  return stand(context, current, round.state, round.error);
}

async function askAboutSent(context: AgentContext, purchase: Purchase, basis: PaymentBasis): Promise<Round> {
  const sent = await sentRequests(context.store.read, purchase);
  if (sent.length === 0) return { kind: 'absent' };
  const { out_trade_no: order } = readKept('quote', basis.quote);
  const targets = [...sent.map(({ requestId }) => requestId).reverse(), order];
  const found = await queryUntilKnown(context, targets);
  if (found.kind === 'unknown') return { kind: 'still', state: 'UNKNOWN', error: found.error };
  return found.kind === 'paid' ? accepted(context, basis, sent, found) : found;
}

/**
 * Sends a request that the agent has held to the payment service's own checks; one that fails them never leaves.
 *
 * @see PSD-PAY-DEL-02
 */
async function sendNew(
  context: AgentContext,
  purchase: Purchase,
  basis: PaymentBasis,
): Promise<{ readonly purchase: Purchase; readonly round: Round }> {
  let prepared: Awaited<ReturnType<typeof prepareRequest>>;
  try {
    const use = await confirmedUse(context.store.read, purchase.delegationId);
    prepared = await prepareRequest(context, basis, use);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const before = await sentRequests(context.store.read, purchase);
    // What the mandate leaves to the user is no reason to wait: the cashier is next.
    const isAsked = error.code === 'confirmation_required';
    const state = before.length === 0 && !isAsked ? 'PAUSED' : 'REFUSED';
    return { purchase, round: { kind: 'still', state, error } };
  }
  const { request, statusList } = prepared;
  const { standstill: _, ...data } = purchase.data;
  // Until its outcome is known, a request that may have left counts as one that did.
  const sending: Purchase = { ...purchase, state: 'UNKNOWN', data: { ...data, statusList } };
  await context.store.transact(async (tx) => {
    await rememberRequest(tx, sending, request, context.clock());
    await savePurchase(tx, sending);
  });
  const outcome = await send(context, basis, request);
  if (outcome.kind === 'refused') {
    return { purchase: sending, round: { kind: 'still', state: 'REFUSED', error: outcome.problem } };
  }
  if (outcome.kind === 'unknown') {
    await heedPause(context, outcome.error);
    return { purchase: sending, round: await askAboutSent(context, sending, basis) };
  }
  const sent = await sentRequests(context.store.read, sending);
  return { purchase: sending, round: await accepted(context, basis, sent, outcome) };
}

async function send(context: AgentContext, basis: PaymentBasis, request: SentRequest): Promise<Outcome> {
  const { agent_id: agentId, psp_id: psp } = context.config;
  const step = { from: agentId, to: psp, message: 'act-payment-request+jwt', signer: agentId };
  const body: PaymentBody = {
    payment_request: request.paymentRequest,
    ...authorityOf(basis),
    quote: basis.quote,
    ...proofsOf(request),
  };
  try {
    return await traced(context.trace, step, async () => {
      const { baseUrl } = trustedAddress(await trustNow(context), psp, 'PSP');
      const response = await context.http.post(`${baseUrl}/payments`, body);
      return { kind: 'paid', answer: expectJson(validatePaymentAnswer, response) };
    });
  } catch (error) {
    return outcomeOf(error);
  }
}

/** An answer that does not verify proves nothing either way: the outcome stays open. */
async function accepted(
  context: AgentContext,
  basis: PaymentBasis,
  sent: readonly SentRequest[],
  { answer }: Extract<Outcome, { kind: 'paid' }>,
): Promise<Round> {
  const { quote, mandate } = basis;
  const authority = { mandate_digest: await digestOfJws(mandate) };
  try {
    return { kind: 'paid', payment: await acceptPayment(context, { quote, authority }, sent, answer) };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return { kind: 'still', state: 'UNKNOWN', error };
  }
}

export async function recordPayment(
  context: AgentContext,
  purchase: Purchase,
  payment: Payment,
): Promise<Purchase> {
  const { amount, currency } = readMessage('receipt', payment.receipt).claims;
  const { standstill: _, ...data } = purchase.data;
  const paid: Purchase = { ...purchase, state: 'PAID', data: { ...data, payment } };
  const { minor } = parseAmount(amount, currency);
  await context.store.transact((tx) => savePurchase(tx, paid, minor));
  return paid;
}

export async function stand(
  context: AgentContext,
  purchase: Purchase,
  state: 'UNKNOWN' | 'REFUSED' | 'PAUSED',
  error: Pick<ActError, 'code' | 'requirement' | 'evidence'>,
): Promise<Purchase> {
  const standstill = standstillOf(error);
  const stopped: Purchase = { ...purchase, state, data: { ...purchase.data, standstill } };
  await context.store.transact((tx) => savePurchase(tx, stopped));
  return stopped;
}

export function standstillOf(error: Pick<ActError, 'code' | 'requirement' | 'evidence'>): Standstill {
  const { reason } = error.evidence;
  return {
    code: error.code,
    requirement: error.requirement,
    retryability:
      error instanceof RemoteProblem ? error.problem.retryability : codeEntry(error.code).retryability,
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}
