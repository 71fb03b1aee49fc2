import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/**
 * ACT 2.1 credit association, TSD-CRD-VER-11: the credential is about the agent, and where they are named about the
 * subject and the role, of the request.
 */
export const check: Check<OnCreditRequest> = {
  requirement: 'TSD-CRD-VER-11',
  name: 'about this agent, subject and role',
  run({ claims, credential }) {
    if (credential === undefined) return undefined;
    const { association } = credential.credential;
    const same =
      claims.agent_id === association.agent_id &&
      (claims.subject_id === undefined || claims.subject_id === association.subject_id) &&
      (claims.role === undefined || claims.role === association.role);
    return same ? undefined : { code: 'credit_proof_invalid', evidence: { rule: 'parties' } };
  },
};
