import type { Witness } from '../http/traced.ts';
import type { PublicJwk } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { CommandClaims } from '../protocol/generated/types.ts';
import { readMessage } from '../protocol/messages/index.ts';
import { assertAccepted, verifyCommand } from '../verifier/index.ts';

export interface ExpectedCommand {
  /** This merchant. */
  readonly audience: string;
  readonly action: CommandClaims['action'];
  readonly target: string;
  /** Who may give it. */
  readonly issuer: string;
  readonly publicJwk: PublicJwk;
  /** What `params.digest` has to be; absent for a command that covers nothing but its target. */
  readonly digest?: string;
}

/**
 * Reads and judges a command of an agent: key, sender, audience, action, target, time, and the digest of what it
 * is given with. Its `jti` is not consumed yet: that belongs into the transaction it causes.
 *
 * @throws ActError command_*, jws_*, schema_mismatch
 */
export async function agentCommand(
  compact: string,
  expected: ExpectedCommand,
  now: number,
  witness: Witness,
): Promise<CommandClaims> {
  const { audience, action, target, publicJwk } = expected;
  const judgement = await verifyCommand(compact, { now, audience, action, target }, { publicJwk });
  witness.judged(judgement);
  assertAccepted(judgement);
  const { claims } = readMessage('command', compact);
  if (claims.iss !== expected.issuer) throw new ActError('command_not_permitted', { rule: 'sender' });
  if (expected.digest !== undefined && claims.params?.digest !== expected.digest) {
    throw new ActError('command_target_mismatch', { rule: 'digest' });
  }
  return claims;
}
