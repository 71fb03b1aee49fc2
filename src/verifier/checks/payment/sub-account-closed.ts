import type { Check } from '../../check.ts';
import type { OnSubAccount } from '../../facts/payment.ts';

/** ACT PSD-AGT-SUB, PSD-AGT-SUB-05: a closed sub-account and its key pay nothing any more. */
export const check: Check<OnSubAccount> = {
  requirement: 'PSD-AGT-SUB-05',
  name: 'sub-account not closed',
  run({ state }) {
    const carrier = state.tool?.subAccount?.state;
    // What is neither open nor frozen pays as little as what was closed, whatever it is called.
    const mayPay = carrier === undefined || carrier === 'ACTIVE' || carrier === 'FROZEN';
    return mayPay ? undefined : { code: 'sub_account_closed' };
  },
};
