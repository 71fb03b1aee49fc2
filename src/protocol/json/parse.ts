import { ActError } from '../errors/index.ts';
import { JSON_DEPTH_CEILING, JSON_MAX_DEPTH, MESSAGE_MAX_BYTES } from '../limits.ts';
import { AMOUNT_MEMBERS, numberOf } from './number.ts';
import { parseProven } from './proven.ts';
import { decodeUtf8, unescapeString } from './text.ts';
import type { JsonObject, JsonValue } from './value.ts';

export interface JsonLimits {
  readonly maxBytes: number;
  readonly maxDepth: number;
}

const MESSAGE_LIMITS: JsonLimits = { maxBytes: MESSAGE_MAX_BYTES, maxDepth: JSON_MAX_DEPTH };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const FIRST_PRINTABLE = 0x20;

/** Everything that could be meant as a number, so that a bad one is refused as a number. */
const NUMBER_RUN = /[-+.\d][-+.\deE]*|Infinity|NaN/y;
const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** Reads one JSON text from left to right; `at` is the index of the next unread character. */
class Reader {
  private readonly text: string;
  private readonly maxDepth: number;
  private at = 0;

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  document(): JsonValue {
    this.skipWhitespace();
    const value = this.value(0, false);
    this.skipWhitespace();
    if (this.at < this.text.length) this.refuseSyntax('trailing');
    return value;
  }

  private value(depth: number, isAmount: boolean): JsonValue {
    switch (this.text.charCodeAt(this.at)) {
      case OPEN_OBJECT:
        return this.object(this.enter(depth));
      case OPEN_ARRAY:
        return this.array(this.enter(depth));
      case QUOTE:
        return this.string();
      default:
        return this.scalar(isAmount);
    }
  }

  private object(depth: number): JsonObject {
    const result: JsonObject = {};
    if (this.takeAfterSpace(CLOSE_OBJECT)) return result;
    do {
      this.skipWhitespace();
      const name = this.memberName(result);
      if (!this.takeAfterSpace(COLON)) this.refuseSyntax('colon');
      this.skipWhitespace();
      result[name] = this.value(depth, AMOUNT_MEMBERS.has(name));
    } while (this.takeAfterSpace(COMMA));
    if (!this.takeAfterSpace(CLOSE_OBJECT)) this.refuseSyntax('object');
    return result;
  }

  private memberName(object: JsonObject): string {
    if (this.text.charCodeAt(this.at) !== QUOTE) this.refuseSyntax('member_name');
    const start = this.at;
    const name = this.string();
    // Assigning to it would change the object's prototype instead of adding a member (catalogue N2).
    if (name === '__proto__') throw new ActError('json_forbidden_member', { at: start });
    if (Object.hasOwn(object, name)) throw new ActError('json_duplicate_member', { at: start });
    return name;
  }

  private array(depth: number): JsonValue[] {
    const result: JsonValue[] = [];
    if (this.takeAfterSpace(CLOSE_ARRAY)) return result;
    do {
      this.skipWhitespace();
      result.push(this.value(depth, false));
    } while (this.takeAfterSpace(COMMA));
    if (!this.takeAfterSpace(CLOSE_ARRAY)) this.refuseSyntax('array');
    return result;
  }

  // A loop and no regular expression: one over alternatives runs out of stack in a long string.
  private string(): string {
    const start = this.at + 1;
    let escaped = false;
    for (let end = start; end < this.text.length; end += 1) {
      const code = this.text.charCodeAt(end);
      if (code === QUOTE) {
        this.at = end + 1;
        const body = this.text.slice(start, end);
        return escaped ? unescapeString(body) : body;
      }
      if (code < FIRST_PRINTABLE) this.refuseSyntax('control_character');
      if (code === BACKSLASH) {
        escaped = true;
        end += 1;
      }
    }
    return this.refuseSyntax('string');
  }

  private scalar(isAmount: boolean): JsonValue {
    NUMBER_RUN.lastIndex = this.at;
    const lexeme = NUMBER_RUN.exec(this.text)?.[0];
    if (lexeme !== undefined) {
      const value = numberOf(lexeme, isAmount);
      this.at += lexeme.length;
      return value;
    }
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.refuseSyntax('value');
  }

  private enter(depth: number): number {
    // Written so that a limit that is not a number refuses everything.
    if (!(depth < this.maxDepth)) throw new ActError('json_too_deep', { max_depth: this.maxDepth });
    this.at += 1;
    return depth + 1;
  }

  private takeAfterSpace(code: number): boolean {
    this.skipWhitespace();
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at += 1;
    return true;
  }

  private skipWhitespace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at += 1;
    }
  }

  private refuseSyntax(rule: string): never {
    throw new ActError('json_syntax', { at: this.at, rule });
  }
}

/**
 * What is no bytes is a mistake of whoever calls, and no reason for a verdict: a good purchase as a text or an ArrayBuffer
 * would look refused. By its tag, because bytes may come from another realm.
 */
function assertBytes(bytes: unknown): asserts bytes is Uint8Array {
  if (bytes instanceof Uint8Array) return;
  const tag = Object.prototype.toString.call(bytes);
  if (tag === '[object Uint8Array]' && ArrayBuffer.isView(bytes)) return;
  throw new TypeError(`What is to be read has to be bytes, a Uint8Array; it is ${tag}.`);
}

function refuseSize(bytes: number, limits: JsonLimits): void {
  // Written so that a limit that is not a number refuses everything.
  if (!(bytes <= limits.maxBytes)) {
    throw new ActError('json_too_large', { bytes, max_bytes: limits.maxBytes });
  }
}

function parseText(text: string, limits: JsonLimits): JsonValue {
  const maxDepth = Math.min(limits.maxDepth, JSON_DEPTH_CEILING);
  return parseProven(text, maxDepth) ?? readExactly(text, maxDepth);
}

/** By the reader that knows every rule and names the one that is broken: what `parseProven` has to agree with. */
export function readExactly(text: string, maxDepth: number): JsonValue {
  return new Reader(text, maxDepth).document();
}

/**
 * Parses JSON so that two readers cannot disagree about it: fatal UTF-8 without a byte order mark, no duplicate
 * members (compared after unescaping), no lone surrogates, no `__proto__`, numbers only as `numberOf` allows them,
 * nothing before or after the value but white space. `limits` are in bytes and in nested containers, by default
 * those of an HTTP message; the depth is held to 128 whatever is asked.
 *
 * @returns plain objects and arrays
 * @throws json_too_large, json_encoding, json_syntax, json_duplicate_member, json_forbidden_member, json_too_deep,
 *   json_number_form; TypeError for what is no bytes
 * @see RFC 8259; RFC 7493; catalogue J6, N1–N5
 */
export function parseStrict(bytes: Uint8Array, limits: JsonLimits = MESSAGE_LIMITS): JsonValue {
  assertBytes(bytes);
  refuseSize(bytes.length, limits);
  return parseText(decodeUtf8(bytes), limits);
}

/**
 * As `parseStrict`, for a text that is known to be ASCII.
 *
 * @throws as `parseStrict`, but json_encoding
 */
export function parseStrictAscii(text: string, limits: JsonLimits): JsonValue {
  refuseSize(text.length, limits);
  return parseText(text, limits);
}
