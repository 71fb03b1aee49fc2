import type { Check } from '../../check.ts';
import type { TrustListFacts } from '../../facts/trust-list.ts';

/** OpenACT trust list, OA-TRL-07: issued_at is iat, next_update is exp, and the first comes before the second. */
export const check: Check<TrustListFacts> = {
  requirement: 'OA-TRL-07',
  name: 'trust list times agree',
  run({ claims, issuedAt, nextUpdate }) {
    if (claims.iat === issuedAt && claims.exp === nextUpdate && issuedAt < nextUpdate) return undefined;
    return { code: 'trust_list_inconsistent', evidence: { rule: 'times' } };
  },
};
