import { traced } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError, type Code, codes } from '../../protocol/errors/index.ts';
import type { InstantPaymentAnswer } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { AgentContext } from '../config.ts';
import {
  afterEntering,
  awaitDecision,
  type CashierOutcome,
  cashierPageOf,
  enterPayment,
  readPayment,
} from './cashier.ts';
import { type InstantBasis, prepareInstantRequest } from './instant-request.ts';
import { recordPayment, stand } from './pay.ts';
import { type Purchase, savePurchase } from './purchase.ts';
import { acceptPayment } from './receipt.ts';
import { rememberRequest, type SentRequest, sentRequests } from './requests.ts';

/**
 * Pays the quote of a purchase at act:L1: puts it before the user at the cashier and waits for what the user decides.
 * What went out before is asked about before anything is sent; after a no the user has to call again.
 *
 * @returns the purchase in state PAID, REFUSED, PAUSED (nothing was sent), WAIT_BUYER_PAY or UNKNOWN
 * @see PSD-PAY-INS
 */
export async function payInstant(
  context: AgentContext,
  purchase: Purchase,
  basis: InstantBasis,
): Promise<Purchase> {
  const before = await askAboutSent(context, purchase);
  const isOver = before.kind === 'known' && before.answer.status === 'TRADE_CLOSED';
  const sendsAnew = before.kind === 'absent' || (isOver && purchase.state === 'REFUSED');
  if (!sendsAnew) return settle(context, purchase, basis, await awaitDecision(context, before));
  let request: SentRequest;
  try {
    request = await prepareInstantRequest(context, basis);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return stand(context, purchase, isOver ? 'REFUSED' : 'PAUSED', error);
  }
  const sending = await remember(context, purchase, request);
  const body = { payment_request: request.paymentRequest, quote: basis.quote };
  const entered = await enterPayment(context, body);
  const outcome = await afterEntering(context, entered, request.requestId);
  const waiting = await keepPaymentId(context, sending, outcome);
  return settle(context, waiting, basis, await awaitDecision(context, outcome));
}

async function askAboutSent(context: AgentContext, purchase: Purchase): Promise<CashierOutcome> {
  const last = (await sentRequests(context.store.read, purchase)).at(-1);
  const target = purchase.data.paymentId ?? last?.requestId;
  return target === undefined ? { kind: 'absent' } : readPayment(context, target);
}

/** Until its outcome is known, a request that may have left counts as one that did. */
async function remember(context: AgentContext, purchase: Purchase, request: SentRequest): Promise<Purchase> {
  const { standstill: _, paymentId: __, ...data } = purchase.data;
  const sending: Purchase = { ...purchase, state: 'UNKNOWN', data };
  await context.store.transact(async (tx) => {
    await rememberRequest(tx, sending, request, context.clock());
    await savePurchase(tx, sending);
  });
  return sending;
}

async function keepPaymentId(
  context: AgentContext,
  purchase: Purchase,
  outcome: CashierOutcome,
): Promise<Purchase> {
  if (outcome.kind !== 'known') return purchase;
  const { payment_id: paymentId, confirmation_id: confirmationId } = outcome.answer;
  const cashierUrl = await cashierPageOf(context, confirmationId);
  const data = { ...purchase.data, paymentId, cashierUrl };
  const next: Purchase = { ...purchase, state: 'WAIT_BUYER_PAY', data };
  await context.store.transact((tx) => savePurchase(tx, next));
  return next;
}

async function settle(
  context: AgentContext,
  purchase: Purchase,
  basis: InstantBasis,
  outcome: CashierOutcome,
): Promise<Purchase> {
  if (outcome.kind === 'refused') return stand(context, purchase, 'REFUSED', outcome.error);
  if (outcome.kind === 'unknown') return stand(context, purchase, 'UNKNOWN', outcome.error);
  if (outcome.kind === 'absent') return stand(context, purchase, 'UNKNOWN', new ActError('peer_unreachable'));
  const { answer } = outcome;
  if (answer.status === 'WAIT_BUYER_PAY') return keepPaymentId(context, purchase, outcome);
  if (answer.payment === undefined) return closed(context, purchase, answer);
  try {
    return await accepted(context, purchase, basis, answer);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return stand(context, purchase, 'UNKNOWN', error);
  }
}

/** The user said no or was late, or what was confirmed no longer held. Nothing was charged. */
async function closed(
  context: AgentContext,
  purchase: Purchase,
  { code, requirement }: InstantPaymentAnswer,
): Promise<Purchase> {
  const { agent_id: agentId, psp_id: psp } = context.config;
  const refusal = isCode(code)
    ? new ActError(code, {}, requirement)
    : new ActError('peer_answer_invalid', { member: 'code' });
  const step = { from: psp, to: agentId, message: 'cashier outcome' };
  await traced(context.trace, step, async () => {
    throw refusal;
  }).catch(() => undefined);
  return stand(context, purchase, isCode(code) ? 'REFUSED' : 'UNKNOWN', refusal);
}

function isCode(code: string | undefined): code is Code {
  return code !== undefined && Object.hasOwn(codes, code);
}

/** The receipt has to rest on the confirmation that the cashier hands out, and on no other. */
async function accepted(
  context: AgentContext,
  purchase: Purchase,
  basis: InstantBasis,
  { payment: answer, shown, confirmation, enrolment }: InstantPaymentAnswer,
): Promise<Purchase> {
  if (answer === undefined || shown === undefined || confirmation === undefined || enrolment === undefined) {
    throw new ActError('peer_answer_invalid', { member: 'confirmation' });
  }
  const digest = await digestOfJws(confirmation);
  const sent = await sentRequests(context.store.read, purchase);
  const authority = { confirmation_digest: digest };
  const payment = await acceptPayment(context, { quote: basis.quote, authority }, sent, answer);
  if (readMessage('receipt', payment.receipt).claims.confirmation_digest !== digest) {
    throw new ActError('receipt_confirmation_mismatch');
  }
  const data = { ...purchase.data, cashier: { shown, confirmation, enrolment } };
  return recordPayment(context, { ...purchase, data }, payment);
}
