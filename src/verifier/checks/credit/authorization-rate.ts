import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * OpenACT credit association, OA-CRD-10: a platform asks no more often in a window than the subject allows. Counting is
 * the service’s.
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'OA-CRD-10',
  name: 'within the rate',
  run({ authorization }) {
    const limit = authorization?.claims.frequency_limit;
    return authorization === undefined ||
      limit === undefined ||
      authorization.used < limit.max_requests_per_window
      ? undefined
      : { code: 'credit_scope_mismatch', evidence: { rule: 'frequency' } };
  },
};
