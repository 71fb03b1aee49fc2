import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-AUTH-13: the associated subject itself authorises. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-AUTH-13',
  name: 'authorised by this subject',
  run({ authorization, credential }) {
    const subject = credential?.credential.association.subject_id;
    return authorization === undefined || authorization.claims.iss === subject
      ? undefined
      : { code: 'credit_scope_mismatch', evidence: { rule: 'subject' } };
  },
};
