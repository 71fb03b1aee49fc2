import type { Check } from '../../check.ts';
import type { PurchaseFacts } from '../../facts/purchase.ts';

/** OpenACT keys, OA-KEY-04: the statement of the provider is about the agent of the mandate. */
export const check: Check<Pick<PurchaseFacts, 'attestation' | 'payment'>> = {
  requirement: 'OA-KEY-04',
  name: 'attestation of this agent',
  run({ attestation, payment }) {
    if (attestation.claims.sub === payment.mandate.claims.iac.agent_id) return undefined;
    return { code: 'agent_attestation_invalid', evidence: { sub: attestation.claims.sub } };
  },
};
