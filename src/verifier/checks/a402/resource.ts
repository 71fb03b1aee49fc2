import type { Check } from '../../check.ts';
import type { ProofFacts } from '../../facts/a402.ts';

/** ACT PSD-PAY-A402, PSD-PAY-A402-09: what was paid for is this request and no other. */
export const check: Check<Pick<ProofFacts, 'receipt' | 'asked'>> = {
  requirement: 'PSD-PAY-A402-09',
  name: 'resource',
  run: ({ receipt, asked }) =>
    receipt.claims.resource_id === asked.resource_id ? undefined : { code: 'a402_resource_mismatch' },
};
