import { type Check, refusedUnless } from '../../check.ts';
import type { OnCreditAnswer } from '../../facts/credit.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-44: the verification service has signed its answer. */
export const check: Check<OnCreditAnswer> = {
  requirement: 'TSD-CRD-VER-44',
  name: 'answer signature',
  run({ signer }) {
    return refusedUnless(leafSignatureHolds(signer), { code: 'credit_answer_signature_invalid' });
  },
};
