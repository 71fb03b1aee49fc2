import type { Check } from '../../check.ts';
import { linksOf, type OnTermsChain } from '../../facts/delegation.ts';
import { wideningBelow } from '../../intent-widening.ts';

/**
 * OpenACT delegation, OA-DLG-04: what is handed down allows nothing that the mandate above it does not: scope, limits,
 * window, currency, uses.
 */
export const check: Check<OnTermsChain> = {
  requirement: 'OA-DLG-04',
  name: 'narrowed',
  run(facts) {
    for (const [parent, child] of linksOf(facts)) {
      const member = wideningBelow(child.terms, parent.terms);
      if (member !== undefined) return { code: 'mandate_widened', evidence: { member } };
    }
    return undefined;
  },
};
