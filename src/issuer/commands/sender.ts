import { digestOfJws, type PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CommandClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { CommandUse, Queries } from '../../store/index.ts';
import { assertAccepted, verifyCommand } from '../../verifier/index.ts';
import { type Device, findDevice } from '../devices/directory.ts';
import type { SenderDeps } from './deps.ts';
import type { ExpectedCommand } from './possession.ts';
import { COMMAND_ROLES, type SenderAction, type SenderRole } from './roles.ts';

/**
 * The two parties of a mandate or a tool: nobody else may speak about it. Without a delegator any enrolled device is
 * taken, and the caller looks at whose it is.
 */
export interface Parties {
  readonly delegator?: string;
  readonly agent?: { readonly agentId: string; readonly publicJwk: PublicJwk };
}

export interface Sender {
  readonly role: SenderRole;
  /** The device id or the agent_id. */
  readonly id: string;
  /** Whose device it is; undefined for an agent. */
  readonly delegator: string | undefined;
  readonly params: NonNullable<CommandClaims['params']>;
  /** To be consumed in the transaction that does what the command says. */
  readonly use: CommandUse;
}

/**
 * Says who gives a command and that they may: sender's key, signature, time, audience, action and target, role, and
 * whether it is one of the two parties.
 *
 * @throws ActError device_unknown, command_not_permitted, command_signature_invalid, command_time_out_of_window,
 *   command_audience_mismatch, command_target_mismatch, request_rate_exceeded, jws_*, schema_mismatch
 */
export async function identifySender(
  command: string,
  expected: ExpectedCommand & { readonly action: SenderAction },
  parties: Parties,
  deps: SenderDeps,
): Promise<Sender> {
  const { claims } = readMessage('command', command);
  const agent = claims.iss.startsWith('did:') ? agentOf(claims.iss, parties) : undefined;
  const device = agent === undefined ? await deviceOf(claims.iss, deps.store.read, expected.now) : undefined;
  const publicJwk = agent?.publicJwk ?? device?.publicJwk;
  if (publicJwk === undefined) throw new ActError('device_unknown');
  assertAccepted(await verifyCommand(command, expected, { publicJwk }));
  deps.callerLimit?.take(claims.iss);
  const role: SenderRole = agent === undefined ? 'device' : 'agent';
  const mayGive: readonly SenderRole[] = COMMAND_ROLES[expected.action];
  if (!mayGive.includes(role)) throw new ActError('command_not_permitted', { role, action: expected.action });
  if (parties.delegator !== undefined && device !== undefined && device.delegator !== parties.delegator) {
    throw new ActError('command_not_permitted', { rule: 'delegator' });
  }
  const use = { iss: claims.iss, jti: claims.jti, digest: await digestOfJws(command), now: expected.now };
  return { role, id: claims.iss, delegator: device?.delegator, params: claims.params ?? {}, use };
}

function agentOf(iss: string, { agent }: Parties): { readonly publicJwk: PublicJwk } {
  if (agent === undefined || agent.agentId !== iss)
    throw new ActError('command_not_permitted', { rule: 'agent' });
  return agent;
}

async function deviceOf(iss: string, queries: Queries, now: number): Promise<Device> {
  const device = await findDevice(queries, iss, now);
  if (device === undefined) throw new ActError('device_unknown');
  return device;
}
