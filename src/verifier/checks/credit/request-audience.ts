import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** OpenACT credit association, OA-CRD-03: a request is made out to one verification service. */
export const check: Check<OnCreditRequest> = {
  requirement: 'OA-CRD-03',
  name: 'request addressed here',
  run({ claims, audience }) {
    return claims.aud === audience
      ? undefined
      : { code: 'credit_request_invalid', evidence: { rule: 'aud' } };
  },
};
