import { missingOfLevel } from '../../autonomy.ts';
import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** OpenACT autonomy, OA-AUT-01: a mandate states what its autonomy level rests on. */
export const check: Check<OnTerms> = {
  requirement: 'OA-AUT-01',
  name: 'terms of the autonomy level',
  run({ mandate }) {
    const [missing] = missingOfLevel(mandate.terms);
    return missing === undefined ? undefined : { code: 'autonomy_terms_missing', evidence: { missing } };
  },
};
