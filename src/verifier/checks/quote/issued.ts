import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT quote, OA-QUO-11: a quote is not dated after the present of whoever relies on it. */
export const check: Check<OnQuote> = {
  requirement: 'OA-QUO-11',
  name: 'quote issued',
  run({ quote }) {
    const { iat } = quote.claims;
    if (iat <= quote.signer.now + REQUEST_TIME_SKEW_SECONDS) return undefined;
    return { code: 'issued_in_future', evidence: { iat, now: quote.signer.now } };
  },
};
