import type { Check } from '../../check.ts';
import type { PurchaseFacts } from '../../facts/purchase.ts';

/** OpenACT purchase, OA-PUR-01: the time of payment, by which the rest is judged, is not in the future. */
export const check: Check<Pick<PurchaseFacts, 'receipt' | 'now'>> = {
  requirement: 'OA-PUR-01',
  name: 'paid before now',
  run({ receipt, now }) {
    const { paidAt } = receipt.receipt;
    if (paidAt <= now) return undefined;
    return { code: 'purchase_time_invalid', evidence: { paid_at: paidAt, now } };
  },
};
