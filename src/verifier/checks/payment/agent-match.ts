import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-09: the agent that asks is the agent the mandate was given to. */
export const check: Check<OnRequest & OnMandate> = {
  requirement: 'PSD-PAY-DEL-09',
  name: 'agent matches mandate',
  run({ request, mandate }) {
    const { iss } = request.claims;
    const { agent_id } = mandate.claims.iac;
    if (iss === agent_id) return undefined;
    return { code: 'agent_mismatch', evidence: { iss, agent_id } };
  },
};
