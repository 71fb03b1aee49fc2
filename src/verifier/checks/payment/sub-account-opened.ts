import type { Check } from '../../check.ts';
import type { OnSubAccount } from '../../facts/payment.ts';
import { toolObligation } from '../../obligations.ts';

/** ACT PSD-AGT-SUB, PSD-AGT-SUB-10: a payment that is proved by a key of a sub-account names one that was opened. */
export const check: Check<OnSubAccount> = {
  requirement: 'PSD-AGT-SUB-10',
  name: 'sub-account opened',
  run({ state, subAccountProof }) {
    if (subAccountProof === undefined) return undefined;
    if (state.tool === undefined) return toolObligation('PSD-AGT-SUB-10');
    return state.tool?.subAccount ? undefined : { code: 'sub_account_unknown' };
  },
};
