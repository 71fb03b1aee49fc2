import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * OpenACT credit association, OA-CRD-07: while an association is looked at again, the answer is that it is; the state
 * SUSPENDED would hide it.
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'OA-CRD-07',
  name: 'not under reassessment',
  run({ state }) {
    return state.review === true && state.status !== 'REVOKED' && state.status !== 'EXPIRED'
      ? { code: 'credit_review_required', evidence: { rule: 'reassessment' } }
      : undefined;
  },
};
