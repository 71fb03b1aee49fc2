import serialize from 'canonicalize';
import { ActError } from '../errors/index.ts';
import { JSON_DEPTH_CEILING } from '../limits.ts';
import type { JsonValue } from './value.ts';

const encoder = new TextEncoder();

function checkText(text: string): void {
  if (!text.isWellFormed()) throw new ActError('json_encoding', { rule: 'lone_surrogate' });
}

function checkObject(object: object, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(object);
  // A Date or a class instance would be written as something the caller did not hand in.
  if (prototype !== Object.prototype && prototype !== null)
    throw new ActError('json_syntax', { rule: 'object' });
  for (const [name, member] of Object.entries(object)) {
    if (name === '__proto__') throw new ActError('json_forbidden_member');
    checkText(name);
    checkValue(member, depth);
  }
}

function checkValue(value: unknown, depth: number): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    checkText(value);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new ActError('json_number_form', { rule: 'finite' });
  } else if (typeof value === 'object') {
    if (depth >= JSON_DEPTH_CEILING) throw new ActError('json_too_deep', { max_depth: JSON_DEPTH_CEILING });
    // A spread turns the holes of a sparse array into undefined, which is refused below.
    if (Array.isArray(value)) for (const element of [...value]) checkValue(element, depth + 1);
    else checkObject(value, depth + 1);
  } else {
    throw new ActError('json_syntax', { rule: 'value' });
  }
}

/**
 * The RFC 8785 form of a JSON value, as UTF-8. The serialiser would leave out members that are undefined and call
 * `toJSON`, so that bytes could be signed that say less than the object: such values are refused first.
 *
 * @throws json_encoding (lone surrogate), json_number_form (NaN, infinity), json_syntax (not a JSON value),
 *   json_forbidden_member, json_too_deep (also for a cycle)
 * @see RFC 8785
 */
export function canonicalize(value: JsonValue): Uint8Array<ArrayBuffer> {
  checkValue(value, 0);
  const text = serialize(value);
  if (text === undefined) throw new ActError('json_syntax', { rule: 'value' });
  return encoder.encode(text);
}
