import type { Check } from '../../check.ts';
import type { ProofFacts } from '../../facts/a402.ts';

/** OpenACT A402, OA-A402-05: the holder's proof is for this method, address and body. */
export const check: Check<Pick<ProofFacts, 'holder' | 'asked'>> = {
  requirement: 'OA-A402-05',
  name: 'holder bound to request',
  run({ holder, asked }) {
    const { htm, htu, body_digest } = holder.claims;
    const agreed = {
      method: htm === asked.method,
      uri: htu === asked.uri,
      body: body_digest === asked.body_digest,
    };
    if (agreed.method && agreed.uri && agreed.body) return undefined;
    return { code: 'a402_holder_request_mismatch', evidence: agreed };
  },
};
