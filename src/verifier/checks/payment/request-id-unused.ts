import type { Check } from '../../check.ts';
import type { OnState } from '../../facts/payment.ts';

/** OpenACT replay, OA-RPL-01: a request id that was used for other bytes is refused. */
export const check: Check<OnState> = {
  requirement: 'OA-RPL-01',
  name: 'request id not reused',
  run({ state }) {
    if (state.replay === undefined) {
      return {
        obligation: 'replay',
        requirement: 'OA-RPL-01',
        detail: 'Refuse a request id that this agent has used for another request.',
      };
    }
    return state.replay === 'reused' ? { code: 'request_id_reused' } : undefined;
  },
};
