import type { Check } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT quote, OA-QUO-06: the cart shown to the agent is the one that the quote commits to. */
export const check: Check<OnQuote> = {
  requirement: 'OA-QUO-06',
  name: 'cart digest',
  run({ quote }) {
    if (quote.cart === undefined || quote.cart.digest === quote.claims.cart_digest) return undefined;
    return { code: 'cart_digest_mismatch' };
  },
};
