import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { OnCreditStatus } from '../../facts/credit.ts';

/** OpenACT credit association, OA-CRD-21: what was true a while ago says nothing of now. */
export const check: Check<OnCreditStatus> = {
  requirement: 'OA-CRD-21',
  name: 'state of now',
  run({ claims, now }) {
    if (claims.iat <= now + REQUEST_TIME_SKEW_SECONDS && now < claims.exp) return undefined;
    return { code: 'credit_inconclusive', evidence: { exp: claims.exp, now } };
  },
};
