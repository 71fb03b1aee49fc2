import { verifySignature } from '../../../protocol/jws/index.ts';
import type { Check } from '../../check.ts';
import type { ProofFacts } from '../../facts/a402.ts';

/** OpenACT A402, OA-A402-04: the holder's proof is signed by the key that it names. */
export const check: Check<Pick<ProofFacts, 'holder'>> = {
  requirement: 'OA-A402-04',
  name: 'holder signature',
  async run({ holder: { decoded, claims, jkt } }) {
    const isNamed = decoded.header.kid === jkt;
    if (isNamed && (await verifySignature(decoded, claims.cnf.jwk))) return undefined;
    return { code: 'a402_holder_signature_invalid' };
  },
};
