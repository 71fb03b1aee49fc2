import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CommandClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { CommandUse } from '../../store/index.ts';
import { assertAccepted, verifyCommand } from '../../verifier/index.ts';
import { findAgentKey } from './agents.ts';
import type { PspParts } from './parts.ts';

/** A verified command; `use` is to be consumed in the transaction that does what it says. */
export interface Command {
  readonly claims: CommandClaims;
  readonly use: CommandUse;
  /** Unix seconds: the one time of this request. */
  readonly now: number;
}

type Action =
  | 'payment.read'
  | 'payment.query'
  | 'payment.refund'
  | 'payment.validate'
  | 'trade.receive'
  | 'interconnect.pay'
  | 'interconnect.query'
  | 'interconnect.reconcile'
  | 'interconnect.net'
  | 'interconnect.settle'
  | 'interconnect.refund'
  | 'interconnect.scan'
  | 'payer_code.give'
  | 'payer_code.read'
  | 'payer_code.scan'
  | 'fulfilment.confirm'
  | 'account.read';

interface Expected {
  readonly action: Action;
  readonly target: string;
}

type Key = Parameters<typeof verifyCommand>[2];

async function verified(
  parts: PspParts,
  compact: string,
  expected: Expected,
  now: number,
  key: Key,
): Promise<Command> {
  assertAccepted(await verifyCommand(compact, { now, audience: parts.pspId, ...expected }, key));
  const { claims } = readMessage('command', compact);
  parts.callerLimit?.take(claims.iss);
  const digest = await digestOfJws(compact);
  return { claims, now, use: { iss: claims.iss, jti: claims.jti, digest, now } };
}

/**
 * A command of an agent about its own payments; the target is what the command names. An agent_id may have several keys,
 * of several users: whose payments may be spoken about, `agentJkt` says.
 *
 * @throws ActError agent_unknown, command_*
 */
export async function agentCommand(
  parts: PspParts,
  compact: string,
  action: Action,
): Promise<Command & { readonly agentJkt: string }> {
  const { claims, decoded } = readMessage('command', compact);
  const { kid: agentJkt } = decoded.header;
  const publicJwk = await findAgentKey(parts.store.read, claims.iss, agentJkt);
  if (!publicJwk || agentJkt === undefined) throw new ActError('agent_unknown');
  const expected = { action, target: claims.target };
  return { ...(await verified(parts, compact, expected, parts.clock(), { publicJwk })), agentJkt };
}

/** A command of a merchant, known by the trust list. @throws ActError command_*, issuer_*, x509_* */
export function merchantCommand(parts: PspParts, compact: string, expected: Expected): Promise<Command> {
  return institutionCommand(parts, compact, expected, 'MERCHANT');
}

/** A command of another payment service, known by the trust list. @throws ActError command_*, issuer_*, x509_* */
export function partnerCommand(parts: PspParts, compact: string, expected: Expected): Promise<Command> {
  return institutionCommand(parts, compact, expected, 'PSP');
}

async function institutionCommand(
  parts: PspParts,
  compact: string,
  expected: Expected,
  role: 'MERCHANT' | 'PSP',
): Promise<Command> {
  const now = parts.clock();
  const trustList = await parts.trust.current(now);
  return verified(parts, compact, expected, now, { trustList, role });
}

/** A command of an account holder's device. @throws ActError device_unknown, command_* */
export async function deviceCommand(
  parts: PspParts,
  compact: string,
  expected: Expected,
): Promise<Command & { readonly delegator: string }> {
  const { claims } = readMessage('command', compact);
  const now = parts.clock();
  const device = await parts.devices.find(parts.store.read, claims.iss, now);
  if (!device) throw new ActError('device_unknown');
  const { publicJwk, delegator } = device;
  return { ...(await verified(parts, compact, expected, now, { publicJwk })), delegator };
}
