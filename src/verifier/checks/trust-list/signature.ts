import { verifyMessageSignature } from '../../../protocol/jws/index.ts';
import { type Check, refusedUnless } from '../../check.ts';
import type { TrustListFacts } from '../../facts/trust-list.ts';

/** OpenACT trust list, OA-TRL-01: the list is signed by the pinned key, and its header names that key by thumbprint. */
export const check: Check<TrustListFacts> = {
  requirement: 'OA-TRL-01',
  name: 'trust list signature',
  run({ decoded, pinnedKey, pinnedJkt }) {
    const holds = decoded.header.kid === pinnedJkt && verifyMessageSignature(decoded, pinnedKey);
    return refusedUnless(holds, { code: 'trust_list_signature_invalid' });
  },
};
