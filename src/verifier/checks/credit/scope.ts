import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** OpenACT credit association, OA-CRD-11: the transaction and the relying party are within the scope of the credential. */
export const check: Check<OnCreditRequest> = {
  requirement: 'OA-CRD-11',
  name: 'within the scope',
  run({ claims, credential }) {
    const { transaction_types, relying_parties } = credential?.credential.association.scope ?? {};
    const typed = transaction_types?.includes(claims.business_context.transaction_type) ?? true;
    const relying = relying_parties?.includes(claims.relying_party) ?? true;
    return typed && relying ? undefined : { code: 'credit_scope_mismatch', evidence: { rule: 'scope' } };
  },
};
