import type { Check } from '../../check.ts';
import type { OnCreditAnswer } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-41: a result is used for the purpose that it was asked for. */
export const check: Check<OnCreditAnswer> = {
  requirement: 'TSD-CRD-VER-41',
  name: 'answer for this purpose',
  run({ claims, expected }) {
    if (claims.purpose === expected.purpose) return undefined;
    return { code: 'credit_answer_purpose_mismatch', evidence: { purpose: claims.purpose } };
  },
};
