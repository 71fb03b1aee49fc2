import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/**
 * ACT ADD-INT-ICS, ADD-INT-ICS-08: min_single_amount is at most max_single_amount; where there is none, the total is
 * the most one payment can be.
 */
export const check: Check<OnTerms> = {
  requirement: 'ADD-INT-ICS-08',
  name: 'minimum within single limit',
  run({ mandate }) {
    const { minimum, single, total } = mandate.terms;
    if (minimum === undefined || minimum.minor <= (single ?? total).minor) return undefined;
    return { code: 'limit_order', evidence: { rule: 'minimum_over_single' } };
  },
};
