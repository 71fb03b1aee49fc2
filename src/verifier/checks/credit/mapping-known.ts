import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-22: where a dependency does not answer, nothing is concluded. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-22',
  name: 'mapping policy reached',
  run({ state }) {
    return state.mapping === 'unavailable' ? { code: 'credit_inconclusive' } : undefined;
  },
};
