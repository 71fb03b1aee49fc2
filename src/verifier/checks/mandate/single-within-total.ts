import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** ACT ADD-INT-ICS, ADD-INT-ICS-07: max_single_amount is at most max_total_amount. */
export const check: Check<OnTerms> = {
  requirement: 'ADD-INT-ICS-07',
  name: 'single limit within total',
  run({ mandate }) {
    const { single, total } = mandate.terms;
    if (single === undefined || single.minor <= total.minor) return undefined;
    return { code: 'limit_order', evidence: { rule: 'single_over_total' } };
  },
};
