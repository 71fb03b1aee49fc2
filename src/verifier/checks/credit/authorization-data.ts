import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-AUTH-09: nothing is asked for beyond the items that the subject has named. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-AUTH-09',
  name: 'authorised for these items',
  run({ claims, authorization }) {
    const allowed: readonly string[] = authorization?.claims.data_items ?? claims.data_items;
    return claims.data_items.every((item) => allowed.includes(item))
      ? undefined
      : { code: 'credit_scope_mismatch', evidence: { rule: 'data_items' } };
  },
};
