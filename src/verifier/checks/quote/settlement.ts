import type { Check } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** Where nothing is owed for the money; a mandate allows it like any other category. */
const TIP = 'tip';

/** OpenACT escrow, OA-ESC-01: no order of goods is settled as a tip, for which nothing would be owed. */
export const check: Check<OnQuote> = {
  requirement: 'OA-ESC-01',
  name: 'quote settlement',
  run({ quote }) {
    const { settlement, categories } = quote.claims;
    if (settlement !== 'GRATUITY' || categories.every((category) => category === TIP)) return undefined;
    return { code: 'quote_settlement_mismatch' };
  },
};
