import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/**
 * OpenACT limits, OA-LIM-05: a price tolerance without the price it is measured from cannot be judged, and is not
 * passed over.
 */
export const check: Check<OnTerms> = {
  requirement: 'OA-LIM-05',
  name: 'price reference present',
  run({ mandate }) {
    const { iac, referencePrice } = mandate.terms;
    const tolerance = iac.ext?.agent_behavior?.price_deviation_tolerance;
    if (tolerance === undefined || referencePrice !== undefined) return undefined;
    return { code: 'price_reference_missing', evidence: { tolerance_percent: tolerance } };
  },
};
