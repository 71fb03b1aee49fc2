import { type Check, type Verified, verify, within } from './check.ts';
import { check as namespace } from './checks/attestation/namespace.ts';
import { check as signature } from './checks/attestation/signature.ts';
import { check as valid } from './checks/attestation/valid.ts';
import { type AttestationFacts, readAttestation } from './facts/key-statements.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { institutionChecks } from './institution.ts';

/** The order in which a provider's statement about an agent key is judged. */
export const attestationChecks: readonly Check<AttestationFacts>[] = [
  ...within('attestation', ({ signer }: AttestationFacts) => signer, institutionChecks),
  signature,
  namespace,
  valid,
];

/**
 * Judges an agent provider's statement. Whether it is about the agent in hand, the caller compares: `facts.claims.sub`
 * is the agent and `facts.claims.cnf.jwk` its key.
 *
 * @param compact act-agent+jwt
 * @param context.now Unix seconds
 */
export function verifyAttestation(
  compact: string,
  context: TrustContext,
): Promise<Verified<AttestationFacts>> {
  return verify(attestationChecks, async () => {
    assertContext(context);
    return readAttestation(compact, context, context.now);
  });
}
