import type { Check } from '../../check.ts';
import type { AttestationFacts } from '../../facts/key-statements.ts';

/** did:act:<domain>/<name> → did:act:<domain> */
function domainOf(identifier: string): string {
  return identifier.slice(0, identifier.indexOf('/'));
}

/** OpenACT keys, OA-KEY-09: a provider speaks only for agents of its own domain, not for those of another provider. */
export const check: Check<AttestationFacts> = {
  requirement: 'OA-KEY-09',
  name: 'agent of this provider',
  run({ claims }) {
    const { iss, sub } = claims;
    if (domainOf(iss) === domainOf(sub)) return undefined;
    return { code: 'agent_attestation_invalid', evidence: { iss, sub } };
  },
};
