import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-VER-23: a business that asks for the subject’s own signature is not satisfied by
 * less.
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-23',
  name: 'confirmed strongly enough',
  run({ claims, credential }) {
    const { minimum_confirmation: minimum } = claims;
    const method = credential?.credential.association.confirmation_method ?? minimum;
    return minimum === undefined || method === minimum
      ? undefined
      : { code: 'credit_review_required', evidence: { rule: 'confirmation' } };
  },
};
