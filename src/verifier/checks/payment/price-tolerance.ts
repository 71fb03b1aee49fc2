import { withinTolerance } from '../../../protocol/money/index.ts';
import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnQuote } from '../../facts/quote.ts';

/**
 * ACT CID-CART-CFM, CID-CART-CFM-06: the price deviates from the reference price, either way, by no more than the
 * tolerance.
 */
export const check: Check<OnQuote & OnTerms> = {
  requirement: 'CID-CART-CFM-06',
  name: 'price tolerance',
  run({ quote, mandate }) {
    const { iac, referencePrice } = mandate.terms;
    const tolerance = iac.ext?.agent_behavior?.price_deviation_tolerance;
    // A tolerance without a reference price was refused before; the currency is a clause of its own.
    if (tolerance === undefined || referencePrice === undefined) return undefined;
    const reference = { currency: quote.amount.currency, minor: referencePrice.minor };
    if (withinTolerance(reference, quote.amount, tolerance)) return undefined;
    return {
      code: 'price_out_of_tolerance',
      evidence: { price: quote.claims.amount, tolerance_percent: tolerance },
    };
  },
};
