import { expect, test } from 'vitest';
import { encodeHex } from './base64.ts';
import { EKU, encodeOid, formatOid, oidKey } from './oids.ts';

/** Content bytes as `openssl asn1parse -genstr OID:…` writes them. */
const FROM_OPENSSL = [
  ['2.5.29.37', '551d25'],
  ['1.2.840.113549.1.1.11', '2a864886f70d01010b'],
  ['2.999.3', '883703'],
  ['0.9.2342.19200300.100.1.25', '0992268993f22c640119'],
  [EKU.mandate, '6983bdaadcbb92ebe28aa5a4f0bf98c4cfeb9b6901'],
  [EKU.command, '6983bdaadcbb92ebe28aa5a4f0bf98c4cfeb9b6908'],
] as const;

test.each(FROM_OPENSSL)('%s', (dotted, hex) => {
  expect(oidKey(dotted)).toBe(hex);
  expect(formatOid(encodeOid(dotted))).toBe(dotted);
});

test('every kind of message has its own purpose', () => {
  const keys = Object.values(EKU).map(oidKey);
  expect(new Set(keys).size).toBe(12);
  expect(keys.map((key) => key.slice(0, -2))).toStrictEqual(new Array(12).fill(keys[0]?.slice(0, -2)));
});

test('arcs at the edges of a byte', () => {
  const edges: readonly (readonly [string, string])[] = [
    ['1.3.127', '2b7f'],
    ['1.3.128', '2b8100'],
    ['1.3.16383', '2bff7f'],
    ['1.3.16384', '2b818000'],
    ['2.47', '7f'],
    ['2.48', '8100'],
    ['0.39', '27'],
    ['1.39', '4f'],
  ];
  for (const [dotted, hex] of edges) {
    expect(encodeHex(encodeOid(dotted))).toBe(hex);
    expect(formatOid(encodeOid(dotted))).toBe(dotted);
  }
});
