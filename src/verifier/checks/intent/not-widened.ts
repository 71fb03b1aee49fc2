import type { Check } from '../../check.ts';
import type { IntentFacts } from '../../facts/intent.ts';
import { wideningOf } from '../../intent-widening.ts';

/** ACT ADD-IAC-ISS, ADD-IAC-ISS-04: the IAC is selected from the ISR and allows nothing beyond it. */
export const check: Check<IntentFacts> = {
  requirement: 'ADD-IAC-ISS-04',
  name: 'intent not widened',
  run({ intent, terms }) {
    if (intent === undefined) return undefined;
    const member = wideningOf(terms, intent.terms);
    return member === undefined ? undefined : { code: 'intent_widened', evidence: { member } };
  },
};
