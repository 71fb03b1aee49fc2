import type { Code } from '../../protocol/errors/index.ts';

/** What follows for somebody who says that a payment was not theirs. */
export type Finding = 'COMPENSATED' | 'DENIED' | 'REVIEW';

export interface Findings {
  readonly finding: Finding;
  /** The code that shows it, or what is not clear. */
  readonly reason: Code;
}

/** Codes that say: this payment is none that the mandate allowed, or that the user confirmed. */
const OUTSIDE: ReadonlySet<Code> = new Set<Code>([
  ...(['mandate_expired', 'mandate_not_yet_valid', 'mandate_revoked', 'mandate_suspended'] as const),
  ...(['parent_not_active', 'parent_limit_reached', 'mandate_widened'] as const),
  ...(['agent_signature_invalid', 'agent_mismatch', 'agent_key_mismatch'] as const),
  ...(['amount_over_single_limit', 'amount_under_single_minimum', 'amount_over_total_limit'] as const),
  ...(['times_limit_reached', 'currency_mismatch', 'method_not_allowed', 'merchant_not_allowed'] as const),
  ...(['category_not_allowed', 'quote_not_pinned', 'price_out_of_tolerance', 'delivery_too_late'] as const),
  ...(['confirmation_required', 'confirmation_denied', 'shown_payment_mismatch'] as const),
  ...(['runtime_user_mismatch', 'agent_version_mismatch', 'runtime_key_invalid'] as const),
]);

export interface PolicyInput {
  /** Whether the payment service's own anchored record shows that the payment happened. */
  readonly isPaymentProven: boolean;
  /** Why the rest of the evidence does not hold, if it does not. */
  readonly evidence: Code | undefined;
  /** Why the purchase was refused; undefined: within the mandate, and the user's confirmation verified. */
  readonly purchase: Code | undefined;
}

/**
 * "Compensated if stolen": a payment outside the mandate is compensated; one within a mandate that rests on a verified
 * confirmation is not; whatever is not clear is looked at by people. Nothing is decided for or against anybody on
 * evidence that does not hold, and an anchor without its record shows no payment.
 *
 * @see OA-DSP-01, TSD-ATT-DSP-09, TSD-ATT-OCA-06
 */
export function findingOf({ isPaymentProven, evidence, purchase }: PolicyInput): Findings {
  if (evidence !== undefined) return { finding: 'REVIEW', reason: evidence };
  if (!isPaymentProven) return { finding: 'REVIEW', reason: 'dispute_evidence_missing' };
  if (purchase === undefined) return { finding: 'DENIED', reason: 'dispute_within_mandate' };
  if (OUTSIDE.has(purchase)) return { finding: 'COMPENSATED', reason: purchase };
  return { finding: 'REVIEW', reason: purchase };
}
