import type { Check } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';

/** OpenACT receipt, OA-RCP-04: a receipt is a proof of payment only until it expires; no tolerance is given. */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-04',
  name: 'receipt not expired',
  run({ receipt, now }) {
    const { exp } = receipt.claims;
    if (now < exp) return undefined;
    return { code: 'receipt_expired', evidence: { exp, now } };
  },
};
