import { createHmac } from 'node:crypto';
import { concat, toBytes, toNumber } from './bytes.ts';

/**
 * P-256 with deterministic signatures, so that the vectors can be made again bit by bit. Neither fast nor constant in
 * time: it signs with published keys only.
 *
 * @see SEC 2 2.4.2; FIPS 186-5 6; RFC 6979
 */
const PRIME = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
export const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const BASE: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  z: 1n,
};

/** Jacobian: (X/Z², Y/Z³); z = 0 is the point at infinity. */
interface Point {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
}

const INFINITY: Point = { x: 1n, y: 1n, z: 0n };

function mod(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** Extended Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [mod(value, modulus), modulus, 1n, 0n];
  while (a > 1n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return mod(x, modulus);
}

function double({ x, y, z }: Point): Point {
  const yy = mod(y * y, PRIME);
  const s = mod(4n * x * yy, PRIME);
  const zz = mod(z * z, PRIME);
  const m = mod(3n * (x - zz) * (x + zz), PRIME);
  const x3 = mod(m * m - 2n * s, PRIME);
  return { x: x3, y: mod(m * (s - x3) - 8n * yy * yy, PRIME), z: mod(2n * y * z, PRIME) };
}

function add(p: Point, q: Point): Point {
  if (p.z === 0n) return q;
  if (q.z === 0n) return p;
  const pzz = mod(p.z * p.z, PRIME);
  const qzz = mod(q.z * q.z, PRIME);
  const u1 = mod(p.x * qzz, PRIME);
  const u2 = mod(q.x * pzz, PRIME);
  const s1 = mod(p.y * qzz * q.z, PRIME);
  const s2 = mod(q.y * pzz * p.z, PRIME);
  if (u1 === u2) return s1 === s2 ? double(p) : INFINITY;
  const h = mod(u2 - u1, PRIME);
  const hh = mod(h * h, PRIME);
  const hhh = mod(h * hh, PRIME);
  const r = mod(s2 - s1, PRIME);
  const v = mod(u1 * hh, PRIME);
  const x = mod(r * r - hhh - 2n * v, PRIME);
  return { x, y: mod(r * (v - x) - s1 * hhh, PRIME), z: mod(h * p.z * q.z, PRIME) };
}

/** 2^i · BASE for each bit of a scalar. */
const POWERS: readonly Point[] = Array.from({ length: 255 }).reduce<Point[]>(
  (powers) => [...powers, double(powers.at(-1) ?? BASE)],
  [BASE],
);

function multiplyBase(scalar: bigint): { readonly x: bigint; readonly y: bigint } {
  let sum = INFINITY;
  for (const [bit, power] of POWERS.entries()) if ((scalar >> BigInt(bit)) & 1n) sum = add(sum, power);
  const z = inverse(sum.z, PRIME);
  const zz = mod(z * z, PRIME);
  return { x: mod(sum.x * zz, PRIME), y: mod(sum.y * zz * z, PRIME) };
}

/** x ‖ y */
export function publicPoint(scalar: bigint): Uint8Array {
  const { x, y } = multiplyBase(scalar);
  return concat(toBytes(x, 32), toBytes(y, 32));
}

/** A scalar in [1, n−1] from 48 bytes. @see FIPS 186-5 A.2.1 */
export function scalarFrom(bytes: Uint8Array): bigint {
  return mod(toNumber(bytes), ORDER - 1n) + 1n;
}

function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(
    createHmac('sha256', key)
      .update(concat(...parts))
      .digest(),
  );
}

/** @see RFC 6979 3.2, for a hash of 32 bytes or fewer */
function* nonces(scalar: bigint, hash: Uint8Array): Generator<bigint, never> {
  const seed = concat(toBytes(scalar, 32), toBytes(mod(toNumber(hash), ORDER), 32));
  let value: Uint8Array = new Uint8Array(32).fill(1);
  let key: Uint8Array = new Uint8Array(32);
  for (const step of [0, 1]) {
    key = hmac(key, value, Uint8Array.of(step), seed);
    value = hmac(key, value);
  }
  for (;;) {
    value = hmac(key, value);
    const nonce = toNumber(value);
    if (nonce >= 1n && nonce < ORDER) yield nonce;
    key = hmac(key, value, Uint8Array.of(0));
    value = hmac(key, value);
  }
}

/** r ‖ s over a hash of 32 bytes or fewer. */
export function signHash(scalar: bigint, hash: Uint8Array): Uint8Array {
  for (const nonce of nonces(scalar, hash)) {
    const r = mod(multiplyBase(nonce).x, ORDER);
    const s = mod(inverse(nonce, ORDER) * (toNumber(hash) + r * scalar), ORDER);
    if (r !== 0n && s !== 0n) return concat(toBytes(r, 32), toBytes(s, 32));
  }
  throw new Error('unreachable');
}

/** The other signature over the same hash: (r, n − s). */
export function twinOf(signature: Uint8Array): Uint8Array {
  return concat(signature.subarray(0, 32), toBytes(ORDER - toNumber(signature.subarray(32)), 32));
}
