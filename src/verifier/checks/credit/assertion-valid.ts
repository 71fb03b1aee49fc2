import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-VER-61: the subject’s assertion is valid now: not revoked, corrected, replaced or
 * expired.
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-61',
  name: 'credit assertion valid',
  run({ state }) {
    return state.assertion === 'invalid' ? { code: 'credit_assertion_invalid' } : undefined;
  },
};
