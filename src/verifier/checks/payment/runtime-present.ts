import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/**
 * OpenACT runtime, OA-RUN-01: under a mandate that pins build and runtime, a request says for whom, as what and with
 * which key it runs.
 */
export const check: Check<OnRequest & OnMandate> = {
  requirement: 'OA-RUN-01',
  name: 'runtime identity stated',
  run({ request, mandate }) {
    const isAsked = mandate.terms.iac.ext?.openact?.runtime !== undefined;
    if (!isAsked || request.claims.runtime !== undefined) return undefined;
    return { code: 'runtime_identity_missing' };
  },
};
