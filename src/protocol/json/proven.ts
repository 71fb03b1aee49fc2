import { AMOUNT_MEMBERS, numberOf } from './number.ts';
import type { JsonObject, JsonValue } from './value.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Below it an integer has at most 15 digits, so that it may stand in an amount member too. */
const PLAIN_INTEGER_LIMIT = 1e15;

function isStrictNumber(value: number, name: string): boolean {
  if (Number.isInteger(value) && value >= 0 && value < PLAIN_INTEGER_LIMIT) return true;
  try {
    // That it was written so is shown by the comparison with the text.
    numberOf(String(value), AMOUNT_MEMBERS.has(name));
    return true;
  } catch {
    return false;
  }
}

/**
 * Goes through a value and the text it came from side by side; `at` is where the text has to go on. Between the quotes
 * of a string nothing is compared: the platform's parser took it from there.
 */
class Comparison {
  private readonly text: string;
  private readonly maxDepth: number;
  private at = 0;

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  isWhole(value: JsonValue): boolean {
    return this.holds(value, '', 0) && this.at === this.text.length;
  }

  /** `name` is that of the member that holds the value, and empty elsewhere. */
  private holds(value: JsonValue | undefined, name: string, depth: number): boolean {
    if (typeof value === 'string') return this.string(value);
    if (typeof value === 'number') return isStrictNumber(value, name) && this.lexeme(String(value));
    if (typeof value !== 'object' || value === null) return this.lexeme(String(value));
    // Written so that a limit that is not a number refuses everything.
    if (!(depth < this.maxDepth)) return false;
    return Array.isArray(value) ? this.array(value, depth + 1) : this.object(value, depth + 1);
  }

  private object(object: JsonObject, depth: number): boolean {
    let before = OPEN_OBJECT;
    for (const name of Object.keys(object)) {
      if (name === '__proto__' || !this.character(before)) return false;
      if (!this.string(name) || !this.character(COLON) || !this.holds(object[name], name, depth))
        return false;
      before = COMMA;
    }
    return (before === COMMA || this.character(OPEN_OBJECT)) && this.character(CLOSE_OBJECT);
  }

  private array(array: readonly JsonValue[], depth: number): boolean {
    let before = OPEN_ARRAY;
    for (const element of array) {
      if (!this.character(before) || !this.holds(element, '', depth)) return false;
      before = COMMA;
    }
    return (before === COMMA || this.character(OPEN_ARRAY)) && this.character(CLOSE_ARRAY);
  }

  private string(string: string): boolean {
    if (!this.character(QUOTE)) return false;
    this.at += string.length;
    return this.character(QUOTE);
  }

  private lexeme(lexeme: string): boolean {
    if (!this.text.startsWith(lexeme, this.at)) return false;
    this.at += lexeme.length;
    return true;
  }

  private character(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at += 1;
    return true;
  }
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
 * The proof: written again, the value would give the text, token by token. So the text has no member twice, no white
 * space, and every number in the one form that `String` gives it. Without a backslash nothing in it is escaped, so no
 * lone surrogate, no second spelling of a name, and no quote within a string. Depth, `__proto__` and the forms of
 * numbers are looked at in the value.
 *
 * @param text well-formed UTF-16
 */
export function parseProven(text: string, maxDepth: number): JsonValue | undefined {
  if (text.includes('\\')) return undefined;
  const value = nativeParse(text);
  return value !== undefined && new Comparison(text, maxDepth).isWhole(value) ? value : undefined;
}
