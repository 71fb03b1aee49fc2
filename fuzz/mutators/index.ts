import { encoding, lexeme, needlessEscape, nesting, oversize, space } from './forms.ts';
import { add, drop, duplicate, rename, reorder } from './members.ts';
import type { Mutator } from './mutator.ts';
import { boundary, character, retype, swap, unicode } from './values.ts';

/** What is done to a document of JSON, with how often. */
const WEIGHTED: readonly (readonly [Mutator, number])[] = [
  [drop, 3],
  [duplicate, 2],
  [rename, 2],
  [add, 2],
  [reorder, 1],
  [retype, 3],
  [boundary, 5],
  [character, 3],
  [unicode, 2],
  [swap, 4],
  [lexeme, 3],
  [encoding, 1],
  [needlessEscape, 1],
  [nesting, 1],
  [oversize, 0.3],
  [space, 0.5],
];

export const mutators: readonly Mutator[] = WEIGHTED.flatMap(([mutator, weight]) =>
  Array.from({ length: Math.ceil(weight * 3) }, () => mutator),
);
