import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-12: the state is ACTIVE, asked for now. @see TSD-CRD-LCM-06 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-12',
  name: 'credential active',
  run({ state }) {
    if (state.status === 'ACTIVE') return undefined;
    return { code: 'credit_credential_not_active', evidence: { status: state.status ?? 'NONE' } };
  },
};
