import type { Check } from '../../check.ts';
import type { OnState } from '../../facts/payment.ts';
import { toolObligation } from '../../obligations.ts';

/** ACT PSD-PMT-BND, PSD-PMT-BND-05: the payment tool is bound to the agent that asks. */
export const check: Check<OnState & { readonly agentId: string }> = {
  requirement: 'PSD-PMT-BND-05',
  name: 'tool bound to agent',
  run({ state, agentId }) {
    if (state.tool === undefined) return toolObligation('PSD-PMT-BND-05');
    if (state.tool === null || state.tool.agent_id === agentId) return undefined;
    return { code: 'tool_agent_mismatch', evidence: { agent_id: agentId } };
  },
};
