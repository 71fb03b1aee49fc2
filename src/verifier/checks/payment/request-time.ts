import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** ACT PSD-PAY-INS, PSD-PAY-INS-02: the time of a request lies within the tolerance, before or after. */
export const check: Check<OnRequest & { readonly now: number }> = {
  requirement: 'PSD-PAY-INS-02',
  name: 'request time',
  run({ request, now }) {
    const { iat } = request.claims;
    if (Math.abs(now - iat) <= REQUEST_TIME_SKEW_SECONDS) return undefined;
    return {
      code: 'request_time_out_of_window',
      evidence: { iat, now, tolerance_seconds: REQUEST_TIME_SKEW_SECONDS },
    };
  },
};
