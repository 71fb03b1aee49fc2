import type { Check } from '../../check.ts';
import { linksOf, type OnTermsChain } from '../../facts/delegation.ts';

/** OpenACT delegation, OA-DLG-03: a mandate is handed down only where it says so, and each step leaves fewer steps. */
export const check: Check<OnTermsChain> = {
  requirement: 'OA-DLG-03',
  name: 'delegation depth',
  run(facts) {
    const over = linksOf(facts).find(([parent, child]) => child.terms.depth >= parent.terms.depth);
    if (over === undefined) return undefined;
    const [parent, child] = over;
    return {
      code: 'mandate_depth_exceeded',
      evidence: { parent: parent.terms.depth, child: child.terms.depth },
    };
  },
};
