import type { Check } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT quote, OA-QUO-01: a quote is paid before its pay_before; no tolerance is given. */
export const check: Check<OnQuote & { readonly now: number }> = {
  requirement: 'OA-QUO-01',
  name: 'quote not expired',
  run({ quote, now }) {
    const { exp } = quote.claims;
    if (now < exp) return undefined;
    return { code: 'quote_expired', evidence: { exp, now } };
  },
};
