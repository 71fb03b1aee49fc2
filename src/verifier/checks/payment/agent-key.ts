import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';

/** OpenACT request, OA-REQ-02: the key that signed is the one that the mandate is bound to. */
export const check: Check<OnMandate & { readonly agentJkt: string }> = {
  requirement: 'OA-REQ-02',
  name: 'agent key matches mandate',
  run({ mandate, agentJkt }) {
    if (mandate.claims.cnf.jkt === agentJkt) return undefined;
    return { code: 'agent_key_mismatch' };
  },
};
