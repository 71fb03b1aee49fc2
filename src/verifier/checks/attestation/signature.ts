import { type Check, refusedUnless } from '../../check.ts';
import type { AttestationFacts } from '../../facts/key-statements.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** OpenACT keys, OA-KEY-07: the agent provider signs whose key an agent key is. */
export const check: Check<AttestationFacts> = {
  requirement: 'OA-KEY-07',
  name: 'attestation signature',
  run({ signer }) {
    return refusedUnless(leafSignatureHolds(signer), { code: 'jws_signature_invalid' });
  },
};
