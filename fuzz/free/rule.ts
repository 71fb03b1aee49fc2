import type { Json, JsonObject } from '../../conformance/forge/json.ts';

/** One change that leaves a message what it was for whoever judges it, and why. */
export interface Rule {
  /** An operation, or `*`. */
  readonly operation: string;
  readonly message: string;
  /** JSON pointer; `*` stands for one name, `**` at the end for everything at and below. */
  readonly at: string;
  /** The values that are good there; left out: every value that the schema has. */
  readonly good?: (changed: Changed) => boolean;
  readonly why: string;
}

/** A message after a change. */
export interface Changed {
  /** What stands at the place; undefined: nothing. */
  readonly value: Json | undefined;
  readonly before: Json | undefined;
  /** The whole message. */
  readonly after: JsonObject;
  /** What it is judged with. */
  readonly input: JsonObject;
  readonly now: number;
}

export const upToNow = ({ value, now }: Changed): boolean => typeof value === 'number' && value <= now + 60;
/** Of a whole purchase, what was good when it was paid need not be good now. */
export const afterNow = ({ value, now, input }: Changed): boolean =>
  typeof value === 'number' && (value > now || input.bundle !== undefined);
export const withinAMinute = ({ value, now }: Changed): boolean =>
  typeof value === 'number' && Math.abs(value - now) <= 60;
export const dropped = ({ value }: Changed): boolean => value === undefined;
export const lower = ({ value, before }: Changed): boolean => Number(value) <= Number(before);
export const higher = ({ value, before }: Changed): boolean => Number(value) >= Number(before);

export type Good = NonNullable<Rule['good']>;

/** Pointer, reason, and the values that are good there. */
export type Row = readonly [at: string, why: string, good?: Good | undefined];

export function rules(operation: string, message: string, ...rows: readonly Row[]): Rule[] {
  return rows.map(([at, why, good]) => ({ operation, message, at, why, ...(good ? { good } : {}) }));
}

function matches(pattern: string, pointer: string): boolean {
  const [wanted, given] = [pattern.split('/'), pointer.split('/')];
  const all = wanted.at(-1) === '**';
  const head = all ? wanted.slice(0, -1) : wanted;
  if (all ? given.length < head.length : given.length !== head.length) return false;
  return head.every((name, index) => name === '*' || name === given[index]);
}

export const covers = (
  { operation, message, at }: Rule,
  asked: string,
  of: string,
  pointer: string,
): boolean => (operation === '*' || operation === asked) && message === of && matches(at, pointer);
