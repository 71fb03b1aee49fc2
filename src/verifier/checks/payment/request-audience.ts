import type { Check } from '../../check.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** OpenACT request, OA-REQ-01: a request is made out to one payment service. */
export const check: Check<OnRequest & { readonly audience: string }> = {
  requirement: 'OA-REQ-01',
  name: 'request audience',
  run({ request, audience }) {
    const { aud } = request.claims;
    if (aud === audience) return undefined;
    return { code: 'request_audience_mismatch', evidence: { aud, audience } };
  },
};
