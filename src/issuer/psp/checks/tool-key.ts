import type { Check } from '../../../verifier/index.ts';
import type { PspFacts } from './facts.ts';

/** The tool is bound to one key of the agent, and that key signed the request (PSD-PMT-BND-05). */
export const check: Check<PspFacts> = {
  requirement: 'PSD-PMT-BND-05',
  name: 'tool key',
  run: ({ tool, signingKey }) =>
    tool?.agentJkt === signingKey ? undefined : { code: 'tool_agent_mismatch' },
};
