import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-57: there is such a credential. @see TSD-CRD-VER-04 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-57',
  name: 'credential found',
  run({ credential }) {
    return credential === undefined ? { code: 'credit_credential_not_found' } : undefined;
  },
};
