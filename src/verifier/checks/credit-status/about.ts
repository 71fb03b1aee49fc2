import type { Check } from '../../check.ts';
import type { OnCreditStatus } from '../../facts/credit.ts';

/** OpenACT credit association, OA-CRD-20: a state is that of one credential, said by who has issued it. */
export const check: Check<OnCreditStatus> = {
  requirement: 'OA-CRD-20',
  name: 'state of this credential',
  run({ claims, expected }) {
    const same = claims.credential_id === expected.credential_id && claims.iss === expected.issuer;
    return same ? undefined : { code: 'credit_proof_invalid', evidence: { rule: 'about' } };
  },
};
