import type { Check } from '../../check.ts';
import type { FindingFacts } from '../../facts/finding.ts';

/** OpenACT disputes, OA-DSP-12: the evidence that comes along is evidence that the finding rests on. */
export const check: Check<FindingFacts> = {
  requirement: 'OA-DSP-12',
  name: 'finding over this evidence',
  run({ claims, expected }) {
    if (claims.evidence.includes(expected.evidence)) return undefined;
    return { code: 'finding_mismatch', evidence: { rule: 'evidence' } };
  },
};
