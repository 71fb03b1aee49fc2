import { ActError } from '../../protocol/errors/index.ts';

/** What others have sent is refused, and never thrown at whoever calls: it may be a body that nobody has looked at. */

function mismatch(at: string, type: string): ActError {
  return new ActError('schema_mismatch', { at, rule: 'type', problem: `must be ${type}` });
}

/** @throws ActError schema_mismatch for what has no members */
export function sentObject<Input>(input: Input): Input {
  if (typeof input === 'object' && input !== null) return input;
  throw mismatch('/', 'object');
}

/** What is left out is no list; what was sent in its place is refused. @throws ActError schema_mismatch */
export function sentList<Item>(list: readonly Item[] | undefined, at: string): readonly Item[] {
  if (list === undefined) return [];
  if (Array.isArray(list)) return list;
  throw mismatch(at, 'array');
}
