import type { Check } from '../../check.ts';
import type { OnProofState } from '../../facts/a402.ts';

/** OpenACT A402, OA-A402-08: a holder's proof is good for one request. Whoever has only seen it cannot send it again. */
export const check: Check<OnProofState> = {
  requirement: 'OA-A402-08',
  name: 'holder proof unused',
  run({ state }) {
    if (state.holderProof === undefined) {
      return {
        obligation: 'replay',
        requirement: 'OA-A402-08',
        detail: 'Refuse a holder’s proof whose key and jti were seen before; consume them with the delivery.',
      };
    }
    return state.holderProof === 'new' ? undefined : { code: 'a402_proof_replayed' };
  },
};
