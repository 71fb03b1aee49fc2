import type { Changes, Edit, Part, SignedPart } from './builder.ts';
import type { Json, JsonObject } from './json.ts';
import type { Forgery } from './jws.ts';
import type { World } from './world.ts';

/** A member of the input or of the context that is not signed. A function picks it from the finished world. */
export interface Override {
  readonly path: string;
  readonly value: Json | undefined | ((world: World) => Json);
}

/** What one vector changes. One defect: several edits stand only where one alone would be another defect. */
export interface Change extends Changes {
  readonly now?: number;
  readonly input?: readonly Override[];
  readonly context?: readonly Override[];
  readonly flags?: readonly string[];
}

export interface Case extends Change {
  /** The clause that is broken, or that the good vector keeps at its edge. */
  readonly requirement: string;
  readonly comment: string;
  /** Left out = accepted. */
  readonly code?: string;
  /** `kind requirement`, of an accepted vector; those of the group where left out. */
  readonly obligations?: readonly string[];
  /** Further values that the subject has to compute. */
  readonly values?: JsonObject;
}

/** Cases of one operation. The first case is the good one that the others are derived from. */
export interface Group {
  readonly operation: string;
  readonly description: string;
  /** The message whose intermediate values the vectors show. */
  readonly part?: SignedPart;
  readonly obligations?: readonly string[];
  readonly input: (world: World) => JsonObject;
  readonly context: (world: World) => JsonObject;
  readonly cases: readonly Case[];
}

export interface VectorSuite {
  readonly name: string;
  /** File under schemas/, where the input is a message. */
  readonly schema?: string;
  readonly groups: readonly Group[];
}

function joined<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  const all = lists.flatMap((list) => list ?? []);
  return all.length === 0 ? undefined : all;
}

/** Puts changes together. */
export function together(...changes: readonly Change[]): Change {
  const lists = {
    edits: joined(changes.map(({ edits }) => edits)),
    input: joined(changes.map(({ input }) => input)),
    context: joined(changes.map(({ context }) => context)),
    flags: joined(changes.map(({ flags }) => flags)),
  };
  const merged = Object.assign({}, ...changes, {
    forge: Object.assign({}, ...changes.map(({ forge }) => forge)),
    signers: Object.assign({}, ...changes.map(({ signers }) => signers)),
  });
  for (const [name, list] of Object.entries(lists)) if (list !== undefined) merged[name] = list;
  return merged;
}

export function accept(requirement: string, comment: string, ...changes: readonly Change[]): Case {
  return { ...together(...changes), requirement, comment };
}

export function refuse(
  requirement: string,
  code: string,
  comment: string,
  ...changes: readonly Change[]
): Case {
  return { ...together(...changes), requirement, code, comment };
}

export function set(part: Part, path: string, value: Json): Change {
  return { edits: [{ part, path, value } satisfies Edit] };
}

export function remove(part: Part, path: string): Change {
  return { edits: [{ part, path, value: undefined } satisfies Edit] };
}

export function forged(part: SignedPart, forgery: Forgery): Change {
  return { forge: { [part]: forgery } };
}

export const at = (now: number): Change => ({ now });
export const flags = (...names: readonly string[]): Change => ({ flags: names });
export const input = (path: string, value: Override['value']): Change => ({ input: [{ path, value }] });
export const context = (path: string, value: Override['value']): Change => ({ context: [{ path, value }] });
