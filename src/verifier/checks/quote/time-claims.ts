import type { Check } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT quote, OA-QUO-08: pay_before and exp are the same instant. */
export const check: Check<OnQuote> = {
  requirement: 'OA-QUO-08',
  name: 'quote time claims',
  run({ quote }) {
    if (quote.payBefore === quote.claims.exp) return undefined;
    return {
      code: 'quote_time_claims_disagree',
      evidence: { pay_before: quote.payBefore, exp: quote.claims.exp },
    };
  },
};
