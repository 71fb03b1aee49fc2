import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/**
 * OpenACT confirmation, OA-CNF-03: a confirmation is used before it expires, and is not from the future beyond the
 * tolerance of a request.
 */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-03',
  name: 'confirmation in time',
  run({ claims, now }) {
    const { iat, exp } = claims;
    if (iat <= now + REQUEST_TIME_SKEW_SECONDS && now < exp) return undefined;
    return { code: 'confirmation_expired', evidence: { iat, exp, now } };
  },
};
