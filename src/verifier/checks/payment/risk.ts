import type { Check } from '../../check.ts';
import type { OnState } from '../../facts/payment.ts';

/** OpenACT risk, OA-RSK-01: risk control has its say before the charge. */
export const check: Check<OnState> = {
  requirement: 'OA-RSK-01',
  name: 'risk control',
  run({ state }) {
    if (state.risk === undefined) {
      return { obligation: 'risk', requirement: 'OA-RSK-01', detail: 'Ask risk control about this payment.' };
    }
    return state.risk === 'allow' ? undefined : { code: 'risk_refused' };
  },
};
