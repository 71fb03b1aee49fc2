import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** ACT CID-CART-CFM, CID-CART-CFM-05: the merchant binds itself to deliver by the time that the mandate requires. */
export const check: Check<OnQuote & OnTerms> = {
  requirement: 'CID-CART-CFM-05',
  name: 'delivery time',
  run({ quote, mandate }) {
    const { deliverBefore } = mandate.terms;
    if (deliverBefore === undefined) return undefined;
    const { deliverBy } = quote;
    if (deliverBy !== undefined && deliverBy <= deliverBefore) return undefined;
    return {
      code: 'delivery_too_late',
      evidence: { required: deliverBefore, promised: deliverBy ?? 'none' },
    };
  },
};
