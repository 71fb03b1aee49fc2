import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-VER-60: an assertion that cannot be asked about is not taken for valid, nor for
 * invalid.
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-60',
  name: 'credit assertion reached',
  run({ state }) {
    return state.assertion === 'unavailable' ? { code: 'credit_assertion_unavailable' } : undefined;
  },
};
