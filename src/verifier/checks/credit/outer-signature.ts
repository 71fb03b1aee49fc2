import { verifyOuterSignature } from '../../../protocol/credit/index.ts';
import type { Check } from '../../check.ts';
import type { CreditCredentialFacts } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-09: the issuer has signed the credential as it is. */
export const check: Check<CreditCredentialFacts> = {
  requirement: 'TSD-CRD-VER-09',
  name: 'issuer’s signature',
  async run({ credential, issuer }) {
    if (await verifyOuterSignature(credential, issuer.leafKey)) return undefined;
    return { code: 'credit_proof_invalid', evidence: { rule: 'issuer_signature' } };
  },
};
