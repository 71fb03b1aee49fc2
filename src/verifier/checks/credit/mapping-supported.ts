import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-62: policy and version can be recognised and applied now. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-62',
  name: 'mapping policy applicable',
  run({ state }) {
    // That it was not reached is a clause of its own; any other word says nothing for it.
    const holds = state.mapping === 'supported' || state.mapping === 'unavailable';
    return holds ? undefined : { code: 'credit_mapping_unsupported' };
  },
};
