import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-14: the merchant is one the mandate allows, and none that it forbids. */
export const check: Check<OnQuote & OnTerms> = {
  requirement: 'PSD-PAY-DEL-14',
  name: 'merchant allowed',
  run({ quote, mandate }) {
    const { iss } = quote.claims;
    const { allowed_merchants, forbidden_merchants } = mandate.terms.iac.ext?.commerce ?? {};
    const allowed = allowed_merchants === undefined || allowed_merchants.includes(iss);
    if (allowed && !forbidden_merchants?.includes(iss)) return undefined;
    return { code: 'merchant_not_allowed', evidence: { merchant: iss } };
  },
};
