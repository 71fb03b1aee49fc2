import type { Check } from '../../../verifier/index.ts';
import type { PspFacts } from './facts.ts';

/** Here a merchant pays for its own discounts; nobody else's money would move (OA-QUO-10). */
export const check: Check<PspFacts> = {
  requirement: 'OA-QUO-10',
  name: 'discount funder known',
  run: ({ quote }) =>
    quote.discounts.every(({ funder }) => funder === quote.iss)
      ? undefined
      : { code: 'discount_funder_unknown' },
};
