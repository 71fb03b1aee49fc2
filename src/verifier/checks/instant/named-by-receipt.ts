import type { Check } from '../../check.ts';
import type { InstantPurchaseFacts } from '../../facts/instant-purchase.ts';

/** OpenACT receipt, OA-RCP-10: at act:L1 the receipt names the confirmation it was paid on by digest. */
export const check: Check<Pick<InstantPurchaseFacts, 'confirmation' | 'receipt'>> = {
  requirement: 'OA-RCP-10',
  name: 'confirmation named by receipt',
  run({ confirmation, receipt }) {
    if (receipt.receipt.claims.confirmation_digest === confirmation.digest) return undefined;
    return { code: 'receipt_confirmation_mismatch' };
  },
};
