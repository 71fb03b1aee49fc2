import { verifyMessageSignature } from '../../../protocol/jws/index.ts';
import { type Check, refusedUnless } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/** OpenACT confirmation, OA-CNF-06: the enrolled device signed, and the header names its key. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-06',
  name: 'device signature',
  run({ decoded, deviceKey, deviceJkt }) {
    const holds = decoded.header.kid === deviceJkt && verifyMessageSignature(decoded, deviceKey);
    return refusedUnless(holds, { code: 'confirmation_device_mismatch', evidence: { rule: 'signature' } });
  },
};
