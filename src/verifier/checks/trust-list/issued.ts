import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { TrustListFacts } from '../../facts/trust-list.ts';

/** OpenACT trust list, OA-TRL-09: a list from the future, beyond what clocks may differ, is not used. */
export const check: Check<TrustListFacts> = {
  requirement: 'OA-TRL-09',
  name: 'trust list issued',
  run({ claims, now }) {
    if (claims.iat <= now + REQUEST_TIME_SKEW_SECONDS) return undefined;
    return { code: 'trust_list_not_yet_valid', evidence: { issued_at: claims.iat, now } };
  },
};
