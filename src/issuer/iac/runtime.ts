import { jwkThumbprint } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { MandateRequestBody } from '../../protocol/generated/types.ts';
import { type ProvenAgent, verifyPossession } from '../commands/index.ts';

/**
 * What a mandate pins of build and runtime is pinned only as far as somebody answers for it: the provider of the agent
 * for the build, and the runtime's key for itself.
 *
 * @throws ActError agent_version_mismatch, possession_proof_invalid, command_*
 * @see OA-RUN-05, OA-RUN-06
 */
export async function assertRuntime(
  { iac, runtime_jwk: jwk, runtime_proof: proof }: MandateRequestBody,
  agent: ProvenAgent,
  expected: { readonly now: number; readonly audience: string; readonly subjectDigest: string },
): Promise<void> {
  const pinned = iac.ext?.openact?.runtime;
  if (pinned === undefined) return;
  if (agent.agentVersionDigest !== pinned.agent_version_digest) {
    throw new ActError('agent_version_mismatch', { rule: 'attestation' }, 'OA-RUN-05');
  }
  const isNamed = jwk !== undefined && proof !== undefined && (await jwkThumbprint(jwk)) === pinned.jkt;
  if (!isNamed) throw new ActError('possession_proof_invalid', { rule: 'runtime' }, 'OA-RUN-06');
  const { now, audience, subjectDigest } = expected;
  const order = { now, audience, action: 'runtime.prove', target: iac.delegation_id } as const;
  const claims = await verifyPossession(proof, order, jwk);
  const isBound = claims.iss === pinned.jkt && claims.params?.digest === subjectDigest;
  if (!isBound) throw new ActError('possession_proof_invalid', { rule: 'runtime' }, 'OA-RUN-06');
}
