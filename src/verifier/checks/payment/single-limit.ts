import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-11: the gross order amount is at most the single limit. */
export const check: Check<OnRequest & OnTerms> = {
  requirement: 'PSD-PAY-DEL-11',
  name: 'single limit',
  run({ request, mandate }) {
    const { single } = mandate.terms;
    if (single === undefined || request.amount.minor <= single.minor) return undefined;
    return { code: 'amount_over_single_limit', evidence: { amount: request.claims.amount } };
  },
};
