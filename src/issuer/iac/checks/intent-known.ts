import type { Check } from '../../../verifier/index.ts';
import type { MandateRequestFacts } from './facts.ts';

/** ACT ADD-IAC-ISS, ADD-IAC-ISS-02: a mandate is issued upon a final intent, so the digest of one has to be there. */
export const check: Check<MandateRequestFacts> = {
  requirement: 'ADD-IAC-ISS-02',
  name: 'intent known',
  run({ terms }) {
    if (terms.iac.source_isr_digest !== undefined) return undefined;
    return { code: 'intent_incomplete', evidence: { missing: 'source_isr_digest' } };
  },
};
