import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-50: a request is good for a moment, before or after. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-50',
  name: 'request in time',
  run({ claims, now }) {
    if (Math.abs(now - claims.iat) <= REQUEST_TIME_SKEW_SECONDS) return undefined;
    return { code: 'credit_request_expired', evidence: { iat: claims.iat, now } };
  },
};
