import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/** OpenACT confirmation, OA-CNF-01: the user confirmed what was shown, for this subject and this agent key. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-01',
  name: 'confirmation of what was shown',
  run({ claims, challenge }) {
    if (challenge !== undefined && claims.challenge === challenge) return undefined;
    return { code: 'confirmation_challenge_mismatch' };
  },
};
