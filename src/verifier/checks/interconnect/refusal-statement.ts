import type { Check } from '../../check.ts';
import type { RefusalFacts } from '../../facts/refusal.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** OpenACT interconnection, OA-ICN-07: the refusal is the partner's own word, to this reader, on this instruction. */
export const check: Check<RefusalFacts> = {
  requirement: 'OA-ICN-07',
  name: 'refusal of this instruction',
  async run({ claims, signer, now, expected }) {
    const fits =
      claims.iss === expected.psp_id &&
      claims.aud === expected.audience &&
      claims.request_digest === expected.request_digest &&
      now < claims.exp;
    if (fits && (await leafSignatureHolds(signer))) return undefined;
    return { code: 'peer_answer_invalid', evidence: { rule: 'refusal' } };
  },
};
