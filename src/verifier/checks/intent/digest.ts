import type { Check } from '../../check.ts';
import type { IntentFacts } from '../../facts/intent.ts';

/** OpenACT intent, OA-INT-01: the intent hashes to the digest in the mandate. */
export const check: Check<IntentFacts> = {
  requirement: 'OA-INT-01',
  name: 'intent digest',
  run({ intent, terms }) {
    if (intent === undefined || terms.iac.source_isr_digest === intent.digest) return undefined;
    return { code: 'intent_digest_mismatch' };
  },
};
