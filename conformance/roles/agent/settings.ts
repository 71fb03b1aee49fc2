import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { thumbprint } from '../../forge/keys.ts';
import { publicKeyOf } from '../../live/read.ts';
import { type Settings, UsageError } from '../../run/case.ts';
import { currencyAt } from '../../run/members.ts';

type Command = readonly [string, ...string[]];

/** A program with its arguments: started for each errand, with placeholders, or once for one errand after the other. */
export type AgentProgram = { readonly command: Command } | { readonly serve: Command };

/** What an agent declares about itself. */
export interface AgentSettings {
  /** did:act:… that it signs as. */
  readonly id: string;
  /** Public JWK of the key that it signs with. */
  readonly jwk: Readonly<Record<string, string>>;
  readonly jkt: string;
  readonly program: AgentProgram;
  /** What its user pays in, and the sellers ask. */
  readonly currency: string;
  /** How many errands may run at once, each in a process of its own. */
  readonly parallel: number;
  readonly folder: string;
  readonly patience: number;
}

const MEMBERS = ['id', 'key', 'command', 'serve', 'parallel', 'currency'];
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

function programOf({ command, serve }: Settings['own']): AgentProgram {
  if ((command === undefined) === (serve === undefined))
    throw new UsageError('agent has either command (started for each errand) or serve (started once).');
  const value = command ?? serve;
  const isCommand = Array.isArray(value) && value.every((part) => typeof part === 'string');
  const name = command === undefined ? 'serve' : 'command';
  if (!isCommand || value[0] === undefined)
    throw new UsageError(`agent.${name} is not a list of a program and its arguments.`);
  const program = value as [string, ...string[]];
  return command === undefined ? { serve: program } : { command: program };
}

/** More processes than cores would only wait for each other, and their patience with them. */
function parallelOf({ parallel = 1 }: Settings['own']): number {
  if (!Number.isSafeInteger(parallel) || Number(parallel) < 1)
    throw new UsageError('agent.parallel is no whole number from 1.');
  return Math.min(Number(parallel), availableParallelism());
}

/** @throws UsageError */
export function agentSettings({ own, folder, patience }: Settings): AgentSettings {
  const unknown = Object.keys(own).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) throw new UsageError(`agent.${unknown} is not a member of a subject file.`);
  const { id, key } = own;
  if (typeof id !== 'string') throw new UsageError('agent.id is missing.');
  domainOf(id);
  if (typeof key !== 'string') throw new UsageError('agent.key is missing.');
  const jwk = keyAt(resolve(folder, key));
  return {
    id,
    jwk,
    jkt: thumbprint(jwk as Parameters<typeof thumbprint>[0]),
    program: programOf(own),
    currency: currencyAt(own, 'agent'),
    parallel: parallelOf(own),
    folder,
    patience,
  };
}
