import { describe, expect, test } from 'vitest';
import { encodeHex } from './base64.ts';
import { type Bytes, encodeElement, readOnly, TAG } from './der.ts';
import { readPublicKey, toJwk } from './public-key.ts';
import { ed25519Keys, oid, p256Keys, sequence } from './testing/forge.ts';

const P256 = sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7'));
const ED25519 = sequence(oid('1.3.101.112'));
const read = (identifier: Bytes, raw: Uint8Array) => {
  const spki = sequence(identifier, encodeElement(TAG.bitString, Uint8Array.of(0), raw));
  return readPublicKey(readOnly(spki, TAG.sequence));
};
const rawOf = async (keys: CryptoKeyPair) =>
  new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));

const P = 2n ** 255n - 19n;

function littleEndian(value: bigint): Bytes {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
}

function power(base: bigint, exponent: bigint, modulus = P): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** RFC 8032 5.1: twice the point with this y has the y that is returned; -x² + y² = 1 + dx²y². */
function doubledY(y: bigint): bigint {
  const d = ((P - 121_665n) * power(121_666n, P - 2n)) % P;
  const yy = (y * y) % P;
  const xx = ((yy - 1n + P) * power((d * yy + 1n) % P, P - 2n)) % P;
  const dxxyy = (((d * xx) % P) * yy) % P;
  return ((yy + xx) * power((1n - dxxyy + P) % P, P - 2n)) % P;
}

describe('P-256', () => {
  test('a point on the curve, and its JWK', async () => {
    const keys = await p256Keys();
    const key = read(P256, await rawOf(keys));
    if (key === undefined) throw new Error('a sound key');
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
    expect(toJwk(key)).toStrictEqual({ kty, crv, x, y });
  });

  test('beside the curve, compressed, infinite, too short, or over the field', async () => {
    const raw = await rawOf(await p256Keys());
    expect(read(P256, raw)?.algorithm).toBe('ES256');
    expect(read(P256, raw.with(64, (raw[64] ?? 0) ^ 1))).toBeUndefined();
    expect(read(P256, raw.subarray(0, 33).with(0, 2))).toBeUndefined();
    expect(read(P256, raw.with(0, 6))).toBeUndefined();
    expect(read(P256, Uint8Array.of(0))).toBeUndefined();
    expect(read(P256, raw.subarray(0, 64))).toBeUndefined();
    expect(read(P256, new Uint8Array(65).fill(0xff).with(0, 4))).toBeUndefined();
  });

  test('the same point with x written beyond the field', () => {
    const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
    const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
    const point = (x: bigint, y: bigint) =>
      Uint8Array.of(4, ...littleEndian(x).toReversed(), ...littleEndian(y).toReversed());
    const y = power(5n ** 3n - 15n + b, (p + 1n) / 4n, p);
    expect(read(P256, point(5n, y))?.algorithm).toBe('ES256');
    expect(read(P256, point(5n + p, y))).toBeUndefined();
  });

  test('the same key under an identifier with NULL or without a curve', async () => {
    const raw = await rawOf(await p256Keys());
    expect(read(P256, raw)).toBeDefined();
    expect(read(sequence(oid('1.2.840.10045.2.1')), raw)).toBeUndefined();
    expect(read(sequence(oid('1.2.840.10045.2.1'), encodeElement(5)), raw)).toBeUndefined();
  });
});

describe('Ed25519', () => {
  test('a key, and its JWK', async () => {
    const keys = await ed25519Keys();
    const key = read(ED25519, await rawOf(keys));
    if (key === undefined) throw new Error('a sound key');
    const { kty, crv, x } = await crypto.subtle.exportKey('jwk', keys.publicKey);
    expect(toJwk(key)).toStrictEqual({ kty, crv, x });
  });

  test('with parameters, too short, or too long', async () => {
    const raw = await rawOf(await ed25519Keys());
    expect(read(ED25519, raw)?.algorithm).toBe('Ed25519');
    expect(read(sequence(oid('1.3.101.112'), encodeElement(5)), raw)).toBeUndefined();
    expect(read(ED25519, raw.subarray(1))).toBeUndefined();
    expect(read(ED25519, new Uint8Array(33).fill(9))).toBeUndefined();
  });

  test('the points whose order divides 8, with either sign of x and in every encoding', () => {
    const order8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
    expect(doubledY(order8)).toBe(0n);
    expect(doubledY(0n)).toBe(P - 1n);
    expect(doubledY(P - 1n)).toBe(1n);
    const sign = 2n ** 255n;
    for (const y of [0n, 1n, P - 1n, order8, P - order8, P, P + 1n]) {
      expect(read(ED25519, littleEndian(y)), encodeHex(littleEndian(y))).toBeUndefined();
      expect(read(ED25519, littleEndian(y + sign))).toBeUndefined();
    }
    expect(read(ED25519, littleEndian(2n))).toBeDefined();
  });

  test('y at and over the field', () => {
    for (let over = 0n; over < 19n; over += 1n) {
      expect(read(ED25519, littleEndian(P + over))).toBeUndefined();
    }
    expect(read(ED25519, littleEndian(P - 2n))).toBeDefined();
  });
});

test('other algorithms are read past, not guessed at', async () => {
  const raw = await rawOf(await ed25519Keys());
  expect(read(ED25519, raw)).toBeDefined();
  for (const other of ['1.3.101.110', '1.3.101.111', '1.3.101.113', '1.2.840.113549.1.1.1']) {
    expect(read(sequence(oid(other)), raw)).toBeUndefined();
  }
});
