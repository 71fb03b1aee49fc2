import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** OpenACT limits, OA-LIM-01: the gross order amount is at least the single minimum. */
export const check: Check<OnRequest & OnTerms> = {
  requirement: 'OA-LIM-01',
  name: 'single minimum',
  run({ request, mandate }) {
    const { minimum } = mandate.terms;
    if (minimum === undefined || minimum.minor <= request.amount.minor) return undefined;
    return { code: 'amount_under_single_minimum', evidence: { amount: request.claims.amount } };
  },
};
