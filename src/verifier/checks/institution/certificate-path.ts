import type { Check } from '../../check.ts';
import type { InstitutionFacts } from '../../facts/signer.ts';
import { checkPath } from '../../trust/path.ts';

/**
 * OpenACT certificates, OA-PKI-03: the certificates presented lead to an anchor of the sender's own entry, are issued
 * for this type of message and name the sender. The refusal carries the rule of RFC 5280 or of the profile (OA-PKI-NN).
 */
export const check: Check<InstitutionFacts> = {
  requirement: 'OA-PKI-03',
  name: 'certificate path',
  run(signer) {
    return checkPath(signer)?.then(() => undefined);
  },
};
