import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnRequest, OnState } from '../../facts/payment.ts';

/**
 * ACT PSD-PAY-DEL, PSD-PAY-DEL-12: what the payment service has confirmed and holds, and this amount, are together at
 * most the total limit.
 */
export const check: Check<OnRequest & OnTerms & OnState> = {
  requirement: 'PSD-PAY-DEL-12',
  name: 'total limit',
  run({ request, mandate, state }) {
    const { total } = mandate.terms;
    const { usage } = state;
    // What no history can make room for needs no history.
    if (usage === undefined && request.amount.minor <= total.minor) {
      return {
        obligation: 'budget',
        requirement: 'PSD-PAY-DEL-12',
        detail:
          'Hold the amount against max_total_amount with what was confirmed before, in the money transaction.',
      };
    }
    const used = usage === undefined ? 0n : usage.spentMinor + usage.heldMinor;
    if (used + request.amount.minor <= total.minor) return undefined;
    return { code: 'amount_over_total_limit', evidence: { amount: request.claims.amount } };
  },
};
