import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-AUTH-04: the relying party asks for itself, or the one platform that the subject
 * named asks for it.
 *
 * @see TSD-CRD-AUTH-20, TSD-CRD-AUTH-22
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-AUTH-04',
  name: 'asked by who may ask',
  run({ claims, authorization }) {
    const { mode = 'PER_REQUEST', platform_proxy = claims.relying_party } = authorization?.claims ?? {};
    const asker = mode === 'PLATFORM_PROXY' ? platform_proxy : claims.relying_party;
    return claims.iss === asker ? undefined : { code: 'credit_scope_mismatch', evidence: { rule: 'asker' } };
  },
};
