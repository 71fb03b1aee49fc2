import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/** OpenACT confirmation, OA-CNF-11: a confirmation is made out to one issuer. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-11',
  name: 'confirmation audience',
  run({ claims, audience }) {
    if (claims.aud === audience) return undefined;
    return { code: 'confirmation_audience_mismatch', evidence: { aud: claims.aud, audience } };
  },
};
