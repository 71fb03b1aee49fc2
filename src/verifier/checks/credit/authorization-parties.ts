import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-AUTH-07: an authorisation is for the relying parties and agents that it names,
 * and is never handed on.
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-AUTH-07',
  name: 'for this relying party and agent',
  run({ claims, authorization }) {
    if (authorization === undefined) return undefined;
    const { relying_parties, agent_ids } = authorization.claims;
    return relying_parties.includes(claims.relying_party) && agent_ids.includes(claims.agent_id)
      ? undefined
      : { code: 'credit_scope_mismatch', evidence: { rule: 'authorized_parties' } };
  },
};
