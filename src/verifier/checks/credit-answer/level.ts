import type { Check } from '../../check.ts';
import type { OnCreditAnswer } from '../../facts/credit.ts';

/** OpenACT credit association, OA-CRD-09: a pass of the credential alone says nothing of the credit information. */
export const check: Check<OnCreditAnswer> = {
  requirement: 'OA-CRD-09',
  name: 'level reached',
  run({ claims, expected }) {
    if (claims.result !== 'PASS' || expected.level === 'CREDENTIAL') return undefined;
    if (claims.completed_level === expected.level) return undefined;
    return { code: 'credit_answer_level_mismatch', evidence: { completed: claims.completed_level } };
  },
};
