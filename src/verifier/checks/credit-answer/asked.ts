import type { Check } from '../../check.ts';
import type { OnCreditAnswer } from '../../facts/credit.ts';

/**
 * OpenACT credit association, OA-CRD-23: an answer comes from the service that was asked. Any other that is listed signs
 * with a key as good, and was asked nothing.
 */
export const check: Check<OnCreditAnswer> = {
  requirement: 'OA-CRD-23',
  name: 'answer of the service asked',
  run({ claims, expected }) {
    if (claims.iss === expected.service) return undefined;
    return { code: 'credit_answer_mismatch', evidence: { rule: 'service' } };
  },
};
