import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { ProofFacts } from '../../facts/a402.ts';

/** OpenACT A402, OA-A402-06: the time of the holder's proof lies within the tolerance, before or after. */
export const check: Check<Pick<ProofFacts, 'holder' | 'now'>> = {
  requirement: 'OA-A402-06',
  name: 'holder time',
  run({ holder, now }) {
    const { iat } = holder.claims;
    if (Math.abs(now - iat) <= REQUEST_TIME_SKEW_SECONDS) return undefined;
    return {
      code: 'a402_holder_time_out_of_window',
      evidence: { iat, now, tolerance_seconds: REQUEST_TIME_SKEW_SECONDS },
    };
  },
};
