import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from '../errors/index.ts';
import { JSON_MAX_DEPTH, MESSAGE_MAX_BYTES } from '../limits.ts';
import { canonicalize, parseStrict } from './index.ts';
import cases from './parse.cases.json' with { type: 'json' };

interface Case {
  readonly tcId: number;
  readonly comment: string;
  readonly flags: readonly string[];
  readonly input?: string;
  readonly inputHex?: string;
  readonly result: string;
  readonly code?: string;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const inputOf = (test: Case) =>
  test.inputHex === undefined
    ? bytesOf(test.input ?? '')
    : Uint8Array.from(Buffer.from(test.inputHex, 'hex'));
const tests: readonly Case[] = cases.tests;
const valid = tests.filter((test) => test.result === 'valid');
const invalid = tests.filter((test) => test.result === 'invalid');

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('parseStrict, cases', () => {
  it.each(valid)('$tcId takes: $comment', (test) => {
    expect(parseStrict(inputOf(test))).toEqual(JSON.parse(new TextDecoder().decode(inputOf(test))));
  });

  it.each(invalid)('$tcId refuses: $comment', (test) => {
    expect(codeOf(() => parseStrict(inputOf(test)))).toBe(test.code);
  });
});

describe('parseStrict, what is no bytes', () => {
  const bytes = new TextEncoder().encode('{"a":1}');
  const others = [
    '{"a":1}',
    bytes.buffer,
    new DataView(bytes.buffer),
    new Uint16Array(4),
    [...bytes],
    { a: 1 },
    null,
  ];
  it.each(others)('is a mistake of whoever calls, and no refusal: %s', (other) => {
    expect(() => parseStrict(other as never)).toThrow(TypeError);
    expect(() => parseStrict(other as never)).toThrow('has to be bytes, a Uint8Array; it is [object ');
  });

  it('is read in whatever it lies', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    for (const one of [bytes, shared, Buffer.from(bytes), new Uint8Array(bytes.buffer, 0)])
      expect(parseStrict(one)).toEqual({ a: 1 });
  });
});

describe('parseStrict, limits', () => {
  const nested = (depth: number) => bytesOf('['.repeat(depth) + ']'.repeat(depth));

  it('takes the deepest allowed nesting and refuses one more, in arrays and in objects', () => {
    expect(codeOf(() => parseStrict(nested(JSON_MAX_DEPTH)))).toBe('accepted');
    expect(codeOf(() => parseStrict(nested(JSON_MAX_DEPTH + 1)))).toBe('json_too_deep');
    const objects = (depth: number) => bytesOf(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    expect(codeOf(() => parseStrict(objects(JSON_MAX_DEPTH)))).toBe('accepted');
    expect(codeOf(() => parseStrict(objects(JSON_MAX_DEPTH + 1)))).toBe('json_too_deep');
  });

  it('refuses 100,000 levels whatever depth is asked for (N4)', () => {
    const limits = { maxBytes: 1_000_000, maxDepth: Number.POSITIVE_INFINITY };
    expect(codeOf(() => parseStrict(nested(100_000), limits))).toBe('json_too_deep');
    expect(codeOf(() => parseStrict(bytesOf('{"a":'.repeat(100_000)), limits))).toBe('json_too_deep');
    expect(codeOf(() => parseStrict(nested(128), limits))).toBe('accepted');
  });

  it('takes the largest allowed message and refuses one byte more', () => {
    const message = (bytes: number) => bytesOf(`"${'x'.repeat(bytes - 2)}"`);
    expect(codeOf(() => parseStrict(message(MESSAGE_MAX_BYTES)))).toBe('accepted');
    expect(codeOf(() => parseStrict(message(MESSAGE_MAX_BYTES + 1)))).toBe('json_too_large');
    expect(codeOf(() => parseStrict(bytesOf('[1]'), { maxBytes: 2, maxDepth: 1 }))).toBe('json_too_large');
  });

  it('is not switched off by a limit that is not a number', () => {
    expect(codeOf(() => parseStrict(bytesOf('[1]'), { maxBytes: Number.NaN, maxDepth: 1 }))).toBe(
      'json_too_large',
    );
    expect(codeOf(() => parseStrict(bytesOf('[1]'), { maxBytes: 9, maxDepth: Number.NaN }))).toBe(
      'json_too_deep',
    );
    expect(codeOf(() => parseStrict(bytesOf('[1]'), { maxBytes: 9, maxDepth: 1 }))).toBe('accepted');
  });

  it('says where, but repeats nothing of the message', () => {
    try {
      parseStrict(bytesOf('{"secret":1,"secret":2}'));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ActError);
      expect(error).toMatchObject({ evidence: { at: 12 }, requirement: 'OA-JSON-01' });
      expect(JSON.stringify(error)).not.toContain('secret');
    }
  });
});

describe('parseStrict, properties', () => {
  const key = fc.string({ unit: 'grapheme' }).filter((name) => name !== '__proto__');
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    ),
  })).value as fc.Arbitrary<null>;

  it('reads back what RFC 8785 writes', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(parseStrict(canonicalize(value))).toEqual(value);
      }),
    );
  });

  it('agrees with JSON.parse wherever it accepts, and refuses with its own codes only', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \n019.-+eEtruefalsn_pod\u{1f600}\u0000') });
    fc.assert(
      fc.property(noise, (text) => {
        const code = codeOf(() => parseStrict(bytesOf(text)));
        if (code === 'accepted') expect(parseStrict(bytesOf(text))).toEqual(JSON.parse(text));
        else expect(code).toMatch(/^json_/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps every amount exact: the number prints as the decimal that was written', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 999_999_999_999_999n), (minor) => {
        const digits = String(minor).padStart(3, '0');
        const lexeme = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
        const parsed = parseStrict(bytesOf(`{"price":${lexeme}}`)) as { price: number };
        expect(String(parsed.price)).toBe(lexeme.replace(/\.?0+$/, ''));
      }),
    );
  });
});
