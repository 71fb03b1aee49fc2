import { ActError } from '../protocol/errors/index.ts';
import type { CommandClaims } from '../protocol/generated/types.ts';
import type { Validator } from '../protocol/generated/validators.js';
import { signMessage } from '../protocol/messages/index.ts';
import { newOrderedId } from '../store/index.ts';
import type { Role, TrustEntry, TrustList } from '../verifier/index.ts';
import type { AgentContext } from './config.ts';

export type CommandOrder = Pick<CommandClaims, 'aud' | 'action' | 'target' | 'params'>;

/** Signs a fresh command of the agent. Each call is a new one: its id is used once and its time is judged. */
export function signCommand(context: AgentContext, order: CommandOrder): Promise<string> {
  const now = context.clock();
  const claims: CommandClaims = {
    iss: context.config.agent_id,
    jti: newOrderedId(context.random, 'cmd', now),
    iat: now,
    ...order,
  };
  return signMessage('command', claims, context.signer);
}

export function trustNow(context: AgentContext): Promise<TrustList> {
  return context.trust.current(context.clock());
}

/**
 * The entry of a party that is in force, and its address.
 *
 * @throws ActError issuer_not_trusted, issuer_suspended
 */
export function trustedAddress(
  list: TrustList,
  entity: string,
  role: Role,
): { readonly entry: TrustEntry; readonly baseUrl: string } {
  const entry = list.entry(entity, role);
  const baseUrl = entry?.endpoints?.base_url;
  if (entry === undefined || baseUrl === undefined)
    throw new ActError('issuer_not_trusted', { entity, role });
  if (entry.status !== 'ACTIVE') throw new ActError('issuer_suspended', { entity, role });
  return { entry, baseUrl };
}

/** A validator for answers that have no schema of their own: the named members are there as text. */
export function withText<K extends string>(...members: readonly K[]): Validator<Record<K, string>> {
  return (data): data is Record<K, string> =>
    typeof data === 'object' &&
    data !== null &&
    members.every((member) => typeof (data as Record<string, unknown>)[member] === 'string');
}
