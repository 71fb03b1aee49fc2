import type { Check } from '../../check.ts';
import type { OnSubAccount } from '../../facts/payment.ts';

/** ACT PSD-AGT-SUB, PSD-AGT-SUB-05: a closed sub-account and its key pay nothing any more. */
export const check: Check<OnSubAccount> = {
  requirement: 'PSD-AGT-SUB-05',
  name: 'sub-account not closed',
  run: ({ state }) =>
    state.tool?.subAccount?.state === 'CLOSED' ? { code: 'sub_account_closed' } : undefined,
};
