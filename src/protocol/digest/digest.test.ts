import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from '../errors/index.ts';
import {
  decodeBase64url,
  digestOfJws,
  digestOfObject,
  encodeBase64url,
  saltedDigest,
  sha256Base64url,
} from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('base64url', () => {
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('RFC 4648 10: %j is %j', (text, encoded) => {
    expect(encodeBase64url(bytesOf(text))).toBe(encoded);
    expect(decodeBase64url(encoded)).toEqual(bytesOf(text));
  });

  it('RFC 7515 C: uses - and _ and no padding', () => {
    expect(encodeBase64url(Uint8Array.of(3, 236, 255, 224, 193))).toBe('A-z_4ME');
    expect(decodeBase64url('A-z_4ME')).toEqual(Uint8Array.of(3, 236, 255, 224, 193));
  });

  it.each([
    ['padding', 'Zg=='],
    ['padding of one', 'Zm8='],
    ['left-over bits after one byte', 'Zh'],
    ['left-over bits after two bytes', 'Zm9'],
    ['a length that cannot be', 'Zm9vY'],
    ['the other alphabet', 'A+z/4ME'],
    ['white space inside', 'Zm 9v'],
    ['a line break at the end', 'Zm9v\n'],
    ['a dot', 'Zm.9v'],
    ['a character that is not ASCII', 'Zm9é'],
  ])('refuses %s (J7)', async (_, text) => {
    expect(await codeOf(() => decodeBase64url('Zm9v'))).toBe('accepted');
    expect(await codeOf(() => decodeBase64url(text))).toBe('schema_mismatch');
    expect(await codeOf(() => decodeBase64url(text, 'jws_malformed'))).toBe('jws_malformed');
  });

  it('goes round, and no two texts decode to the same bytes', async () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes);
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'AQZgf09-_+/= \n'), maxLength: 6 }),
        async (text) => {
          const code = await codeOf(() => decodeBase64url(text));
          expect(['accepted', 'schema_mismatch']).toContain(code);
          if (code === 'accepted') expect(encodeBase64url(decodeBase64url(text))).toBe(text);
        },
      ),
    );
  });
});

describe('digests', () => {
  it('sha256Base64url gives the digests of FIPS 180-2', async () => {
    expect(await sha256Base64url(bytesOf(''))).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
    expect(await sha256Base64url(bytesOf('abc'))).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it('sha256Base64url takes a view into a larger buffer', async () => {
    expect(await sha256Base64url(bytesOf('xabcx').subarray(1, 4))).toBe(
      await sha256Base64url(bytesOf('abc')),
    );
  });

  it('OA-DIG-01 digestOfJws hashes the ASCII as received', async () => {
    expect(await digestOfJws('a.b.c')).toBe(await sha256Base64url(bytesOf('a.b.c')));
    expect(await digestOfJws('a.b.d')).not.toBe(await digestOfJws('a.b.c'));
  });

  it.each(['', 'a.b.c ', 'a.b.c\n', 'a.b.é', 'a.b.c='])('digestOfJws refuses %j', async (text) => {
    expect(await codeOf(() => digestOfJws('a.b.c'))).toBe('accepted');
    expect(await codeOf(() => digestOfJws(text))).toBe('jws_malformed');
  });

  it('OA-DIG-02 digestOfObject hashes RFC 8785 bytes, whatever the order of members', async () => {
    expect(await digestOfObject({ b: 1, a: 'x' })).toBe(await sha256Base64url(bytesOf('{"a":"x","b":1}')));
    expect(await digestOfObject({ a: 'x', b: 1 })).toBe(await digestOfObject({ b: 1, a: 'x' }));
    expect(await codeOf(() => digestOfObject({ a: '\ud800' }))).toBe('json_encoding');
  });

  it('RFC 7638 3.1: the members of its RSA key hash to its thumbprint', async () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    expect(await digestOfObject({ kty: 'RSA', n, e: 'AQAB' })).toBe(
      'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    );
  });
});

describe('OA-DIG-03 saltedDigest', () => {
  const salt = 'AAECAwQFBgcICQoLDA0ODw';

  it('hashes {"salt", "value"}', async () => {
    expect(await saltedDigest(salt, { a: 1 })).toBe(
      await sha256Base64url(bytesOf(`{"salt":"${salt}","value":{"a":1}}`)),
    );
    expect(await saltedDigest('AAECAwQFBgcICQoLDA0ODQ', { a: 1 })).not.toBe(
      await saltedDigest(salt, { a: 1 }),
    );
  });

  it.each([
    ['15 bytes', encodeBase64url(new Uint8Array(15)), 'schema_mismatch'],
    ['16 bytes', encodeBase64url(new Uint8Array(16)), 'accepted'],
    ['32 bytes', encodeBase64url(new Uint8Array(32)), 'accepted'],
    ['33 bytes', encodeBase64url(new Uint8Array(33)), 'schema_mismatch'],
    ['nothing', '', 'schema_mismatch'],
    ['left-over bits', 'AAECAwQFBgcICQoLDA0ODx', 'schema_mismatch'],
  ])('a salt of %s: %s', async (_, text, code) => {
    expect(await codeOf(() => saltedDigest(text, 'v'))).toBe(code);
  });
});

it('what is neither bytes nor a text is digested as nothing else', async () => {
  for (const wrong of [undefined, null, 5, Number.NaN, true, {}, [], new Date(0), () => 1]) {
    await expect(sha256Base64url(wrong as never)).rejects.toThrow(TypeError);
    await expect(digestOfJws(wrong as never)).rejects.toThrow(TypeError);
  }
  const empty = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';
  expect([await sha256Base64url(''), await sha256Base64url(new Uint8Array())]).toEqual([empty, empty]);
});
