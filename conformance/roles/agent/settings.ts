import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { thumbprint } from '../../forge/keys.ts';
import { publicKeyOf } from '../../live/read.ts';
import { type Settings, UsageError } from '../../run/case.ts';

/** What an agent declares about itself. */
export interface AgentSettings {
  /** did:act:… that it signs as. */
  readonly id: string;
  /** Public JWK of the key that it signs with. */
  readonly jwk: Readonly<Record<string, string>>;
  readonly jkt: string;
  /** A program and its arguments, with placeholders. */
  readonly command: readonly [string, ...string[]];
  readonly folder: string;
  readonly patience: number;
}

const MEMBERS = ['id', 'key', 'command'];
const AGENT_ID = /^did:act:([A-Za-z0-9.-]{1,100})\/[A-Za-z0-9._:~-]{1,120}$/;
const KEY_MEMBERS = ['kty', 'crv', 'x', 'y'];

function keyAt(path: string): Record<string, string> {
  try {
    const jwk = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    publicKeyOf(jwk);
    return Object.fromEntries(Object.entries(jwk).filter(([member]) => KEY_MEMBERS.includes(member)));
  } catch {
    throw new UsageError(`agent.key: ${path} is no public JWK.`);
  }
}

/** The domain of an agent, which its provider has to be of too [OA-KEY-09]. */
export function domainOf(id: string): string {
  const domain = AGENT_ID.exec(id)?.[1];
  if (domain === undefined) throw new UsageError(`agent.id is not an identifier of an agent: ${id}`);
  return domain;
}

/** @throws UsageError */
export function agentSettings({ own, folder, patience }: Settings): AgentSettings {
  const unknown = Object.keys(own).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) throw new UsageError(`agent.${unknown} is not a member of a subject file.`);
  const { id, key, command } = own;
  if (typeof id !== 'string') throw new UsageError('agent.id is missing.');
  domainOf(id);
  if (typeof key !== 'string') throw new UsageError('agent.key is missing.');
  const isCommand = Array.isArray(command) && command.every((part) => typeof part === 'string');
  if (!isCommand || command[0] === undefined)
    throw new UsageError('agent.command is not a list of a program and its arguments.');
  const jwk = keyAt(resolve(folder, key));
  return {
    id,
    jwk,
    jkt: thumbprint(jwk as Parameters<typeof thumbprint>[0]),
    command: command as [string, ...string[]],
    folder,
    patience,
  };
}
