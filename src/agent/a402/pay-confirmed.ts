import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError, type Code, codes } from '../../protocol/errors/index.ts';
import type { InstantPaymentAnswer } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import type { AgentContext } from '../config.ts';
import {
  afterEntering,
  awaitDecision,
  type CashierOutcome,
  enterPayment,
  readPayment,
} from '../purchase/cashier.ts';
import { prepareInstantRequest } from '../purchase/instant-request.ts';
import { acceptPayment } from '../purchase/receipt.ts';
import { type A402Purchase, saveA402 } from './purchases.ts';

/** What the agent pays with at act:L1: a tool, and the intent that the user has stated. The user confirms each bill. */
export interface ConfirmedWallet {
  readonly paymentToolRef: string;
  readonly intentId: string;
}

/**
 * Brings an open purchase to PAID at act:L1: puts the bill before the user at the cashier, and waits. What may have left
 * before is asked about first. While the user has not decided nothing is charged; the next call takes it up.
 *
 * @throws ActError payment_pending (the user has not decided yet); the code with which the cashier closed it, or the
 *   refusal of a check (the purchase is over); peer_unreachable (the outcome is unknown)
 * @see PSD-PAY-A402-19, PSD-PAY-INS-10
 */
export async function confirmBill(
  context: AgentContext,
  wallet: ConfirmedWallet,
  methodId: string,
  purchase: A402Purchase,
): Promise<A402Purchase> {
  const last = purchase.sent.at(-1);
  const before: CashierOutcome = last ? await readPayment(context, last.requestId) : { kind: 'absent' };
  if (before.kind !== 'absent') return settle(context, purchase, await awaitDecision(context, before));
  return sendNew(context, wallet, methodId, purchase);
}

async function sendNew(
  context: AgentContext,
  wallet: ConfirmedWallet,
  methodId: string,
  purchase: A402Purchase,
): Promise<A402Purchase> {
  const { quote } = purchase;
  const request = await prepareInstantRequest(context, { ...wallet, quote, methodId }).catch((error) =>
    refused(context, purchase, error),
  );
  // Until its outcome is known, a request that may have left counts as one that did.
  const sending: A402Purchase = { ...purchase, sent: [...purchase.sent, request] };
  await save(context, sending);
  const entered = await enterPayment(context, { payment_request: request.paymentRequest, quote });
  const outcome = await afterEntering(context, entered, request.requestId);
  return settle(context, sending, await awaitDecision(context, outcome));
}

async function settle(
  context: AgentContext,
  purchase: A402Purchase,
  outcome: CashierOutcome,
): Promise<A402Purchase> {
  if (outcome.kind === 'refused') return refused(context, purchase, outcome.error);
  if (outcome.kind === 'unknown') throw outcome.error;
  if (outcome.kind === 'absent') throw new ActError('peer_unreachable');
  const { answer } = outcome;
  if (answer.payment !== undefined) return paid(context, purchase, answer);
  if (answer.status === 'WAIT_BUYER_PAY') throw new ActError('payment_pending');
  return refused(context, purchase, closedWith(answer));
}

function closedWith({ code, requirement }: InstantPaymentAnswer): ActError {
  const isKnown = code !== undefined && Object.hasOwn(codes, code);
  return isKnown
    ? new ActError(code as Code, {}, requirement)
    : new ActError('peer_answer_invalid', { member: 'code' });
}

/** The receipt has to rest on the confirmation that the cashier hands out, and on no other. */
async function paid(
  context: AgentContext,
  purchase: A402Purchase,
  { payment: answer, shown, confirmation, enrolment }: InstantPaymentAnswer,
): Promise<A402Purchase> {
  if (answer === undefined || shown === undefined || confirmation === undefined || enrolment === undefined)
    throw new ActError('peer_answer_invalid', { member: 'confirmation' });
  const digest = await digestOfJws(confirmation);
  const authority = { confirmation_digest: digest };
  const { quote, sent } = purchase;
  const payment = await acceptPayment(context, { quote, authority }, sent, answer);
  const { tradeNo, receipt, sellerReceipt } = payment;
  if (readMessage('receipt', receipt).claims.confirmation_digest !== digest)
    throw new ActError('receipt_confirmation_mismatch');
  const { amount, currency } = readMessage('quote', quote).claims;
  const paidMinor = parseAmount(amount, currency).minor;
  const cashier = { shown, confirmation, enrolment };
  const evidence = { attestation: context.attestation, cashier, payment };
  const done: A402Purchase = { ...purchase, state: 'PAID', tradeNo, sellerReceipt, paidMinor, evidence };
  await save(context, done);
  return done;
}

async function refused(context: AgentContext, purchase: A402Purchase, error: unknown): Promise<never> {
  if (error instanceof ActError) await save(context, { ...purchase, state: 'REFUSED' });
  throw error;
}

function save(context: AgentContext, purchase: A402Purchase): Promise<void> {
  return context.store.transact((tx) => saveA402(tx, purchase, context.clock()));
}
