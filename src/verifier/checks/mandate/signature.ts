import { type Check, refusedUnless } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-07: the payment service verifies the signature of the IAC. */
export const check: Check<OnMandate> = {
  requirement: 'PSD-PAY-DEL-07',
  name: 'mandate signature',
  run({ mandate }) {
    return refusedUnless(leafSignatureHolds(mandate.signer), { code: 'jws_signature_invalid' });
  },
};
