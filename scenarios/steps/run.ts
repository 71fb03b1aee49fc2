import { formatUtcSeconds, parseUtcSeconds } from '../../src/protocol/time/index.ts';
import type { Step } from '../format.ts';
import type { Citizen, RunningAgent, World } from '../world/world.ts';

/** What a step leaves behind, by the name after `as`. */
export type Kept = Record<string, unknown>;

/** A scenario while it is played. */
export interface Run {
  readonly world: World;
  readonly kept: Map<string, Kept>;
  /** Talk for people. */
  say(line: string): void;
  /** Plays another step inside this one, without its expectation. */
  inner(step: Step): Promise<Kept>;
}

/** Plays one kind of step. @returns what is kept; throws `Refused` or an ActError when it is refused */
export type Play<S extends Step> = (run: Run, step: S) => Promise<Kept>;

function only<T>(map: ReadonlyMap<string, T>, name: string | undefined, kind: string): T {
  const found = name === undefined ? [...map.values()][0] : map.get(name);
  if (found === undefined) throw new Error(`the world has no ${kind} ${name ?? ''}`);
  return found;
}

export function userOf({ world }: Run, { user }: Pick<Step, 'user'>): Citizen {
  return only(world.users, user, 'user');
}

export function agentOf({ world }: Run, { agent }: Pick<Step, 'agent'>): RunningAgent {
  return only(world.agents, agent, 'agent');
}

/** The name, for keys and folders. */
export function agentNameOf({ world }: Run, { agent }: Pick<Step, 'agent'>): string {
  return agent ?? [...world.agents.keys()][0] ?? '';
}

export function addressOf({ world }: Run, name: string): string {
  const address = world.addresses[name];
  if (address === undefined) throw new Error(`the world has no server ${name}`);
  return address;
}

export function keptOf({ kept }: Run, name: string): Kept {
  const found = kept.get(name);
  if (found === undefined) throw new Error(`no step before kept ${name}`);
  return found;
}

const REFERENCE = /^\$([\w-]+)\.(\w+)$/;
const INSIDE = /\$([\w-]+)\.(\w+)/g;
const SPAN = /^([+-]\d+)([smhd])$/;
const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** Puts kept values in the place of `$name.member`, and times in the place of `+7d`, all the way down. */
export function filled<T>(run: Run, value: T): T {
  return fill(run, value) as T;
}

function fill(run: Run, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => fill(run, one));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(run, one)]));
  }
  if (typeof value !== 'string') return value;
  const [, name, member] = REFERENCE.exec(value) ?? [];
  if (name !== undefined && member !== undefined) return memberOf(run, name, member);
  const [, count, unit] = SPAN.exec(value) ?? [];
  if (count === undefined || unit === undefined) {
    return value.replaceAll(INSIDE, (_all, at: string, inner: string) => String(memberOf(run, at, inner)));
  }
  return formatUtcSeconds(run.world.now() + Number(count) * SECONDS[unit as keyof typeof SECONDS]);
}

/** `$shop.address` is where a server is reached; `$bank.code` is the last one-time code that somebody was sent. */
function memberOf(run: Run, name: string, member: string): unknown {
  if (name === 'bank' && member === 'code') return [...run.world.bank.messages.values()].at(-1);
  if (member === 'address') return addressOf(run, name);
  const found = keptOf(run, name)[member];
  if (found === undefined) throw new Error(`what ${name} kept has no ${member}`);
  return found;
}

/** A moment in a scenario: a time, a span from now, or a kept time. Unix seconds. */
export function moment(run: Run, text: string): number {
  return parseUtcSeconds(String(fill(run, text)));
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
