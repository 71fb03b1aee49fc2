import type { Check } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';

/** The states of a trade in which the money has moved and has not gone back. */
const PAID: ReadonlySet<string> = new Set([
  'WAIT_SELLER_FULFILLMENT',
  'WAIT_BUYER_RECEIPT',
  'TRADE_FINISHED',
]);

/** OpenACT receipt, OA-RCP-03: only a trade that is paid counts as paid. */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-03',
  name: 'receipt says paid',
  run({ receipt }) {
    const { state } = receipt.claims;
    return PAID.has(state) ? undefined : { code: 'receipt_state_not_paid', evidence: { state } };
  },
};
