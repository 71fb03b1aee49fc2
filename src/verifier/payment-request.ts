import type { PublicJwk } from '../protocol/digest/index.ts';
import { type Check, type Judgement, judgeNow, type Verified, verify, whole } from './check.ts';
import { check as parentActive } from './checks/delegation/parent-active.ts';
import { check as parentLimits } from './checks/delegation/parent-limits.ts';
import { check as notExpired } from './checks/mandate/not-expired.ts';
import { check as started } from './checks/mandate/started.ts';
import { check as status } from './checks/mandate/status.ts';
import { check as agentKey } from './checks/payment/agent-key.ts';
import { check as agentMatch } from './checks/payment/agent-match.ts';
import { check as agentSignature } from './checks/payment/agent-signature.ts';
import { check as balance } from './checks/payment/balance.ts';
import { check as categories } from './checks/payment/categories.ts';
import { check as confirmationNeeded } from './checks/payment/confirmation-needed.ts';
import { check as currency } from './checks/payment/currency.ts';
import { check as delegationMode } from './checks/payment/delegation-mode.ts';
import { check as delivery } from './checks/payment/delivery.ts';
import { check as mandateBound } from './checks/payment/mandate-bound.ts';
import { check as merchant } from './checks/payment/merchant.ts';
import { check as methodAccepted } from './checks/payment/method-accepted.ts';
import { check as methodAllowed } from './checks/payment/method-allowed.ts';
import { check as payeeOwner } from './checks/payment/payee-owner.ts';
import { check as pinnedQuote } from './checks/payment/pinned-quote.ts';
import { check as priceReference } from './checks/payment/price-reference.ts';
import { check as priceTolerance } from './checks/payment/price-tolerance.ts';
import { check as quoteAgreed } from './checks/payment/quote-agreed.ts';
import { check as quoteBound } from './checks/payment/quote-bound.ts';
import { check as requestAudience } from './checks/payment/request-audience.ts';
import { check as requestIdUnused } from './checks/payment/request-id-unused.ts';
import { check as requestNew } from './checks/payment/request-new.ts';
import { check as requestTime } from './checks/payment/request-time.ts';
import { check as risk } from './checks/payment/risk.ts';
import { check as runtimeKey } from './checks/payment/runtime-key.ts';
import { check as runtimePresent } from './checks/payment/runtime-present.ts';
import { check as runtimeUser } from './checks/payment/runtime-user.ts';
import { check as runtimeVersion } from './checks/payment/runtime-version.ts';
import { check as singleLimit } from './checks/payment/single-limit.ts';
import { check as singleMinimum } from './checks/payment/single-minimum.ts';
import { check as subAccountClosed } from './checks/payment/sub-account-closed.ts';
import { check as subAccountFrozen } from './checks/payment/sub-account-frozen.ts';
import { check as subAccountOpened } from './checks/payment/sub-account-opened.ts';
import { check as subAccountProof } from './checks/payment/sub-account-proof.ts';
import { check as timesLimit } from './checks/payment/times-limit.ts';
import { check as toolAgent } from './checks/payment/tool-agent.ts';
import { check as toolCurrency } from './checks/payment/tool-currency.ts';
import { check as toolDelegator } from './checks/payment/tool-delegator.ts';
import { check as toolLimit } from './checks/payment/tool-limit.ts';
import { check as toolMerchant } from './checks/payment/tool-merchant.ts';
import { check as toolValid } from './checks/payment/tool-valid.ts';
import { check as totalLimit } from './checks/payment/total-limit.ts';
import { delegationChecks } from './delegation.ts';
import { readChain, readMandate } from './facts/mandate.ts';
import { assertMoment } from './facts/moment.ts';
import {
  type KnownState,
  type OnState,
  type OnSubAccount,
  type PaymentFacts,
  type PaymentState,
  paymentFacts,
  readRequest,
  readRequestProof,
} from './facts/payment.ts';
import { assertKnownState } from './facts/payment-state.ts';
import { readQuote } from './facts/quote.ts';
import { sentObject } from './facts/sent.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { mandateChecks, scopeChecks } from './mandate.ts';
import { quoteChecks } from './quote.ts';

/** Where the mandate asks for it: user, build and runtime, all three or no payment. */
const runtimeChecks: readonly Check<PaymentFacts>[] = [
  runtimePresent,
  runtimeUser,
  runtimeVersion,
  runtimeKey,
];

/** The agent, the mandate's level, and what the request is bound to. */
export const bindingChecks: readonly Check<PaymentFacts>[] = [
  agentMatch,
  agentKey,
  delegationMode,
  ...scopeChecks,
  mandateBound,
  quoteBound,
  ...runtimeChecks,
];

export const agreementChecks: readonly Check<PaymentFacts>[] = [quoteAgreed, currency];

/** Every constraint of the mandate on one payment. */
export const limitChecks: readonly Check<PaymentFacts>[] = [
  singleLimit,
  singleMinimum,
  totalLimit,
  timesLimit,
  parentLimits,
  methodAllowed,
  methodAccepted,
  merchant,
  categories,
  pinnedQuote,
  priceReference,
  priceTolerance,
  delivery,
];

