import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-ASC-26: the purpose is one that the subject has confirmed. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-ASC-26',
  name: 'purpose agreed',
  run({ claims, credential }) {
    const purposes: readonly string[] = credential?.credential.association.purposes ?? [claims.purpose];
    return purposes.includes(claims.purpose)
      ? undefined
      : { code: 'credit_scope_mismatch', evidence: { rule: 'purpose' } };
  },
};
