import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';

/** OpenACT mandate, OA-MND-09: a mandate is not dated after the present of whoever relies on it. */
export const check: Check<OnMandate> = {
  requirement: 'OA-MND-09',
  name: 'mandate issued',
  run({ mandate }) {
    const { iat } = mandate.claims;
    if (iat <= mandate.signer.now + REQUEST_TIME_SKEW_SECONDS) return undefined;
    return { code: 'issued_in_future', evidence: { iat, now: mandate.signer.now } };
  },
};
