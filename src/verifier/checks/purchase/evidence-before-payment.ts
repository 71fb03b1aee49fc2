import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { PurchaseFacts } from '../../facts/purchase.ts';

/**
 * OpenACT purchase, OA-PUR-02: mandate and quote were signed before the payment they led to, within the tolerance
 * between two clocks.
 */
export const check: Check<Pick<PurchaseFacts, 'payment'>> = {
  requirement: 'OA-PUR-02',
  name: 'evidence before payment',
  run({ payment }) {
    const { mandate, quote, now: paidAt } = payment;
    const latest = paidAt + REQUEST_TIME_SKEW_SECONDS;
    if (mandate.claims.iat <= latest && quote.claims.iat <= latest) return undefined;
    return { code: 'purchase_time_invalid', evidence: { paid_at: paidAt } };
  },
};
