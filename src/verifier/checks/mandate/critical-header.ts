import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';

/**
 * OpenACT mandate, OA-MND-06: the header names the block of constraints of this profile as critical exactly when the
 * IAC has one, so that a reader who does not know it refuses.
 */
export const check: Check<OnMandate> = {
  requirement: 'OA-MND-06',
  name: 'critical header agrees',
  run({ mandate }) {
    const named = mandate.signer.decoded.header.crit !== undefined;
    const present = mandate.claims.iac.ext?.openact !== undefined;
    if (named === present) return undefined;
    return { code: 'mandate_extension_not_critical', evidence: { named, present } };
  },
};
