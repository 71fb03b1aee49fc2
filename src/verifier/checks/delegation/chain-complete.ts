import type { Check } from '../../check.ts';
import type { OnChain } from '../../facts/delegation.ts';

/**
 * OpenACT delegation, OA-DLG-01: a mandate that was handed down comes with every mandate above it, each named by its
 * digest, up to one that the delegator gave.
 */
export const check: Check<OnChain> = {
  requirement: 'OA-DLG-01',
  name: 'chain complete',
  run({ mandate, chain }) {
    const line = [...chain, mandate];
    const broken = line.findIndex(
      ({ terms }, at) => terms.iac.ext?.openact?.parent_mandate !== line[at - 1]?.digest,
    );
    return broken < 0 ? undefined : { code: 'mandate_chain_broken', evidence: { at: broken } };
  },
};
