import type { Check } from '../../../verifier/index.ts';
import type { MandateRequestFacts } from './facts.ts';

/** OpenACT mandate, OA-MND-03: a mandate is made out to exactly one payment service, one that this issuer works with. */
export const check: Check<MandateRequestFacts> = {
  requirement: 'OA-MND-03',
  name: 'payment service served',
  run({ pspId, psps }) {
    return psps.includes(pspId)
      ? undefined
      : { code: 'mandate_audience_mismatch', evidence: { psp_id: pspId } };
  },
};
