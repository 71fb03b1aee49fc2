import type { Check } from '../../check.ts';
import type { OnSubAccount } from '../../facts/payment.ts';

/** ACT PSD-AGT-SUB, PSD-AGT-SUB-07: a frozen sub-account does not pay, and the key that it had is dead for good. */
export const check: Check<OnSubAccount> = {
  requirement: 'PSD-AGT-SUB-07',
  name: 'sub-account not frozen',
  run: ({ state }) =>
    state.tool?.subAccount?.state === 'FROZEN' ? { code: 'sub_account_frozen' } : undefined,
};
