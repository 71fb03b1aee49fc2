import type { Check } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';

/** OpenACT receipt, OA-RCP-02: a receipt is made out to one reader: the seller or the agent. */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-02',
  name: 'receipt audience',
  run({ receipt, audience }) {
    const { aud } = receipt.claims;
    if (aud === audience) return undefined;
    return { code: 'receipt_audience_mismatch', evidence: { aud, audience } };
  },
};
