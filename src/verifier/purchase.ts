import { attestationChecks } from './attestation.ts';
import { type Check, type Verified, verify, within } from './check.ts';
import { check as attestationAgent } from './checks/attestation/agent.ts';
import { check as evidenceRecorded } from './checks/confirmation/evidence-recorded.ts';
import { check as namedByMandate } from './checks/confirmation/named-by-mandate.ts';
import { check as shownMandate } from './checks/confirmation/shown-mandate.ts';
import { check as enrolmentDelegator } from './checks/enrolment/delegator.ts';
import { check as agentSignature } from './checks/payment/agent-signature.ts';
import { check as confirmationNeeded } from './checks/payment/confirmation-needed.ts';
import { check as requestIdUnused } from './checks/payment/request-id-unused.ts';
import { check as requestNew } from './checks/payment/request-new.ts';
import { check as requestTime } from './checks/payment/request-time.ts';
import { check as evidenceBeforePayment } from './checks/purchase/evidence-before-payment.ts';
import { check as liveStatus } from './checks/purchase/live-status.ts';
import { check as paidBeforeNow } from './checks/purchase/paid-before-now.ts';
import { check as paymentTime } from './checks/purchase/payment-time.ts';
import { check as authorization } from './checks/receipt/authorization.ts';
import { confirmationChecks } from './confirmation.ts';
import { delegationChecks } from './delegation.ts';
import { enrolmentChecks } from './enrolment.ts';
import type { PaymentFacts } from './facts/payment.ts';
import { type PurchaseContext, type PurchaseFacts, readPurchase } from './facts/purchase.ts';
import type { OnReceipt } from './facts/receipt.ts';
import { intentChecks } from './intent.ts';
import { mandateChecks } from './mandate.ts';
import { agreementChecks, bindingChecks, limitChecks } from './payment-request.ts';
import { cartChecks, quoteChecks } from './quote.ts';
import { receiptChecks } from './receipt.ts';
import { statusListChecks } from './status-list.ts';
import { trustListChecks } from './trust-list.ts';

const paymentOf = ({ payment }: PurchaseFacts): PaymentFacts => payment;
const receiptOf = ({ receipt }: PurchaseFacts): OnReceipt => receipt;

/** One purchase from end to end: who may vouch, who spoke, what was allowed, what was offered, asked and paid. */
export const purchaseChecks: readonly Check<PurchaseFacts>[] = [
  ...within('trust list', ({ trust }: PurchaseFacts) => trust, trustListChecks),
  paidBeforeNow,
  ...within('agent', ({ attestation }: PurchaseFacts) => attestation, attestationChecks),
  attestationAgent,
  ...within('device', ({ enrolment }: PurchaseFacts) => enrolment, enrolmentChecks),
  enrolmentDelegator,
  ...within('user', ({ confirmation }: PurchaseFacts) => confirmation, confirmationChecks),
  namedByMandate,
  shownMandate,
  evidenceRecorded,
  ...within('status', ({ statusList }: PurchaseFacts) => statusList, statusListChecks),
  ...within('authority', paymentOf, [...mandateChecks, ...delegationChecks]),
  ...within('intent', ({ intent }: PurchaseFacts) => intent, intentChecks),
  ...within('offer', paymentOf, [...quoteChecks, ...cartChecks]),
  ...within('request', paymentOf, [
    requestNew,
    requestIdUnused,
    requestTime,
    agentSignature,
    ...bindingChecks,
    ...agreementChecks,
    ...limitChecks,
    confirmationNeeded,
  ]),
  ...within('payment', receiptOf, receiptChecks),
  ...within(
    'payment',
    ({ receipt, authorizationDigest }: PurchaseFacts) => ({ receipt: receipt.receipt, authorizationDigest }),
    [authorization],
  ),
  evidenceBeforePayment,
  liveStatus,
  paymentTime,
];

/**
 * Judges one delegated purchase from bytes alone, without asking anybody who took part in it.
 *
 * Two moments are used. At `now`: whether the trust list is fresh, whether institutions are trusted and their
 * certificates valid. At the receipt's `paid_at`, which must not be later than `now`: the window of the mandate, the
 * status list, the quote's pay_before, the time of the request, the statement about the agent key. (The confirmation
 * and the enrolment of the device are judged at the mandate's `iat`, when the issuer relied on them.) So a purchase
 * can be judged long after its short-lived messages have run out.
 *
 * What bytes cannot show comes back as obligations, always: `payment_time` (paid_at rests on the word of the payment
 * service until an anchored record is found), `trust_list_rollback`, `status` (a list shows what was true when it was
 * issued), `replay`, `budget`, and `times` where the mandate has such a limit.
 *
 * @param bundle UTF-8 bytes of a JSON purchase bundle (schemas/bundle.json), at most 256 KiB
 * @param context.trustListKey the pinned key of the trust service; while it is being replaced, both
 * @param context.now Unix seconds
 * @returns accepted, or refused with the first code in the order above; what cannot be read is refused, not thrown
 * @throws TypeError, RangeError for a mistake of whoever calls: no bytes, no key, milliseconds
 */
export function verifyPurchase(
  bundle: Uint8Array,
  context: PurchaseContext,
): Promise<Verified<PurchaseFacts>> {
  return verify(purchaseChecks, () => readPurchase(bundle, context));
}
