import { ActError } from '../errors/index.ts';
import { JSON_DEPTH_CEILING } from '../limits.ts';
import type { JsonValue } from './value.ts';

const encoder = new TextEncoder();

/** Text without anything that RFC 8785 3.2.2.2 escapes. */
const PLAIN = /^[ !#-[\]-\uffff]*$/;

function writeText(text: string): string {
  if (!text.isWellFormed()) throw new ActError('json_encoding', { rule: 'lone_surrogate' });
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** As RFC 8785 3.2.3 wants it. */
function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : 1;
}

/** Most objects have few members, and many have them in order. */
function sortedNames(object: object): string[] {
  const names = Object.keys(object);
  for (let index = 1; index < names.length; index += 1) {
    if (byCodeUnits(names[index - 1] ?? '', names[index] ?? '') > 0) return names.sort(byCodeUnits);
  }
  return names;
}

function writeObject(object: Readonly<Record<string, unknown>>, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  // A Date or a class instance would be written as something the caller did not hand in.
  if (prototype !== Object.prototype && prototype !== null)
    throw new ActError('json_syntax', { rule: 'object' });
  let members = '';
  for (const name of sortedNames(object)) {
    if (name === '__proto__') throw new ActError('json_forbidden_member');
    const comma = members === '' ? '' : ',';
    members += `${comma}${writeText(name)}:${write(object[name], depth)}`;
  }
  return `{${members}}`;
}

function writeArray(array: readonly unknown[], depth: number): string {
  let elements = '';
  // The holes of a sparse array come as undefined, which is refused.
  for (const element of array) elements += `${elements === '' ? '' : ','}${write(element, depth)}`;
  return `[${elements}]`;
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new ActError('json_number_form', { rule: 'finite' });
  // ECMAScript's own form is the one that RFC 8785 3.2.2.3 prescribes; minus zero is written as zero.
  return String(value);
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') return writeNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') throw new ActError('json_syntax', { rule: 'value' });
  if (depth >= JSON_DEPTH_CEILING) throw new ActError('json_too_deep', { max_depth: JSON_DEPTH_CEILING });
  return Array.isArray(value)
    ? writeArray(value, depth + 1)
    : writeObject(value as Readonly<Record<string, unknown>>, depth + 1);
}

/**
 * The RFC 8785 form of a JSON value, as well-formed text. What is no JSON value is refused, so that no bytes can be
 * signed that say less than the object: members that are undefined, holes, dates, anything with a `toJSON` of its own
 * class.
 *
 * @throws json_encoding (lone surrogate), json_number_form (NaN, infinity), json_syntax (not a JSON value),
 *   json_forbidden_member, json_too_deep (also for a cycle)
 * @see RFC 8785
 */
export function canonicalText(value: JsonValue): string {
  return write(value, 0);
}

/** As `canonicalText`, in UTF-8. @throws as `canonicalText` @see RFC 8785 */
export function canonicalize(value: JsonValue): Uint8Array<ArrayBuffer> {
  return encoder.encode(canonicalText(value));
}
