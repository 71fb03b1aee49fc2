import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/** OpenACT confirmation, OA-CNF-10: the confirmation names the enrolled device and the delegator it is enrolled for. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-10',
  name: 'device and delegator',
  run({ claims, deviceId, delegator }) {
    if (claims.iss === deviceId && claims.sub === delegator) return undefined;
    return { code: 'confirmation_device_mismatch', evidence: { rule: 'identity' } };
  },
};
