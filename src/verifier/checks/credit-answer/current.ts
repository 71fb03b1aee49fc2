import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { OnCreditAnswer } from '../../facts/credit.ts';

/** ACT 2.1 credit association, TSD-CRD-VER-42: after its end a result is asked for again. */
export const check: Check<OnCreditAnswer> = {
  requirement: 'TSD-CRD-VER-42',
  name: 'answer current',
  run({ claims, now }) {
    if (claims.iat <= now + REQUEST_TIME_SKEW_SECONDS && now < claims.exp) return undefined;
    return { code: 'credit_answer_expired', evidence: { exp: claims.exp, now } };
  },
};
