import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-56: the agent can be resolved: its provider states now who it is. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-56',
  name: 'agent known',
  run({ state }) {
    return state.agent === 'registered' ? undefined : { code: 'credit_agent_not_registered' };
  },
};
