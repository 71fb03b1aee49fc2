import type { Check } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';
import { bindingObligation } from '../../obligations.ts';

/** OpenACT receipt, OA-RCP-08: the receipt is of the payment service that the order is paid through. */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-08',
  name: 'receipt of expected service',
  run({ receipt, expected }) {
    if (expected === undefined) return bindingObligation('OA-RCP-08');
    const { iss } = receipt.claims;
    if (iss === expected.order.psp_id) return undefined;
    return { code: 'receipt_psp_mismatch', evidence: { iss, psp_id: expected.order.psp_id } };
  },
};
