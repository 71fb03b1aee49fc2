import type { Check } from '../../check.ts';
import type { OnRequest } from '../../facts/payment.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT request, OA-REQ-04: the request names this quote by digest. */
export const check: Check<OnRequest & OnQuote> = {
  requirement: 'OA-REQ-04',
  name: 'request bound to quote',
  run({ request, quote }) {
    if (request.claims.quote_digest === quote.digest) return undefined;
    return { code: 'quote_digest_mismatch' };
  },
};
