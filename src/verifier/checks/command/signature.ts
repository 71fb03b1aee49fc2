import { verifyMessageSignature } from '../../../protocol/jws/index.ts';
import { type Check, refusedUnless } from '../../check.ts';
import type { CommandFacts } from '../../facts/command.ts';

/** OpenACT commands, OA-CMD-06: a key known for the sender signed, and a bare key is named by its thumbprint. */
export const check: Check<CommandFacts> = {
  requirement: 'OA-CMD-06',
  name: 'command signature',
  run({ decoded, key, jkt }) {
    const named = jkt === undefined || decoded.header.kid === jkt;
    return refusedUnless(named && verifyMessageSignature(decoded, key), {
      code: 'command_signature_invalid',
    });
  },
};
