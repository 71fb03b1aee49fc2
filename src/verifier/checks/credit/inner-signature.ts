import { verifyInnerSignature } from '../../../protocol/credit/index.ts';
import type { Check } from '../../check.ts';
import type { CreditCredentialFacts } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-10: a subject that confirms directly has signed the association. */
export const check: Check<CreditCredentialFacts> = {
  requirement: 'TSD-CRD-VER-10',
  name: 'subject’s signature',
  async run({ credential }) {
    if (credential.association.confirmation_method !== 'DIRECT_SIGNATURE') return undefined;
    if (await verifyInnerSignature(credential)) return undefined;
    return { code: 'credit_proof_invalid', evidence: { rule: 'subject_signature' } };
  },
};
