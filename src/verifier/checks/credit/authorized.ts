import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-52: credit information is asked for under an authorisation of its subject. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-52',
  name: 'query authorised',
  run({ authorization }) {
    return authorization === undefined ? { code: 'credit_authorization_required' } : undefined;
  },
};
