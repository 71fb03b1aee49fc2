import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { InstantPurchaseFacts } from '../../facts/instant-purchase.ts';

/**
 * OpenACT purchase, OA-PUR-05: offer and request were there before the user confirmed them, within the tolerance
 * between two clocks.
 */
export const check: Check<Pick<InstantPurchaseFacts, 'confirmation' | 'payment'>> = {
  requirement: 'OA-PUR-05',
  name: 'asked before confirmed',
  run({ confirmation, payment }) {
    const latest = confirmation.claims.iat + REQUEST_TIME_SKEW_SECONDS;
    const { request, quote } = payment;
    if (request.claims.iat <= latest && quote.claims.iat <= latest) return undefined;
    return { code: 'purchase_time_invalid', evidence: { confirmed_at: confirmation.claims.iat } };
  },
};
