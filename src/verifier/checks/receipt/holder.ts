import type { Check } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';
import { bindingObligation } from '../../obligations.ts';

/** OpenACT receipt, OA-RCP-05: the receipt was given to this agent key. */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-05',
  name: 'receipt holder',
  run({ receipt, expected }) {
    if (expected === undefined) return bindingObligation('OA-RCP-05');
    if (receipt.claims.agent_jkt === expected.order.agent_jkt) return undefined;
    return { code: 'receipt_holder_mismatch' };
  },
};
