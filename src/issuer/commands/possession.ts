import { digestOfJws, jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import { ActError, type Code } from '../../protocol/errors/index.ts';
import type { CommandClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { CommandUse } from '../../store/index.ts';
import { assertAccepted, type TrustList, verifyAttestation, verifyCommand } from '../../verifier/index.ts';
import type { SenderDeps } from './deps.ts';

export type CommandAction = CommandClaims['action'];

/** What a command has to be for. `now` is Unix seconds. */
export interface ExpectedCommand {
  readonly now: number;
  readonly audience: string;
  readonly action: CommandAction;
  readonly target: string;
}

/** Of a key that is only just being introduced, a bad signature says that the sender does not hold it. */
const NO_POSSESSION: readonly Code[] = ['command_signature_invalid', 'jws_signature_invalid'];

/**
 * Judges a command as the proof of possession of a key that enters the system with it.
 *
 * @throws ActError possession_proof_invalid, command_time_out_of_window, command_audience_mismatch,
 *   command_target_mismatch, jws_*, schema_mismatch
 */
export async function verifyPossession(
  proof: string,
  expected: ExpectedCommand,
  publicJwk: PublicJwk,
): Promise<CommandClaims> {
  const judgement = await verifyCommand(proof, expected, { publicJwk });
  const { refusal } = judgement;
  if (refusal && NO_POSSESSION.includes(refusal.code)) {
    throw new ActError('possession_proof_invalid', refusal.evidence);
  }
  assertAccepted(judgement);
  return readMessage('command', proof).claims;
}

/** An agent whose provider vouches for its key and which has just proved that it holds it. */
export interface ProvenAgent {
  readonly agentId: string;
  readonly publicJwk: PublicJwk;
  readonly jkt: string;
  /** Of its build, where its provider states one. */
  readonly agentVersionDigest: string | undefined;
  /** To be consumed in the transaction. */
  readonly use: CommandUse;
}

/**
 * An agent key enters the system only with its provider's signed (agent_id, key) and a proof of possession over
 * exactly what is asked for.
 *
 * @param subjectDigest digest of the object that the command asks about (params.digest)
 * @throws ActError agent_attestation_invalid, agent_attestation_expired, issuer_*, x509_*, possession_proof_invalid,
 *   command_*, request_rate_exceeded
 */
export async function verifyAgentCommand(
  deps: Pick<SenderDeps, 'callerLimit'>,
  input: {
    readonly attestation: string;
    readonly command: string;
    readonly agentId?: string;
    readonly subjectDigest: string;
  },
  expected: ExpectedCommand,
  trustList: TrustList,
): Promise<ProvenAgent> {
  const attestation = await verifyAttestation(input.attestation, { trustList, now: expected.now });
  assertAccepted(attestation);
  const { sub, cnf, agent_version_digest } = readMessage('attestation', input.attestation).claims;
  if (input.agentId !== undefined && input.agentId !== sub) {
    throw new ActError('agent_attestation_invalid', { rule: 'agent_id' });
  }
  const claims = await verifyPossession(input.command, expected, cnf.jwk);
  if (claims.iss !== sub) throw new ActError('possession_proof_invalid', { rule: 'iss' });
  if (claims.params?.digest !== input.subjectDigest) {
    throw new ActError('command_target_mismatch', { rule: 'digest' });
  }
  deps.callerLimit?.take(sub);
  return {
    agentId: sub,
    publicJwk: cnf.jwk,
    jkt: await jwkThumbprint(cnf.jwk),
    agentVersionDigest: agent_version_digest,
    use: { iss: claims.iss, jti: claims.jti, digest: await digestOfJws(input.command), now: expected.now },
  };
}
