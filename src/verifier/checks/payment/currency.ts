import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** OpenACT request, OA-REQ-05: the payment is in the currency of the mandate, which is CNY where the mandate names none. */
export const check: Check<OnRequest & OnTerms> = {
  requirement: 'OA-REQ-05',
  name: 'currency of mandate',
  run({ request, mandate }) {
    const { currency } = request.claims;
    if (currency === mandate.terms.currency) return undefined;
    return { code: 'currency_mismatch', evidence: { currency, mandate_currency: mandate.terms.currency } };
  },
};
