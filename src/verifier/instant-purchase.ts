import { attestationChecks } from './attestation.ts';
import { type Check, type Verified, verify, within } from './check.ts';
import { check as attestationAgent } from './checks/attestation/agent.ts';
import { check as enrolmentDelegator } from './checks/enrolment/delegator.ts';
import { check as askedBeforeConfirmed } from './checks/instant/asked-before-confirmed.ts';
import { check as level } from './checks/instant/level.ts';
import { check as namedByReceipt } from './checks/instant/named-by-receipt.ts';
import { check as shownPayment } from './checks/instant/shown-payment.ts';
import { check as agentSignature } from './checks/payment/agent-signature.ts';
import { check as requestIdUnused } from './checks/payment/request-id-unused.ts';
import { check as requestNew } from './checks/payment/request-new.ts';
import { check as paidBeforeNow } from './checks/purchase/paid-before-now.ts';
import { check as paymentTime } from './checks/purchase/payment-time.ts';
import { check as authorization } from './checks/receipt/authorization.ts';
import { confirmationChecks } from './confirmation.ts';
import { enrolmentChecks } from './enrolment.ts';
import type { InstantFacts } from './facts/instant.ts';
import { type InstantPurchaseFacts, readInstantPurchase } from './facts/instant-purchase.ts';
import type { PurchaseContext } from './facts/purchase.ts';
import type { OnReceipt } from './facts/receipt.ts';
import { instantOfferChecks } from './instant-request.ts';
import { cartChecks } from './quote.ts';
import { receiptChecks } from './receipt.ts';
import { trustListChecks } from './trust-list.ts';

const paymentOf = ({ payment }: InstantPurchaseFacts): InstantFacts => payment;
const receiptOf = ({ receipt }: InstantPurchaseFacts): OnReceipt => receipt;

/** One purchase at act:L1 from end to end: who may vouch, what was asked and offered, what the user saw and confirmed. */
export const instantPurchaseChecks: readonly Check<InstantPurchaseFacts>[] = [
  ...within('trust list', ({ trust }: InstantPurchaseFacts) => trust, trustListChecks),
  paidBeforeNow,
  ...within('agent', ({ attestation }: InstantPurchaseFacts) => attestation, attestationChecks),
  attestationAgent,
  ...within<InstantPurchaseFacts, InstantFacts>('request', paymentOf, [
    requestNew,
    requestIdUnused,
    agentSignature,
    level,
  ]),
  ...within('offer', paymentOf, [...instantOfferChecks, ...cartChecks]),
  ...within('device', ({ enrolment }: InstantPurchaseFacts) => enrolment, enrolmentChecks),
  ...within('user', ({ confirmation }: InstantPurchaseFacts) => confirmation, confirmationChecks),
  enrolmentDelegator,
  shownPayment,
  askedBeforeConfirmed,
  ...within('payment', receiptOf, receiptChecks),
  namedByReceipt,
  ...within(
    'payment',
    ({ receipt, authorizationDigest }: InstantPurchaseFacts) => ({
      receipt: receipt.receipt,
      authorizationDigest,
    }),
    [authorization],
  ),
  paymentTime,
];

/**
 * Judges one purchase at act:L1 from bytes alone. At `now`: the trust list, institutions and certificates. At the
 * receipt's `paid_at`: the statement about the agent key, the enrolment of the device, the confirmation, the offer.
 *
 * What bytes cannot show comes back as obligations: `payment_time`, `trust_list_rollback` and `replay`. That the tool
 * belongs to the delegator who confirmed is the word of the payment service, which signs the confirmation's digest
 * into the receipt.
 *
 * @param bundle UTF-8 bytes of JSON (schemas/bundle-instant.json), at most 256 KiB
 * @returns accepted, or refused with the first code in the order above; what cannot be read is refused, not thrown
 * @see PSD-PAY-INS
 */
export function verifyInstantPurchase(
  bundle: Uint8Array,
  context: PurchaseContext,
): Promise<Verified<InstantPurchaseFacts>> {
  return verify(instantPurchaseChecks, () => readInstantPurchase(bundle, context));
}
