import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { AttestationFacts } from '../../facts/key-statements.ts';

/** OpenACT keys, OA-KEY-05: an attestation speaks for a key from its issue until its expiry; no tolerance is given. */
export const check: Check<AttestationFacts> = {
  requirement: 'OA-KEY-05',
  name: 'attestation valid',
  run({ claims, at }) {
    const { iat, exp } = claims;
    if (iat <= at + REQUEST_TIME_SKEW_SECONDS && at < exp) return undefined;
    return { code: 'agent_attestation_expired', evidence: { iat, exp, at } };
  },
};
