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
    // That it was not reached is a clause of its own; any other word says nothing for it.
    const holds = state.assertion === 'valid' || state.assertion === 'unavailable';
    return holds ? undefined : { code: 'credit_assertion_invalid' };
  },
};
