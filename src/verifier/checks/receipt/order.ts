import type { Check } from '../../check.ts';
import type { ExpectedFacts, OnReceipt, ReceiptFacts } from '../../facts/receipt.ts';
import { bindingObligation } from '../../obligations.ts';

/** For each member of the order whether the receipt says the same. */
function agreement({ claims, amount, payerAmount }: ReceiptFacts, expected: ExpectedFacts) {
  const { order } = expected;
  const { payee = claims.payee, resource_id = claims.resource_id } = order;
  return {
    merchant: claims.merchant === order.merchant,
    out_trade_no: claims.out_trade_no === order.out_trade_no,
    quote_digest: claims.quote_digest === order.quote_digest,
    currency: claims.currency === order.currency,
    amount: amount.minor === expected.amount.minor,
    payer_amount: payerAmount.minor === expected.payerAmount.minor,
    payee: claims.payee.account === payee.account && claims.payee.psp_id === payee.psp_id,
    resource_id: claims.resource_id === resource_id,
  };
}

/** OpenACT receipt, OA-RCP-01: the receipt is for this order, quote, resource and amount. */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-01',
  name: 'receipt for this order',
  run({ receipt, expected }) {
    if (expected === undefined) return bindingObligation('OA-RCP-01');
    const differing = Object.entries(agreement(receipt, expected)).filter(([, agrees]) => !agrees);
    if (differing.length === 0) return undefined;
    return {
      code: 'receipt_order_mismatch',
      evidence: { members: differing.map(([member]) => member).join(' ') },
    };
  },
};
