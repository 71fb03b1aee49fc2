import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-53: an authorisation has a beginning and an end. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-53',
  name: 'authorisation in force',
  run({ authorization, now }) {
    if (authorization === undefined) return undefined;
    if (authorization.from <= now && now < authorization.until) return undefined;
    return { code: 'credit_authorization_expired', evidence: { until: authorization.until, now } };
  },
};
