import { verifyMessageSignature } from '../../../protocol/jws/index.ts';
import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/** OpenACT confirmation, OA-CNF-06: the enrolled device signed, and the header names its key. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-06',
  name: 'device signature',
  async run({ decoded, deviceKey, deviceJkt }) {
    if (decoded.header.kid === deviceJkt && (await verifyMessageSignature(decoded, deviceKey)))
      return undefined;
    return { code: 'confirmation_device_mismatch', evidence: { rule: 'signature' } };
  },
};
