import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { qrMatrix, qrPath } from './qr.ts';

const LINK =
  'https://bank.example/cashier/cnf_AAAAAAAAAAAAAAAAAAAAAA?code_id=code_BBBBBBBBBBBBBBBBBBBBBB&code=CCCCCCCCCCCCCCCCCCCCCC';

/** Size and SHA-256 of the rows as 0 and 1, as another encoder writes them (level M, the first mask, bytes). */
const BY_ANOTHER_ENCODER: readonly (readonly [string, number, string])[] = [
  ['a', 21, 'ad65f877bf9411d14b0b2efbc0ca7dfffd44b86e4c5f662689ac17016c5d1b0e'],
  ['q'.repeat(26), 25, '4fa8a3db1affbc4e65516dc3f3492555ea8524a88cbc64d79e17098261ef944c'],
  ['q'.repeat(62), 33, '25ad6f59d434bc44617b47d40b59041658fd2b17303e54473ca5f91ed4279677'],
  ['q'.repeat(106), 41, 'ff5d567e6119e1bc2a54d037089748d96847aa5cb2b6b2e4dd3fee6fb4c7dd26'],
  [LINK, 45, '3841b0d46ff92d1c83dc7ff53f5d0bd58a6f3b9ee4febad044cdc7834c4a96b2'],
  ['q'.repeat(152), 49, 'd0dd9cfdcea9a9bda2750f5fde8fcd12755d5fc905ce7abe6cf08785d661c236'],
  ['q'.repeat(180), 53, '58bd2f8aa419f85fa55d63e907c1e129d6060b89cfc3af276a40f4261b55fb4f'],
  ['q'.repeat(213), 57, 'b041aa0dc48998713bd89414ae5160aade39b9336928443c38ba634bb44e737b'],
];

describe('a QR code (ISO/IEC 18004)', () => {
  test.each(BY_ANOTHER_ENCODER)('of %s is what another encoder makes of it', (text, size, digest) => {
    const matrix = qrMatrix(text) ?? [];
    const rows = matrix.map((line) => line.map((isDark) => (isDark ? '1' : '0')).join(''));
    expect(rows).toHaveLength(size);
    expect(createHash('sha256').update(rows.join('\n')).digest('hex')).toBe(digest);
  });

  test('is not made of what does not fit', () => {
    expect(qrMatrix('q'.repeat(214))).toBeUndefined();
    expect(qrMatrix('q'.repeat(213))).toBeDefined();
  });

  test('is drawn as it is', () => {
    const matrix = qrMatrix('a') ?? [];
    const dark = matrix.flat().filter(Boolean).length;
    const drawn = [...qrPath(matrix).matchAll(/M\d+ \d+h(\d+)v1h-\1z/g)].map(([, width]) => Number(width));
    expect(drawn.reduce((sum, width) => sum + width, 0)).toBe(dark);
    expect(dark).toBeGreaterThan(0);
  });
});
