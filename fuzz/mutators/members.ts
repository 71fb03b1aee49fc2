import { isObject, type Json, type JsonObject } from '../../conformance/forge/json.ts';
import { at, writeWith } from '../text.ts';
import type { Change, Mutator, Target } from './mutator.ts';

/** Mutators of the members of an object and of the entries of a list. */

interface Inside {
  readonly parent: JsonObject;
  readonly name: string;
}

function insideOf({ document, path }: Target): Inside | undefined {
  const parent = at(document, path.slice(0, -1));
  const name = path.at(-1);
  return isObject(parent) && typeof name === 'string' ? { parent, name } : undefined;
}

function changed(target: Target, kind: string, effect: Change['effect'], text: string): Change {
  const parent = target.path.slice(0, -1);
  return {
    kind,
    path: target.path,
    effect,
    value: undefined,
    text: writeWith(target.document, parent, () => text),
  };
}

function without(target: Target): string {
  const parent = at(target.document, target.path.slice(0, -1));
  const last = target.path.at(-1);
  if (Array.isArray(parent)) return JSON.stringify(parent.filter((_, index) => index !== last));
  return JSON.stringify(
    Object.fromEntries(Object.entries(parent as JsonObject).filter(([name]) => name !== last)),
  );
}

export const drop: Mutator = (target) => changed(target, 'drop', 'value', without(target));

/** The member twice: the same, another value before, another value after, or once with an escape in its name. */
export const duplicate: Mutator = (target) => {
  const inside = insideOf(target);
  if (inside === undefined || inside.name === '') return undefined;
  const { parent, name } = inside;
  const text = JSON.stringify(parent).slice(1, -1);
  const escaped = `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${JSON.stringify(name.slice(1)).slice(1, -1)}`;
  const other = target.dice.pick([JSON.stringify(target.value), '"x"', '0', 'null']);
  const member = `"${target.dice.pick([name, escaped])}":${other}`;
  return changed(
    target,
    'duplicate',
    'form',
    target.dice.happens(0.5) ? `{${member},${text}}` : `{${text},${member}}`,
  );
};

const RENAMES: readonly ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
  (name) => name.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase()),
  (name) => `${name} `,
  (name) => `${name}\u200b`,
  (name) => name.replace(/[aeo]/, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter] ?? letter),
  (name) => name.slice(0, -1),
];

export const rename: Mutator = (target) => {
  const inside = insideOf(target);
  if (inside === undefined) return undefined;
  const { parent, name } = inside;
  const next = target.dice.pick(RENAMES)(name);
  if (Object.hasOwn(parent, next)) return undefined;
  const entries = Object.entries(parent).map(([old, value]) => [old === name ? next : old, value]);
  return changed(target, 'rename', 'value', JSON.stringify(Object.fromEntries(entries)));
};

const FOREIGN = [
  'hint',
  'admin',
  'iss ',
  'x5c',
  'amount2',
  'constructor',
  'toString',
  '$ref',
  'limit',
] as const;

/** A member that no schema has, or one that no parser may take. */
export const add: Mutator = (target) => {
  if (!isObject(target.value)) return undefined;
  const name = target.dice.pick([...FOREIGN, '__proto__']);
  if (Object.hasOwn(target.value, name)) return undefined;
  const inner = JSON.stringify(target.value).slice(1, -1);
  const value = target.dice.pick(['1', 'true', '"x"', '{}', 'null', '{"isAdmin":true}']);
  const text = `{${inner}${inner === '' ? '' : ','}${JSON.stringify(name)}:${value}}`;
  return {
    kind: 'add',
    path: [...target.path, name],
    // Whether a schema has it, the schema says; of this one no parser may make anything.
    effect: name === '__proto__' ? 'form' : 'value',
    text: writeWith(target.document, target.path, () => text),
  };
};

/** An entry of a list twice, or the list in another order. */
export const reorder: Mutator = (target) => {
  const { value, dice } = target;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const next: Json[] =
    value.length === 1 || dice.happens(0.5) ? [...value, dice.pick(value)] : value.toReversed();
  const text = writeWith(target.document, target.path, () => JSON.stringify(next));
  return { kind: 'reorder', path: target.path, effect: 'value', value: next, text };
};
