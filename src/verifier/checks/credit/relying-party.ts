import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-VER-08: the relying party asks for itself; a platform asks for credit information
 * only, and is judged by its authorisation.
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-08',
  name: 'asked by the relying party',
  run({ claims }) {
    if (claims.iss === claims.relying_party || claims.level === 'ASSOCIATED_CREDIT') return undefined;
    return { code: 'credit_request_proof_invalid', evidence: { rule: 'relying_party' } };
  },
};
