import { verifyMessageSignature } from '../../../protocol/jws/index.ts';
import type { Check } from '../../check.ts';
import type { TrustListFacts } from '../../facts/trust-list.ts';

/** OpenACT trust list, OA-TRL-01: the list is signed by the pinned key, and its header names that key by thumbprint. */
export const check: Check<TrustListFacts> = {
  requirement: 'OA-TRL-01',
  name: 'trust list signature',
  async run({ decoded, pinnedKey, pinnedJkt }) {
    if (decoded.header.kid === pinnedJkt && (await verifyMessageSignature(decoded, pinnedKey)))
      return undefined;
    return { code: 'trust_list_signature_invalid' };
  },
};
