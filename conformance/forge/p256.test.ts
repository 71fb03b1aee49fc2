import { createHash, createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { base64url, toNumber, utf8 } from './bytes.ts';
import { publicPoint, scalarFrom, signHash, twinOf } from './p256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
const KEY = 0xc9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721n;

test('RFC 6979 A.2.5: the key', () => {
  expect(hex(publicPoint(KEY))).toBe(
    '60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299',
  );
});

test.each([
  [
    'sample',
    'EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8',
  ],
  [
    'test',
    'F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083',
  ],
])('RFC 6979 A.2.5: SHA-256 of "%s"', (text, signature) => {
  expect(hex(signHash(KEY, createHash('sha256').update(text).digest()))).toBe(signature);
});

test('signatures and their twins verify with the platform, and not over another message', () => {
  const scalar = scalarFrom(new Uint8Array(48).fill(7));
  const point = publicPoint(scalar);
  const [x, y] = [base64url(point.subarray(0, 32)), base64url(point.subarray(32))];
  const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  const verifies = (text: string, signature: Uint8Array) =>
    verify('sha256', utf8(text), { key, dsaEncoding: 'ieee-p1363' }, signature);
  for (const text of ['', 'a', 'message']) {
    const signature = signHash(scalar, createHash('sha256').update(text).digest());
    expect(verifies(text, signature)).toBe(true);
    expect(verifies(text, twinOf(signature))).toBe(true);
    expect(verifies(`${text}x`, signature)).toBe(false);
  }
  expect(toNumber(twinOf(twinOf(point)))).toBe(toNumber(point));
});
