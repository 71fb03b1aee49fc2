import type { Check } from '../../check.ts';
import type { ProofFacts } from '../../facts/a402.ts';

/** OpenACT A402, OA-A402-07: the holder speaks about the proof of payment beside it. */
export const check: Check<Pick<ProofFacts, 'holder' | 'proofDigest'>> = {
  requirement: 'OA-A402-07',
  name: 'holder bound to proof',
  run: ({ holder, proofDigest }) =>
    holder.claims.ath === proofDigest ? undefined : { code: 'a402_holder_proof_mismatch' },
};
