import type { Check } from '../../check.ts';
import type { CreditCredentialFacts } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-LCM-09: a credential is in force from its beginning to its end, whatever its
 * state says. The assertion about the agent ends with it.
 *
 * @see TSD-CRD-VER-19
 */
export const check: Check<CreditCredentialFacts> = {
  requirement: 'TSD-CRD-LCM-09',
  name: 'credential in force',
  run({ from, until, issuer }) {
    const { now } = issuer;
    if (from <= now && (until === undefined || now < until)) return undefined;
    return { code: 'credit_credential_not_active', evidence: { rule: 'validity', now } };
  },
};
