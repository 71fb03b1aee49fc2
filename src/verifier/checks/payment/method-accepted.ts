import type { Check } from '../../check.ts';
import type { OnRequest } from '../../facts/payment.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT quote, OA-QUO-05: the merchant accepts this method at this payment service. */
export const check: Check<OnRequest & OnQuote & { readonly audience: string }> = {
  requirement: 'OA-QUO-05',
  name: 'method accepted by merchant',
  run({ request, quote, audience }) {
    const { method_id } = request.claims;
    const { accepted } = quote.claims;
    if (accepted.some((one) => one.method_id === method_id && one.psp_id === audience)) return undefined;
    return { code: 'quote_psp_not_accepted', evidence: { method_id, psp_id: audience } };
  },
};
