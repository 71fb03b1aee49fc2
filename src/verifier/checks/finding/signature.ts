import { type Check, refusedUnless } from '../../check.ts';
import type { FindingFacts } from '../../facts/finding.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** OpenACT disputes, OA-DSP-09: a finding is signed by a dispute handler of the trust list. */
export const check: Check<FindingFacts> = {
  requirement: 'OA-DSP-09',
  name: 'finding signature',
  run({ signer, claims }) {
    return refusedUnless(leafSignatureHolds(signer), {
      code: 'jws_signature_invalid',
      evidence: { signer: claims.iss },
    });
  },
};
