import type { Check } from '../../check.ts';
import type { ProofFacts } from '../../facts/a402.ts';

/** OpenACT A402, OA-A402-03: who asks holds the key that paid, so that a proof that was seen is worth nothing. */
export const check: Check<Pick<ProofFacts, 'receipt' | 'holder'>> = {
  requirement: 'OA-A402-03',
  name: 'holder key',
  run: ({ receipt, holder }) =>
    receipt.claims.agent_jkt === holder.jkt ? undefined : { code: 'a402_holder_mismatch' },
};
