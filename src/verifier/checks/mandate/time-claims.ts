import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';

/** OpenACT mandate, OA-MND-01: nbf and exp are the window of the IAC, so that no reader can follow the other. */
export const check: Check<OnMandate> = {
  requirement: 'OA-MND-01',
  name: 'mandate time claims',
  run({ mandate }) {
    const { claims, terms } = mandate;
    if (claims.nbf === terms.start && claims.exp === terms.end) return undefined;
    return { code: 'mandate_time_claims_disagree', evidence: { nbf: claims.nbf, exp: claims.exp } };
  },
};
