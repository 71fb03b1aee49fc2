import type { Check } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';

/**
 * OpenACT interconnection, OA-ICN-04: only what is paid directly is cleared. Held money would have to be released by a
 * service that does not hold it.
 */
export const check: Check<OnQuote & { readonly audience: string }> = {
  requirement: 'OA-ICN-04',
  name: 'settled directly',
  run({ quote }) {
    const { settlement = 'DIRECT' } = quote.claims;
    if (settlement === 'DIRECT') return undefined;
    return { code: 'interconnect_settlement_unsupported', evidence: { settlement } };
  },
};
