import { type Check, refusedUnless } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-49: whoever asks has signed what is asked. */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-49',
  name: 'request signature',
  run({ signer }) {
    return refusedUnless(leafSignatureHolds(signer), { code: 'credit_request_proof_invalid' });
  },
};
