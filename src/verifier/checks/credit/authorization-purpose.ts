import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-AUTH-08: an authorisation is for the purposes that it names. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-AUTH-08',
  name: 'authorised for this purpose',
  run({ claims, authorization }) {
    const purposes: readonly string[] = authorization?.claims.purposes ?? [claims.purpose];
    return purposes.includes(claims.purpose)
      ? undefined
      : { code: 'credit_scope_mismatch', evidence: { rule: 'authorized_purpose' } };
  },
};
