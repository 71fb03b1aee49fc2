import { canonicalText, type JsonValue } from '../../../protocol/json/index.ts';
import type { Check } from '../../check.ts';
import type { OnCreditRequest } from '../../facts/credit.ts';

/** OpenACT credit association, OA-CRD-04: what is presented is what was issued, to the last member. */
export const check: Check<OnCreditRequest> = {
  requirement: 'OA-CRD-04',
  name: 'credential as issued',
  run({ claims, credential }) {
    if (claims.credential === undefined || credential === undefined) return undefined;
    const [presented, issued] = [claims.credential, credential.credential].map((one) =>
      canonicalText(one as unknown as JsonValue),
    );
    return presented === issued
      ? undefined
      : { code: 'credit_proof_invalid', evidence: { rule: 'presented' } };
  },
};
