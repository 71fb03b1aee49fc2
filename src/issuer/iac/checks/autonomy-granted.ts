import { AUTONOMY, type Check } from '../../../verifier/index.ts';
import type { MandateRequestFacts } from './facts.ts';

/** OpenACT autonomy, OA-AUT-02: full autonomy is granted only where this issuer was configured for it. */
export const check: Check<MandateRequestFacts> = {
  requirement: 'OA-AUT-02',
  name: 'autonomy level granted',
  run({ terms, fullAutonomy }) {
    const level = terms.iac.ext?.openact?.autonomy_level;
    if (level === undefined || AUTONOMY[level].granted || fullAutonomy) return undefined;
    return { code: 'autonomy_level_refused', evidence: { level } };
  },
};
