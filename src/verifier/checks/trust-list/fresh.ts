import type { Check } from '../../check.ts';
import type { TrustListFacts } from '../../facts/trust-list.ts';

/** OpenACT trust list, OA-TRL-02: a list is used only before its next_update; after it, nothing is trusted. */
export const check: Check<TrustListFacts> = {
  requirement: 'OA-TRL-02',
  name: 'trust list fresh',
  run({ claims, now }) {
    if (now < claims.exp) return undefined;
    return { code: 'trust_list_stale', evidence: { next_update: claims.exp, now } };
  },
};
