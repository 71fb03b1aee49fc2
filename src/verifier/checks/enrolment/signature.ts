import { type Check, refusedUnless } from '../../check.ts';
import type { EnrolmentFacts } from '../../facts/key-statements.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** OpenACT keys, OA-KEY-06: the account side signs whose key a device key is. */
export const check: Check<EnrolmentFacts> = {
  requirement: 'OA-KEY-06',
  name: 'enrolment signature',
  run({ signer }) {
    return refusedUnless(leafSignatureHolds(signer), { code: 'jws_signature_invalid' });
  },
};
