import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-13: what is asked about is the assertion that the credential was mapped from. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-13',
  name: 'same credit assertion',
  run({ claims, credential }) {
    const asked = claims.subject_assertion_ref;
    const mapped = credential?.credential.association.subject_assertion_ref;
    return asked === undefined || mapped === undefined || asked === mapped
      ? undefined
      : { code: 'credit_assertion_invalid', evidence: { rule: 'reference' } };
  },
};
