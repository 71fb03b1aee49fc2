import { type Check, refusedUnless } from '../../check.ts';
import type { OnCreditStatus } from '../../facts/credit.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** ACT 2.1 credit association, TSD-CRD-LCM-03: the issuer answers for the state of its credentials. */
export const check: Check<OnCreditStatus> = {
  requirement: 'TSD-CRD-LCM-03',
  name: 'state signature',
  run({ signer }) {
    return refusedUnless(leafSignatureHolds(signer), { code: 'credit_proof_invalid' });
  },
};
