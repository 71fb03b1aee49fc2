import { createHash, getHashes } from 'node:crypto';
import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { sm3 } from './sm3.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test.each([
  ['A.1', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['A.2', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('GB/T 32905 %s', (_example, text, digest) => {
  expect(hex(sm3(utf8(text)))).toBe(digest);
});

test.skipIf(!getHashes().includes('sm3'))('every length around a block, as OpenSSL has it', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
    expect(hex(sm3(bytes))).toBe(createHash('sm3').update(bytes).digest('hex'));
  }
});
