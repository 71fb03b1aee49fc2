import { type Check, type Verified, verify, within } from './check.ts';
import { check as audience } from './checks/command/audience.ts';
import { check as signature } from './checks/command/signature.ts';
import { check as singleUse } from './checks/command/single-use.ts';
import { check as target } from './checks/command/target.ts';
import { check as time } from './checks/command/time.ts';
import {
  type CommandContext,
  type CommandFacts,
  type CommandKey,
  type InstitutionCommandFacts,
  readCommand,
  readInstitutionCommand,
} from './facts/command.ts';
import { assertObject } from './facts/own.ts';
import { institutionChecks } from './institution.ts';

/** The order in which a command is judged. */
export const commandChecks: readonly Check<CommandFacts>[] = [signature, time, audience, target, singleUse];

/** A command of an institution, which presents certificates. */
export const institutionCommandChecks: readonly Check<InstitutionCommandFacts>[] = [
  ...within('command', ({ signer }: InstitutionCommandFacts) => signer, institutionChecks),
  ...commandChecks,
];

/**
 * Judges a command. Consuming its identifier is always an obligation, and whether the sender may give it is decided by
 * the server that has the object.
 *
 * @param compact act-command+jwt
 * @param context.now Unix seconds
 * @param by the key known for the sender (device, agent), or the trust list and the role of an institution
 */
export async function verifyCommand(
  compact: string,
  context: CommandContext,
  by: CommandKey,
): Promise<Verified<CommandFacts>> {
  assertObject('The key of the sender', by);
  return 'publicJwk' in by
    ? verify(commandChecks, () => readCommand(compact, context, by.publicJwk))
    : verify(institutionCommandChecks, () => readInstitutionCommand(compact, context, by));
}
