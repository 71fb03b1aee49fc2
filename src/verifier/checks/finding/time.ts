import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { FindingFacts } from '../../facts/finding.ts';

/** OpenACT disputes, OA-DSP-11: a finding is acted on while it can be: not before it was made, and not for ever. */
export const check: Check<FindingFacts> = {
  requirement: 'OA-DSP-11',
  name: 'finding time',
  run({ claims: { iat, exp }, now }) {
    if (iat <= now + REQUEST_TIME_SKEW_SECONDS && now < exp) return undefined;
    return { code: 'finding_expired', evidence: { iat, exp, now } };
  },
};
