import type { Check } from '../../check.ts';
import type { AttestationFacts } from '../../facts/key-statements.ts';
import type { OnParty } from '../../facts/party.ts';

/** OpenACT keys, OA-KEY-04: the statement of the provider is about the agent that the authority names. */
export const check: Check<OnParty & { readonly attestation: AttestationFacts }> = {
  requirement: 'OA-KEY-04',
  name: 'attestation of this agent',
  run({ attestation, party }) {
    if (attestation.claims.sub === party.agentId) return undefined;
    return { code: 'agent_attestation_invalid', evidence: { sub: attestation.claims.sub } };
  },
};
