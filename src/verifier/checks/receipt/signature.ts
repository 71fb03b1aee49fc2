import { type Check, refusedUnless } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** OpenACT receipt, OA-RCP-09: the payment service signs what was paid. */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-09',
  name: 'receipt signature',
  run({ receipt }) {
    return refusedUnless(leafSignatureHolds(receipt.signer), { code: 'jws_signature_invalid' });
  },
};
