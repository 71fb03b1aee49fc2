import { type Check, type Judgement, judgeNow, type Verified, verify, whole } from './check.ts';
import { check as level } from './checks/instant/level.ts';
import { check as agentSignature } from './checks/payment/agent-signature.ts';
import { check as balance } from './checks/payment/balance.ts';
import { check as methodAccepted } from './checks/payment/method-accepted.ts';
import { check as payeeOwner } from './checks/payment/payee-owner.ts';
import { check as quoteAgreed } from './checks/payment/quote-agreed.ts';
import { check as quoteBound } from './checks/payment/quote-bound.ts';
import { check as requestAudience } from './checks/payment/request-audience.ts';
import { check as requestIdUnused } from './checks/payment/request-id-unused.ts';
import { check as requestNew } from './checks/payment/request-new.ts';
import { check as requestTime } from './checks/payment/request-time.ts';
import { check as risk } from './checks/payment/risk.ts';
import { check as subAccountProof } from './checks/payment/sub-account-proof.ts';
import { check as toolAgent } from './checks/payment/tool-agent.ts';
import { check as toolCurrency } from './checks/payment/tool-currency.ts';
import { check as toolLimit } from './checks/payment/tool-limit.ts';
import { check as toolMerchant } from './checks/payment/tool-merchant.ts';
import { check as toolValid } from './checks/payment/tool-valid.ts';
import { check as quoteNotExpired } from './checks/quote/not-expired.ts';
import { type InstantContext, type InstantFacts, type InstantInput, readInstant } from './facts/instant.ts';
import { assertMoment } from './facts/moment.ts';
import type { PaymentState } from './facts/payment.ts';
import { assertKnownState } from './facts/payment-state.ts';
import { subAccountChecks } from './payment-request.ts';
import { quoteChecks } from './quote.ts';

/** What only the service's store can say of a payment at act:L1: there is no mandate to have a status or a budget. */
export type InstantState = Omit<PaymentState, 'status' | 'usage' | 'above'>;

const toolChecks: readonly Check<InstantFacts>[] = [
  toolValid,
  toolAgent,
  toolMerchant,
  toolCurrency,
  toolLimit,
];

/** What holds between the request and the offer it pays. */
export const instantOfferChecks: readonly Check<InstantFacts>[] = [
  quoteBound,
  ...quoteChecks,
  quoteAgreed,
  methodAccepted,
];

/** What is judged when the request comes in, and again when the user has confirmed. */
const standingChecks: readonly Check<InstantFacts>[] = [
  requestAudience,
  agentSignature,
  level,
  ...subAccountChecks,
  subAccountProof,
  ...toolChecks,
  ...instantOfferChecks,
  payeeOwner,
  risk,
  balance,
];

/** The basic checks of PSD-PAY-INS, in its order, and what this profile adds to them: all of it before any cashier. */
export const instantChecks: readonly Check<InstantFacts>[] = [
  requestNew,
  requestIdUnused,
  requestTime,
  ...standingChecks,
];

/** What can have changed between the judgement and the money transaction. */
const transactionChecks: readonly Check<InstantFacts>[] = [
  ...subAccountChecks,
  ...toolChecks,
  quoteNotExpired,
  payeeOwner,
  balance,
];

/**
 * Judges a request at act:L1 before the user is asked. What only a store can say comes in with `state`; each part that
 * is left out comes back as an obligation.
 *
 * @param context.now Unix seconds, one moment for the whole request [OA-TIM-04]
 * @returns facts also with a refusal; `clauseHeld(…, 'PSD-PAY-DEL-06')` tells whether the agent was authenticated
 * @see PSD-PAY-INS-01 to PSD-PAY-INS-04, PSD-PAY-INS-06, OA-SUB-03
 */
export function verifyInstantRequest(
  input: InstantInput,
  context: InstantContext,
  state: Partial<InstantState> = {},
): Promise<Verified<InstantFacts>> {
  return verify(instantChecks, () => readInstant(input, context, state));
}

/**
 * Judges everything once more when the user has confirmed: trust, certificates and signatures, tool, offer, payee, risk
 * and balance. The request itself was judged in its time when it came in, and its identifier was used up then.
 *
 * @param context.now Unix seconds: the moment of the decision
 */
export function verifyConfirmedRequest(
  input: InstantInput,
  context: InstantContext,
  state: Partial<InstantState>,
): Promise<Verified<InstantFacts>> {
  return verify(standingChecks, () => readInstant(input, context, state));
}

/**
 * Judges inside the money transaction what can have changed since `verifyConfirmedRequest`. Synchronous, because
 * nothing else may be awaited there.
 *
 * @param state read inside the transaction; it has to be whole
 * @param now Unix seconds
 * @throws TypeError when something was not looked up; TypeError, RangeError for what is none
 */
export function recheckInstantInTransaction(
  facts: InstantFacts,
  state: Omit<InstantState, 'replay' | 'risk'>,
  now: number,
): Judgement {
  assertMoment(now);
  assertKnownState(state);
  return whole(judgeNow(transactionChecks, { ...facts, state, now }));
}
