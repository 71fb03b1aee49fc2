import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * OpenACT credit association, OA-CRD-22: a subject authorises in the ways that it has confirmed to, and in no other.
 *
 * @see TSD-CRD-ASC-08
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'OA-CRD-22',
  name: 'authorised in a confirmed way',
  run({ authorization, credential }) {
    if (authorization === undefined || credential === undefined) return undefined;
    const { mode } = authorization.claims;
    return credential.credential.association.authorization_modes.includes(mode)
      ? undefined
      : { code: 'credit_scope_mismatch', evidence: { rule: 'mode', mode } };
  },
};
