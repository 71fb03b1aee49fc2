import type { Check } from '../../../verifier/index.ts';
import type { MandateRequestFacts } from './facts.ts';

/**
 * OpenACT delegation, OA-DLG-01: what the delegator is asked for comes from nobody above; only the agent above hands a
 * mandate down.
 */
export const check: Check<MandateRequestFacts> = {
  requirement: 'OA-DLG-01',
  name: 'no parent',
  run({ terms }) {
    if (terms.iac.ext?.openact?.parent_mandate === undefined) return undefined;
    return { code: 'mandate_chain_broken', evidence: { member: 'parent_mandate' } };
  },
};
