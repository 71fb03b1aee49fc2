import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-54: a revoked authorisation is none from that moment on. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-54',
  name: 'authorisation not revoked',
  run({ authorization }) {
    return authorization?.revoked ? { code: 'credit_authorization_revoked' } : undefined;
  },
};
