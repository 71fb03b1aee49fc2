import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** OpenACT runtime, OA-RUN-02: the runtime acts for the delegator of the mandate, and for nobody else it may serve. */
export const check: Check<OnRequest & OnMandate> = {
  requirement: 'OA-RUN-02',
  name: 'runtime of this user',
  run({ request, mandate }) {
    const { ext, delegator_identity } = mandate.terms.iac;
    const { runtime } = request.claims;
    if (ext?.openact?.runtime === undefined || runtime === undefined) return undefined;
    return runtime.delegator_identity === delegator_identity ? undefined : { code: 'runtime_user_mismatch' };
  },
};
