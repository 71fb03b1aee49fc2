import type { Check } from '../../check.ts';
import type { OnCreditAnswer } from '../../facts/credit.ts';

/** OpenACT credit association, OA-CRD-17: an answer is to one request, of one relying party, about one agent. */
export const check: Check<OnCreditAnswer> = {
  requirement: 'OA-CRD-17',
  name: 'answer to this request',
  run({ claims, expected }) {
    const same =
      claims.request_id === expected.request_id &&
      claims.aud === expected.audience &&
      claims.agent_id === expected.agent_id;
    return same ? undefined : { code: 'credit_answer_mismatch' };
  },
};
