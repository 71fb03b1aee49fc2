import { MANDATE_MAX_LIFETIME_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** OpenACT mandate, OA-MND-07: a mandate is valid for no longer than policy allows. */
export const check: Check<OnTerms> = {
  requirement: 'OA-MND-07',
  name: 'mandate lifetime',
  run({ mandate }) {
    const seconds = mandate.terms.end - mandate.terms.start;
    if (seconds <= MANDATE_MAX_LIFETIME_SECONDS) return undefined;
    return {
      code: 'mandate_lifetime_too_long',
      evidence: { seconds, max_seconds: MANDATE_MAX_LIFETIME_SECONDS },
    };
  },
};
