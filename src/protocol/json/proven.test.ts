import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from '../errors/index.ts';
import { JSON_MAX_DEPTH } from '../limits.ts';
import cases from './parse.cases.json' with { type: 'json' };
import { parseStrict, parseStrictAscii, readExactly } from './parse.ts';
import { parseProven } from './proven.ts';

const LIMITS = { maxBytes: 1_000_000, maxDepth: JSON_MAX_DEPTH };
const isAscii = (text: string) => [...text].every((character) => character <= '\x7f');

/** The value, or everything that a refusal says. */
function outcomeOf(run: () => unknown): unknown {
  try {
    return { value: run() };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return { code: error.code, requirement: error.requirement, evidence: error.evidence };
  }
}

/** By all that two values can differ in: prototypes, -0, the order of members. */
function expectSame(left: unknown, right: unknown): void {
  const same = isDeepStrictEqual(left, right) && JSON.stringify(left) === JSON.stringify(right);
  if (!same) expect(left).toStrictEqual(right);
  expect(same).toBe(true);
}

/** Whether the fast path took the text. Whatever it did, the answer is the exact reader's. */
function agrees(text: string): boolean {
  const exact = outcomeOf(() => readExactly(text, JSON_MAX_DEPTH));
  const proven = parseProven(text, JSON_MAX_DEPTH);
  if (proven !== undefined) expectSame({ value: proven }, exact);
  if (text.isWellFormed() && text[0] !== '\ufeff') {
    expectSame(
      outcomeOf(() => parseStrict(new TextEncoder().encode(text), LIMITS)),
      exact,
    );
  }
  if (isAscii(text))
    expectSame(
      outcomeOf(() => parseStrictAscii(text, LIMITS)),
      exact,
    );
  return proven !== undefined;
}

const name = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'price',
    'max_total_amount',
    'price_deviation_tolerance',
    '1',
    '10',
    '',
    'toJSON',
  ),
  fc.constantFrom('__proto__', 'constructor', 'é', '\u2028', '"', '\\', '\ud800'),
  fc.string({ maxLength: 4, unit: 'binary' }),
);
const lexeme = fc.oneof(
  fc.maxSafeInteger().map(String),
  fc.double().map(String),
  fc.double({ min: 0, max: 1e6 }).map((value) => value.toFixed(2)),
  fc.nat(100_000).map((value) => String(value / 100)),
  fc.constantFrom('-0', '0.0', '1.0', '1e2', '1E+2', '9007199254740992', '9007199254740991', '0.000001'),
  fc.constantFrom(
    '-1',
    '1.005',
    '0.1234567890123456',
    '999999999999999',
    '1000000000000000',
    '01',
    '+1',
    '.5',
  ),
);
const space = fc.constantFrom('', '', '', '', '', '', ' ', '\n', '\t');
const quoted = fc.oneof(
  fc.string({ maxLength: 6 }).map((text) => JSON.stringify(text)),
  fc.string({ maxLength: 3, unit: 'binary' }).map((text) => `"${text}"`),
  fc.constantFrom('"\\ud800"', '"\\u0061"', '"a":1', '"\\/"', '"\\u000a"'),
);

/** Texts that are JSON, or nearly: members that repeat, numbers of every form, escapes, white space. */
const nearlyJson = fc.letrec<{ value: string; member: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.constantFrom('true', 'false', 'null'),
    lexeme,
    quoted,
    fc.array(tie('value'), { maxLength: 4 }).map((elements) => `[${elements.join(',')}]`),
    fc.array(tie('member'), { maxLength: 4 }).map((members) => `{${members.join(',')}}`),
  ),
  member: fc
    .tuple(name, space, tie('value'))
    .map(([key, gap, value]) => `${JSON.stringify(key)}:${gap}${value}`),
})).value;

describe('parseProven against the exact reader', () => {
  it('answers alike on texts that are nearly JSON, and takes many of them', () => {
    let taken = 0;
    fc.assert(
      fc.property(nearlyJson, (text) => {
        if (agrees(text)) taken += 1;
      }),
      { numRuns: 5_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  it('answers alike when one character of a right text is another', () => {
    const characters = fc.constantFrom(...'{}[]",:\\ \n019.-+eEt_é\u{1f600}\u0000', '\ud800');
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), characters, (value, place, character) => {
        const text = JSON.stringify(value);
        const at = place % text.length;
        agrees(text);
        agrees(text.slice(0, at) + character + text.slice(at + 1));
        agrees(text.slice(0, at) + character + text.slice(at));
      }),
      { numRuns: 1_500 },
    );
    expect(agrees('{"a":[1,"x",null]}')).toBe(true);
  });

  it('answers alike on every case of the strict parser', () => {
    const inputs = cases.tests.flatMap(({ input }) => (input === undefined ? [] : [input]));
    expect(inputs.filter(agrees).length).toBeGreaterThan(0);
  });

  it.each([
    ['a member twice', '{"a":1,"a":1}', '{"a":1,"b":1}'],
    [
      'a member twice, far apart',
      '{"a":{"c":[1]},"b":2,"a":{"c":[1]}}',
      '{"a":{"c":[1]},"b":2,"d":{"c":[1]}}',
    ],
    ['__proto__', '{"__proto__":1}', '{"__proto":1}'],
    ['white space', '{"a": 1}', '{"a":1}'],
    ['an escape', '{"\\u0061":1}', '{"a":1}'],
    ['a lone surrogate', '"\\ud800"', '"ud800"'],
    ['minus zero', '[-0]', '[0]'],
    ['an integral fraction', '[1.0]', '[1]'],
    ['an exponent', '[1e+21]', '[1]'],
    ['an integer over 2^53−1', '[9007199254740992]', '[9007199254740991]'],
    ['a fraction of 16 digits', '[0.1234567890123456]', '[0.123456789012345]'],
    ['a fraction too small', '[9e-7]', '[0.000001]'],
    ['a negative amount', '{"price":-1}', '{"cost":-1}'],
    ['an amount with a third decimal', '{"price":1.005}', '{"price":1.05}'],
    ['an amount of 16 digits', '{"price":1000000000000000}', '{"price":999999999999999}'],
    ['a level too many', '['.repeat(17) + ']'.repeat(17), '['.repeat(16) + ']'.repeat(16)],
    ['100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000), '[]'],
  ])('leaves %s to the exact reader', (_, left, taken) => {
    expect(agrees(left)).toBe(false);
    expect(agrees(taken)).toBe(true);
  });

  it('takes nothing below a limit that is not a number', () => {
    expect(parseProven('[1]', Number.NaN)).toBeUndefined();
    expect(parseProven('[1]', 1)).toEqual([1]);
  });
});
