import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-51: the ids of a request are used once. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-51',
  name: 'request not used before',
  run({ state }) {
    return state.replay === 'new' ? undefined : { code: 'credit_request_replayed' };
  },
};
