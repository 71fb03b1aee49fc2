import type { Check } from '../../check.ts';
import type { TrustListFacts } from '../../facts/trust-list.ts';

/** OpenACT trust list, OA-TRL-09: a list from the future is not used. */
export const check: Check<TrustListFacts> = {
  requirement: 'OA-TRL-09',
  name: 'trust list issued',
  run({ claims, now }) {
    if (claims.iat <= now) return undefined;
    return { code: 'trust_list_not_yet_valid', evidence: { issued_at: claims.iat, now } };
  },
};
