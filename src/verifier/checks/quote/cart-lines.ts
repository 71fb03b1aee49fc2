import type { Check } from '../../check.ts';
import type { CartFacts, OnQuote } from '../../facts/quote.ts';

function linesMultiply({ lines }: CartFacts): boolean {
  return lines.every(
    ({ quantity, unitPrice, amount }) => BigInt(quantity) * unitPrice.minor === amount.minor,
  );
}

function linesAddUp({ lines }: CartFacts, total: bigint): boolean {
  return lines.reduce((sum, { amount }) => sum + amount.minor, 0n) === total;
}

/** OpenACT quote, OA-QUO-09: the lines make up the gross amount, and their categories are those the quote states. */
export const check: Check<OnQuote> = {
  requirement: 'OA-QUO-09',
  name: 'cart lines make up the quote',
  run({ quote }) {
    const { cart, claims } = quote;
    if (cart === undefined) return undefined;
    const categories = cart.lines.map(({ category }) => category);
    const sameCategories =
      categories.length === claims.categories.length &&
      categories.every((category, index) => category === claims.categories[index]);
    if (sameCategories && linesMultiply(cart) && linesAddUp(cart, quote.amount.minor)) return undefined;
    return { code: 'cart_quote_disagree', evidence: { rule: sameCategories ? 'amounts' : 'categories' } };
  },
};
