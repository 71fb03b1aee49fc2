import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-VER-58: what was applied for and not issued is there, and not ACTIVE.
 *
 * @see TSD-CRD-LCM-05
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-58',
  name: 'credential issued',
  run({ credential, state }) {
    if (credential !== undefined || state.status === undefined) return undefined;
    return { code: 'credit_credential_not_active', evidence: { status: state.status } };
  },
};
