import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-AUTH-17: an authorisation for one request is for that request alone. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-AUTH-17',
  name: 'authorised for this request',
  run({ claims, authorization }) {
    const { request_id = claims.request_id } = authorization?.claims ?? {};
    return request_id === claims.request_id
      ? undefined
      : { code: 'credit_scope_mismatch', evidence: { rule: 'request_id' } };
  },
};
