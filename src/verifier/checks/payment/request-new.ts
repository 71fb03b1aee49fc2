import type { Check } from '../../check.ts';
import type { OnState } from '../../facts/payment.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-05: a request that was made before is not made again. */
export const check: Check<OnState> = {
  requirement: 'PSD-PAY-DEL-05',
  name: 'request new',
  run({ state }) {
    if (state.replay === undefined) {
      return {
        obligation: 'replay',
        requirement: 'PSD-PAY-DEL-05',
        detail: 'Refuse a request whose agent and id were seen before; consume the id with the payment.',
      };
    }
    const isOther = state.replay === 'new' || state.replay === 'reused';
    return isOther ? undefined : { code: 'request_duplicate' };
  },
};
