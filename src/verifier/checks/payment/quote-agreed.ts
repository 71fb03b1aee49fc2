import { parseAmount } from '../../../protocol/money/index.ts';
import type { Check } from '../../check.ts';
import type { OnRequest, RequestFacts } from '../../facts/payment.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** What the payment service itself takes off. Nobody else can promise its money, so that nothing else counts. */
function walletDiscount({ claims }: RequestFacts, audience: string): bigint {
  return (claims.discounts ?? [])
    .filter(({ funder }) => funder === audience)
    .reduce((sum, { amount }) => sum + parseAmount(amount, claims.currency).minor, 0n);
}

/**
 * ACT PSD-PAY-DEL, PSD-PAY-DEL-22: order, amounts and currency of the request are those that the merchant asks for,
 * less what the payment service takes off itself.
 */
export const check: Check<OnRequest & OnQuote & { readonly audience: string }> = {
  requirement: 'PSD-PAY-DEL-22',
  name: 'request agrees with quote',
  run({ request, quote, audience }) {
    const agreement = {
      out_trade_no: request.claims.out_trade_no === quote.claims.out_trade_no,
      currency: request.claims.currency === quote.claims.currency,
      amount: request.amount.minor === quote.amount.minor,
      payer_amount: request.payerAmount.minor + walletDiscount(request, audience) === quote.payerAmount.minor,
    };
    const differing = Object.entries(agreement).filter(([, agrees]) => !agrees);
    if (differing.length === 0) return undefined;
    return {
      code: 'request_quote_disagree',
      evidence: { members: differing.map(([member]) => member).join(' ') },
    };
  },
};
