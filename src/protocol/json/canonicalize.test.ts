import reference from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from '../errors/index.ts';
import { canonicalize, isJsonObject, type JsonValue } from './index.ts';

const text = (value: JsonValue) => new TextDecoder().decode(canonicalize(value));

function codeOf(value: unknown): string {
  try {
    canonicalize(value as JsonValue);
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

/** A double from its IEEE 754 bits, as the table of the RFC gives them. */
function doubleOf(hex: string): number {
  return new DataView(Uint8Array.from(Buffer.from(hex, 'hex')).buffer).getFloat64(0);
}

describe('canonicalize, RFC 8785', () => {
  it('writes the example of 3.2.2 as the bytes of 3.2.4', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(Buffer.from(canonicalize(JSON.parse(input) as JsonValue)).toString('hex')).toBe(
      Buffer.from(expected, 'utf8').toString('hex'),
    );
  });

  it('sorts members by UTF-16 code units as in 3.2.3', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(text(input)) as object)).toHaveLength(7);
    expect([...text(input).matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number of appendix B %s as %s', (bits, expected) => {
    expect(text(doubleOf(bits))).toBe(expected);
  });

  it.each([
    ['NaN (appendix B)', doubleOf('7fffffffffffffff'), 'json_number_form'],
    ['infinity (appendix B)', doubleOf('7ff0000000000000'), 'json_number_form'],
    ['a lone surrogate in a string (3.2.2.2)', ['\ud800'], 'json_encoding'],
    ['a lone surrogate in a member name', { '\udead': 1 }, 'json_encoding'],
    ['undefined', undefined, 'json_syntax'],
    ['a member that would be left out', { a: undefined }, 'json_syntax'],
    ['a function', { a: () => 1 }, 'json_syntax'],
    ['a symbol', [Symbol('a')], 'json_syntax'],
    ['a bigint', { a: 1n }, 'json_syntax'],
    ['a date, which would be written by its toJSON', { a: new Date(0) }, 'json_syntax'],
    ['a map, which would be written empty', new Map([['a', 1]]), 'json_syntax'],
    // biome-ignore lint/suspicious/noSparseArray: the hole is the case
    ['a sparse array', [1, , 2], 'json_syntax'],
    ['a member named __proto__', JSON.parse('{"__proto__":1}'), 'json_forbidden_member'],
  ])('refuses %s', (_, value, code) => {
    expect(codeOf(value)).toBe(code);
    expect(codeOf({ a: [1, 'x', null, true, { b: 0.5 }] })).toBe('accepted');
  });

  it('refuses a cycle as too deep', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(codeOf(cycle)).toBe('json_too_deep');
    expect(codeOf({ self: {} })).toBe('accepted');
  });

  it('takes an object without a prototype', () => {
    expect(text(Object.assign(Object.create(null), { b: 1, a: 2 }) as JsonValue)).toBe('{"a":2,"b":1}');
  });
});

describe('isJsonObject', () => {
  it('tells objects from everything else', () => {
    expect([{}, { a: 1 }].every(isJsonObject)).toBe(true);
    expect([null, [], 'a', 1, true, undefined].some(isJsonObject)).toBe(false);
  });
});

describe('canonicalize against another writer', () => {
  it('writes every JSON value alike', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(text(value as JsonValue)).toBe(reference(value));
      }),
      { numRuns: 500 },
    );
  });
});
