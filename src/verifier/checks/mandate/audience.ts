import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';

/** OpenACT mandate, OA-MND-03: a mandate is made out to exactly one payment service, and only that one takes it. */
export const check: Check<OnMandate & { readonly audience: string }> = {
  requirement: 'OA-MND-03',
  name: 'mandate audience',
  run({ mandate, audience }) {
    const { aud } = mandate.claims;
    if (aud === audience) return undefined;
    return { code: 'mandate_audience_mismatch', evidence: { aud, audience } };
  },
};
