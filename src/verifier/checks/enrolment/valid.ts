import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { EnrolmentFacts } from '../../facts/key-statements.ts';

/** OpenACT keys, OA-KEY-08: an enrolment speaks for a key from its issue (clocks may differ) until its expiry. */
export const check: Check<EnrolmentFacts> = {
  requirement: 'OA-KEY-08',
  name: 'enrolment valid',
  run({ claims, at }) {
    const { iat, exp } = claims;
    if (iat <= at + REQUEST_TIME_SKEW_SECONDS && at < exp) return undefined;
    return { code: 'enrolment_expired', evidence: { iat, exp, at } };
  },
};
