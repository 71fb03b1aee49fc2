import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** OpenACT runtime, OA-RUN-03: the build of the agent that asks is the one that the mandate was given to. */
export const check: Check<OnRequest & OnMandate> = {
  requirement: 'OA-RUN-03',
  name: 'agent version',
  run({ request, mandate }) {
    const pinned = mandate.terms.iac.ext?.openact?.runtime;
    const { runtime } = request.claims;
    if (pinned === undefined || runtime === undefined) return undefined;
    if (runtime.agent_version_digest === pinned.agent_version_digest) return undefined;
    return { code: 'agent_version_mismatch', evidence: { rule: 'request' } };
  },
};
