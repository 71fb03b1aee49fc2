import { isSmallOrder } from '../digest/index.ts';
import { SIGNATURE_BYTES } from '../limits.ts';
import type { Algorithm } from './types.ts';

/** Order n of P-256. @see FIPS 186-5; SEC 2 2.4.2 */
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Order L of edwards25519. @see RFC 8032 5.1 */
const ED25519_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const HALF_BYTES = SIGNATURE_BYTES / 2;

const WORD_BYTES = 8;

function bigEndian(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let value = 0n;
  for (let at = 0; at < bytes.length; at += WORD_BYTES) value = (value << 64n) | view.getBigUint64(at);
  return value;
}

/**
 * Whether a signature has a form that can be valid: 64 bytes; for ES256 r and s in [1, n−1], where both s and n−s
 * are honest values; for Ed25519 S < L and R not of small order. Platforms check some of this, each something else.
 *
 * @see RFC 7518 3.4; RFC 8032 5.1.7; catalogue J8, J9
 */
export function hasSignatureForm(alg: Algorithm, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const left = signature.slice(0, HALF_BYTES);
  const right = signature.slice(HALF_BYTES);
  if (alg === 'Ed25519') return bigEndian(right.reverse()) < ED25519_ORDER && !isSmallOrder(left);
  return [left, right].map(bigEndian).every((scalar) => scalar >= 1n && scalar < P256_ORDER);
}
