import type { Check } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';
import { bindingObligation } from '../../obligations.ts';

/**
 * OpenACT receipt, OA-RCP-06: the receipt answers this payment request. The seller does not see the request and cannot
 * ask.
 */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-06',
  name: 'receipt for this request',
  run({ receipt, expected }) {
    if (expected === undefined) return bindingObligation('OA-RCP-06');
    const { request_digest } = expected.order;
    if (request_digest === undefined || receipt.claims.request_digest === request_digest) return undefined;
    return { code: 'receipt_request_mismatch' };
  },
};
