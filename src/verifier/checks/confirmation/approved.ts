import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/** OpenACT confirmation, OA-CNF-02: only a confirmation that says yes is one. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-02',
  name: 'confirmation approves',
  run({ claims }) {
    return claims.decision === 'APPROVE' ? undefined : { code: 'confirmation_denied' };
  },
};
