import type { Check } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT quote, OA-QUO-02: what the payer pays is the gross amount less all discounts. */
export const check: Check<OnQuote> = {
  requirement: 'OA-QUO-02',
  name: 'quote totals',
  run({ quote }) {
    const discounts = quote.discounts.reduce((sum, { minor }) => sum + minor, 0n);
    if (quote.payerAmount.minor + discounts === quote.amount.minor) return undefined;
    return { code: 'quote_totals_wrong' };
  },
};
