import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** OpenACT request, OA-REQ-03: the request names this mandate, by digest and by delegation_id. */
export const check: Check<OnRequest & OnMandate> = {
  requirement: 'OA-REQ-03',
  name: 'request bound to mandate',
  run({ request, mandate }) {
    const { mandate_digest, delegation_id } = request.claims;
    if (mandate_digest === mandate.digest && delegation_id === mandate.claims.iac.delegation_id)
      return undefined;
    return { code: 'mandate_digest_mismatch' };
  },
};
