import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT limits, OA-LIM-03: the category of every line is allowed by the mandate, and none is forbidden. */
export const check: Check<OnQuote & OnTerms> = {
  requirement: 'OA-LIM-03',
  name: 'categories of all lines',
  run({ quote, mandate }) {
    const { allowed_categories, forbidden_categories } = mandate.terms.iac.ext?.commerce ?? {};
    for (const category of quote.claims.categories) {
      const allowed = allowed_categories === undefined || allowed_categories.includes(category);
      if (!allowed || forbidden_categories?.includes(category)) {
        return { code: 'category_not_allowed', evidence: { category } };
      }
    }
    return undefined;
  },
};
