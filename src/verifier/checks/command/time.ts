import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { CommandFacts } from '../../facts/command.ts';

/** OpenACT commands, OA-CMD-03: the time of a command lies within the tolerance, before or after. */
export const check: Check<CommandFacts> = {
  requirement: 'OA-CMD-03',
  name: 'command time',
  run({ claims, now }) {
    const { iat } = claims;
    if (Math.abs(now - iat) <= REQUEST_TIME_SKEW_SECONDS) return undefined;
    return {
      code: 'command_time_out_of_window',
      evidence: { iat, now, tolerance_seconds: REQUEST_TIME_SKEW_SECONDS },
    };
  },
};
