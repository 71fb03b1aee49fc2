import type { Check } from '../../../verifier/index.ts';
import type { MandateRequestFacts } from './facts.ts';

/** OpenACT confirmation, OA-CNF-12: method and time of the confirmation come from the evidence; an agent states neither. */
export const check: Check<MandateRequestFacts> = {
  requirement: 'OA-CNF-12',
  name: 'confirmation not preset',
  run({ terms }) {
    const { user_confirmation_method, user_confirmation_timestamp } = terms.iac;
    if (user_confirmation_method === undefined && user_confirmation_timestamp === undefined) return undefined;
    return { code: 'confirmation_evidence_mismatch', evidence: { rule: 'preset' } };
  },
};
