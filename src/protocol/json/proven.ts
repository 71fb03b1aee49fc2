import { AMOUNT_MEMBERS, numberOf } from './number.ts';
import type { JsonObject, JsonValue } from './value.ts';

/** Below it an integer has at most 15 digits, so that it may stand in an amount member too. */
const PLAIN_INTEGER_LIMIT = 1e15;

function isStrictNumber(value: number, name: string): boolean {
  if (Number.isInteger(value) && value >= 0 && value < PLAIN_INTEGER_LIMIT) return true;
  try {
    // That it was written so is shown by the comparison of the texts.
    numberOf(String(value), AMOUNT_MEMBERS.has(name));
    return true;
  } catch {
    return false;
  }
}

/** `name` is that of the member that holds the value, and empty elsewhere. */
function isStrict(value: JsonValue | undefined, name: string, depth: number, maxDepth: number): boolean {
  if (typeof value === 'number') return isStrictNumber(value, name);
  if (typeof value !== 'object' || value === null) return true;
  // Written so that a limit that is not a number refuses everything.
  if (!(depth < maxDepth)) return false;
  if (!Array.isArray(value)) return membersAreStrict(value, depth + 1, maxDepth);
  for (const element of value) if (!isStrict(element, '', depth + 1, maxDepth)) return false;
  return true;
}

function membersAreStrict(object: JsonObject, depth: number, maxDepth: number): boolean {
  for (const name of Object.keys(object)) {
    if (name === '__proto__' || !isStrict(object[name], name, depth, maxDepth)) return false;
  }
  return true;
}

function nativeParse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What the exact reader would return, had by the platform's parser, or undefined where that cannot be shown: the
 * text may be right or wrong then, and the exact reader says which.
 *
 * The proof: written again, the value gives the text. So the text has no member twice, no white space, and every
 * number in the one form that `String` gives it. Without a backslash nothing in it is escaped, so no lone surrogate
 * and no second spelling of a name. Depth, `__proto__` and the forms of numbers are looked at in the value.
 *
 * @param text well-formed UTF-16
 */
export function parseProven(text: string, maxDepth: number): JsonValue | undefined {
  if (text.includes('\\')) return undefined;
  const value = nativeParse(text);
  // The depth is known before anything recurses into the value.
  if (value === undefined || !isStrict(value, '', 0, maxDepth)) return undefined;
  return JSON.stringify(value) === text ? value : undefined;
}
