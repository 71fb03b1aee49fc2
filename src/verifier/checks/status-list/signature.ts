import { type Check, refusedUnless } from '../../check.ts';
import type { StatusListFacts } from '../../facts/status-list.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** OpenACT status list, OA-STL-04: the issuer signs its status list with its status key. */
export const check: Check<StatusListFacts> = {
  requirement: 'OA-STL-04',
  name: 'status list signature',
  run({ signer }) {
    return refusedUnless(leafSignatureHolds(signer), { code: 'jws_signature_invalid' });
  },
};