/** Before the checks of every tool, so that a sub-account says in its own words why it does not pay. */
export const subAccountChecks: readonly Check<OnSubAccount>[] = [
  subAccountOpened,
  subAccountClosed,
  subAccountFrozen,
];

const toolChecks: readonly Check<PaymentFacts>[] = [
  toolValid,
  toolAgent,
  toolDelegator,
  toolMerchant,
  toolCurrency,
  toolLimit,
];

/** Whether the request id is new: looked up first, and judged again where it is used up. */
const replayChecks: readonly Check<OnState>[] = [requestNew, requestIdUnused];

/** The whole of PSD-PAY-DEL, in its order. When several codes are due, the first of this list comes back. */
export const paymentChecks: readonly Check<PaymentFacts>[] = [
  ...replayChecks,
  requestTime,
  requestAudience,
  agentSignature,
  ...mandateChecks,
  ...delegationChecks,
  ...bindingChecks,
  ...quoteChecks,
  ...agreementChecks,
  ...limitChecks,
  ...subAccountChecks,
  subAccountProof,
  ...toolChecks,
  payeeOwner,
  risk,
  balance,
  confirmationNeeded,
];

/** What can have changed between the judgement and the money transaction. */
export const transactionChecks: readonly Check<PaymentFacts>[] = [
  notExpired,
  started,
  status,
  parentActive,
  totalLimit,
  timesLimit,
  parentLimits,
  ...subAccountChecks,
  ...toolChecks,
  payeeOwner,
  balance,
];

export interface PaymentInput {
  /** act-payment-request+jwt */
  readonly payment_request: string;
  /** act-mandate+jwt */
  readonly mandate: string;
  /** Where the mandate was handed down: those above it, the delegator's own first. */
  readonly mandate_chain?: readonly string[];
  /** act-quote+jwt */
  readonly quote: string;
  /** act-command+jwt, action sub_account.pay; where the tool is a sub-account. */
  readonly sub_account_proof?: string;
  /** act-command+jwt, action runtime.prove; where the mandate asks for the identity of the runtime. */
  readonly runtime_proof?: string;
  /** The key that the payment service knows for the agent, from its provider's statement. */
  readonly agentKey: PublicJwk;
}

export interface PaymentContext extends TrustContext {
  /** The identifier of the payment service. */
  readonly audience: string;
}

/**
 * Judges one delegated payment: is this agent, under this mandate, allowed to pay this quote here and now?
 *
 * What only a store can say comes in with `state`; each part that is left out comes back as an obligation. The
 * payment service judges with its state, and again with `recheckInTransaction` where the money moves.
 *
 * @param context.now Unix seconds, one moment for the whole request [OA-TIM-04]
 * @returns facts also with a refusal, so that it can be answered; `clauseHeld(…, 'PSD-PAY-DEL-06')` tells whether the
 *   agent was authenticated
 * @throws TypeError, RangeError for a mistake of whoever calls: a member of `state` that is none, or misspelt
 * @see PSD-PAY-DEL, PSD-PAY-AUP
 */
export function verifyPaymentRequest(
  input: PaymentInput,
  context: PaymentContext,
  state: KnownState = {},
): Promise<Verified<PaymentFacts>> {
  return verify(paymentChecks, async () => {
    assertContext(context, 'audience');
    assertKnownState(state);
    const { payment_request, mandate_chain, sub_account_proof, runtime_proof, ...sent } = sentObject(input);
    const [request, mandate, chain, quote] = await Promise.all([
      readRequest(payment_request),
      readMandate(sent.mandate, context),
      readChain(mandate_chain, context),
      readQuote(sent.quote, context, undefined),
    ]);
    const { now, audience } = context;
    const { agentKey } = sent;
    const proofs = {
      subAccountProof: readRequestProof(sub_account_proof),
      runtimeProof: readRequestProof(runtime_proof),
    };
    return paymentFacts({ now, audience, agentKey, request, mandate, chain, quote, ...proofs, state });
  });
}

/**
 * Judges again what can have changed since `verifyPaymentRequest`: window, status, budget, times, tool, payee and
 * balance. Synchronous, because nothing else may be awaited inside a money transaction.
 *
 * @param facts of an accepted judgement
 * @param state read inside the transaction; it has to be whole, as there is nobody left to pass an obligation to
 * @param now Unix seconds
 * @throws TypeError when something was not looked up; TypeError, RangeError for what is none
 */
export function recheckInTransaction(facts: PaymentFacts, state: PaymentState, now: number): Judgement {
  assertMoment(now);
  assertKnownState(state);
  return whole(judgeNow(transactionChecks, { ...facts, state, now }));
}

/**
 * Judges the request id once more, inside the transaction that uses it up.
 *
 * @param replay what the look-up in the transaction found
 * @throws TypeError when nothing was looked up: here it cannot be left to anybody
 * @see PSD-PAY-DEL-05, OA-RPL-01
 */
export function recheckReplay(replay: PaymentState['replay']): Judgement {
  if (replay === undefined) throw new TypeError('replay has to be looked up.');
  return judgeNow(replayChecks, { state: { replay } });
}
