import type { Check } from '../../../verifier/index.ts';
import type { MandateRequestFacts } from './facts.ts';

/** ACT ADD-IAC-LCM, ADD-IAC-LCM-08: a mandate whose end has passed would be born expired. */
export const check: Check<MandateRequestFacts> = {
  requirement: 'ADD-IAC-LCM-08',
  name: 'window not over',
  run({ terms, now }) {
    if (now < terms.end) return undefined;
    return { code: 'mandate_expired', evidence: { end: terms.end, now } };
  },
};
