import { describe, expect, test } from 'vitest';
import {
  Fields,
  readDefaultFalse,
  readElements,
  readInteger,
  readNamedBits,
  readOctetAlignedBits,
  readOnly,
  readPositiveInteger,
  TAG,
} from './der.ts';
import { readName } from './name.ts';
import { refusalOf } from './testing/expectations.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const only = (hex: string, tag: number) => readOnly(bytes(hex), tag);

/** Each reader with what it takes and what it refuses, X.690 clauses 8 and 10. */
const table: readonly (readonly [string, () => unknown, string, () => unknown])[] = [
  ['a short length', () => only('3000', 0x30), 'der_length', () => only('308100', 0x30)],
  [
    'a length of one byte',
    () => only(`048180${'00'.repeat(128)}`, 0x04),
    'der_length',
    () => only(`04820080${'00'.repeat(128)}`, 0x04),
  ],
  [
    'a length of two bytes',
    () => only(`04820100${'00'.repeat(256)}`, 0x04),
    'der_length',
    () => only(`0483000100${'00'.repeat(256)}`, 0x04),
  ],
  ['a definite length', () => only('3000', 0x30), 'der_length', () => only('30800000', 0x30)],
  ['content', () => only('0401ff', 0x04), 'der_truncated', () => only('0402ff', 0x04)],
  ['a length', () => only('0400', 0x04), 'der_truncated', () => only('04', 0x04)],
  ['bytes', () => only('0400', 0x04), 'der_truncated', () => only('', 0x04)],
  ['a low tag', () => readElements(bytes('1e00')), 'der_tag', () => readElements(bytes('1f1e00'))],
  ['an element', () => readElements(bytes('0500')), 'der_tag', () => readElements(bytes('0000'))],
  [
    'a string in one piece',
    () => readElements(bytes('0c0161')),
    'der_tag',
    () => readElements(bytes('2c030c0161')),
  ],
  [
    'bits in one piece',
    () => readElements(bytes('030100')),
    'der_tag',
    () => readElements(bytes('2303030100')),
  ],
  ['a SEQUENCE of elements', () => readElements(bytes('3000')), 'der_tag', () => readElements(bytes('1000'))],
  ['a SET of elements', () => readElements(bytes('3100')), 'der_tag', () => readElements(bytes('1100'))],
  [
    'a number in one piece',
    () => readElements(bytes('020101')),
    'der_tag',
    () => readElements(bytes('2203020101')),
  ],
  ['the tag asked for', () => only('3000', 0x30), 'der_tag', () => only('3100', 0x30)],
  ['one element', () => only('3000', 0x30), 'der_trailing_bytes', () => only('300000', 0x30)],
  ['a field', () => new Fields(bytes('0400')).takeAny(), 'der_field', () => new Fields(bytes('')).takeAny()],
  [
    'its field',
    () => new Fields(bytes('0400')).take(4),
    'der_field',
    () => new Fields(bytes('0400')).take(2),
  ],
  ['all fields', () => new Fields(bytes('')).end(), 'der_field', () => new Fields(bytes('0400')).end()],
  [
    'TRUE',
    () => readDefaultFalse(only('0101ff', 1)),
    'der_boolean',
    () => readDefaultFalse(only('010101', 1)),
  ],
  [
    'TRUE of one byte',
    () => readDefaultFalse(undefined),
    'der_boolean',
    () => readDefaultFalse(only('0102ffff', 1)),
  ],
  [
    'a small integer',
    () => readInteger(only('02017f', 2)),
    'der_integer',
    () => readInteger(only('0202007f', 2)),
  ],
  [
    'a negative',
    () => readInteger(only('0202ff7f', 2)),
    'der_integer',
    () => readInteger(only('0202ff80', 2)),
  ],
  ['128', () => readInteger(only('02020080', 2)), 'der_truncated', () => readInteger(only('0200', 2))],
  [
    'an integer above zero',
    () => readPositiveInteger(only('020101', 2)),
    'der_integer_sign',
    () => readPositiveInteger(only('020100', 2)),
  ],
  [
    'an integer with a sign byte',
    () => readPositiveInteger(only('020200ff', 2)),
    'der_integer_sign',
    () => readPositiveInteger(only('0201ff', 2)),
  ],
  [
    'whole bytes of bits',
    () => readOctetAlignedBits(only('030200f0', 3)),
    'der_bit_string',
    () => readOctetAlignedBits(only('030204f0', 3)),
  ],
  [
    'named bits',
    () => readNamedBits(only('03020780', 3)),
    'der_bit_string',
    () => readNamedBits(only('03020080', 3)),
  ],
  [
    'no named bits',
    () => readNamedBits(only('030100', 3)),
    'der_bit_string',
    () => readNamedBits(only('030107', 3)),
  ],
  [
    'named bits of two bytes',
    () => readNamedBits(only('0303070080', 3)),
    'der_bit_string',
    () => readNamedBits(only('0303008000', 3)),
  ],
  [
    'a name in a SEQUENCE',
    () => readName(only('3000', TAG.sequence)),
    'name',
    () => readName(only('3100', TAG.set)),
  ],
];

describe('X.690', () => {
  test.each(table)('%s', async (_, taken, rule, refused) => {
    expect(taken).not.toThrow();
    const refusal = await refusalOf(refused);
    expect(refusal.code).toBe('x509_malformed');
    expect(refusal.evidence.rule).toBe(rule);
    expect(taken).not.toThrow();
  });
});

test('elements are views of the bytes they were read from', () => {
  const [first, second] = readElements(bytes('0401aa3000'));
  expect(first?.content).toStrictEqual(bytes('aa'));
  expect(first?.encoded).toStrictEqual(bytes('0401aa'));
  expect(second?.tag).toBe(TAG.sequence);
  expect(second?.content).toHaveLength(0);
});
