import type { Check } from '../../check.ts';
import type { OnRequest } from '../../facts/payment.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-22: order, amounts and currency of the request are those that the merchant asks for. */
export const check: Check<OnRequest & OnQuote> = {
  requirement: 'PSD-PAY-DEL-22',
  name: 'request agrees with quote',
  run({ request, quote }) {
    const agreement = {
      out_trade_no: request.claims.out_trade_no === quote.claims.out_trade_no,
      currency: request.claims.currency === quote.claims.currency,
      amount: request.amount.minor === quote.amount.minor,
      payer_amount: request.payerAmount.minor === quote.payerAmount.minor,
    };
    const differing = Object.entries(agreement).filter(([, agrees]) => !agrees);
    if (differing.length === 0) return undefined;
    return {
      code: 'request_quote_disagree',
      evidence: { members: differing.map(([member]) => member).join(' ') },
    };
  },
};
