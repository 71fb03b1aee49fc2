import type { Check } from '../../check.ts';
import type { TrustListFacts } from '../../facts/trust-list.ts';

/** OpenACT trust list, OA-TRL-03: a list older than one seen before is refused. Seeing needs memory: the caller's. */
export const check: Check<TrustListFacts> = {
  requirement: 'OA-TRL-03',
  name: 'trust list not rolled back',
  run({ claims, highestSequence }) {
    if (highestSequence === undefined) {
      return {
        obligation: 'trust_list_rollback',
        requirement: 'OA-TRL-03',
        detail: `Refuse trust list ${claims.sequence} if a list with a higher sequence was seen before.`,
      };
    }
    if (claims.sequence >= highestSequence) return undefined;
    return { code: 'trust_list_rollback', evidence: { sequence: claims.sequence, highest: highestSequence } };
  },
};
