import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT limits, OA-LIM-04: where the mandate pins a quote, it is this one. */
export const check: Check<OnQuote & OnTerms> = {
  requirement: 'OA-LIM-04',
  name: 'pinned quote',
  run({ quote, mandate }) {
    const pinned = mandate.terms.iac.ext?.openact?.quote_digest;
    if (pinned === undefined || pinned === quote.digest) return undefined;
    return { code: 'quote_not_pinned' };
  },
};
