import { isSmallOrder } from '../digest/index.ts';
import { SIGNATURE_BYTES } from '../limits.ts';
import type { Algorithm } from './types.ts';

/** Order n of P-256, big-endian. @see FIPS 186-5; SEC 2 2.4.2 */
const P256_ORDER = bytesOf('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/** Order L of edwards25519, big-endian. @see RFC 8032 5.1 */
const ED25519_ORDER = bytesOf('1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed');

const HALF_BYTES = SIGNATURE_BYTES / 2;

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Whether the big-endian number in the half that begins at `start` is below `order`. */
function isBelow(signature: Uint8Array, start: number, order: Uint8Array): boolean {
  for (let at = 0; at < HALF_BYTES; at += 1) {
    const difference = (signature[start + at] ?? 0) - (order[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function isZero(signature: Uint8Array, start: number): boolean {
  for (let at = start; at < start + HALF_BYTES; at += 1) if (signature[at] !== 0) return false;
  return true;
}

function isP256Scalar(signature: Uint8Array, start: number): boolean {
  return isBelow(signature, start, P256_ORDER) && !isZero(signature, start);
}

/**
 * Whether a signature has a form that can be valid: 64 bytes; for ES256 r and s in [1, n−1], where both s and n−s
 * are honest values; for Ed25519 S < L and R not of small order. Platforms check some of this, each something else.
 *
 * @see RFC 7518 3.4; RFC 8032 5.1.7; catalogue J8, J9
 */
export function hasSignatureForm(alg: Algorithm, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  if (alg === 'ES256') return isP256Scalar(signature, 0) && isP256Scalar(signature, HALF_BYTES);
  // Ed25519 writes its numbers with the last byte first.
  return (
    isBelow(signature.slice(HALF_BYTES).reverse(), 0, ED25519_ORDER) &&
    !isSmallOrder(signature.slice(0, HALF_BYTES))
  );
}
