import type { Check } from '../../../verifier/index.ts';
import type { MandateRequestFacts } from './facts.ts';

/** OpenACT keys, OA-KEY-11: a mandate is issued for a delegator who is an account holder here, and can be asked. */
export const check: Check<MandateRequestFacts> = {
  requirement: 'OA-KEY-11',
  name: 'delegator known',
  run({ knowsDelegator }) {
    return knowsDelegator ? undefined : { code: 'delegator_unknown' };
  },
};
