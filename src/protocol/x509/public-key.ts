import type { PublicJwk } from '../digest/index.ts';
import { encodeBase64Url, encodeHex } from './base64.ts';
import { type Bytes, type Element, Fields, readOctetAlignedBits, TAG } from './der.ts';

export type SignatureAlgorithm = 'ES256' | 'Ed25519';

/** A key that may sign. `raw` is what WebCrypto imports: the uncompressed point, or the 32 bytes of RFC 8032. */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm;
  readonly raw: Bytes;
}

/** id-ecPublicKey with the named curve secp256r1 (RFC 5480 2.1.1), and id-Ed25519 (RFC 8410 3), whole identifiers. */
const P256_IDENTIFIER = '301306072a8648ce3d020106082a8648ce3d030107';
const ED25519_IDENTIFIER = '300506032b6570';

const P256_POINT_BYTES = 65;
const UNCOMPRESSED_POINT = 0x04;
const ED25519_KEY_BYTES = 32;

/** SP 800-186 3.2.1.3: y² = x³ - 3x + b over the field of p. */
const P256_P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const P256_B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const ED25519_P = 2n ** 255n - 19n;
const ED25519_ORDER_8_Y = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;

/** With such a key one signature verifies for many messages. @see RFC 8032 section 7 on the cofactor */
const ED25519_SMALL_ORDER_Y: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  ED25519_P - 1n,
  ED25519_ORDER_8_Y,
  ED25519_P - ED25519_ORDER_8_Y,
]);

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${encodeHex(bytes)}`);
}

/** Checked here, because not every WebCrypto does it on import. @see SP 800-186 D.1.1 */
function isOnP256(point: Bytes): boolean {
  if (point.length !== P256_POINT_BYTES || point[0] !== UNCOMPRESSED_POINT) return false;
  const x = toBigInt(point.subarray(1, 33));
  const y = toBigInt(point.subarray(33));
  if (x >= P256_P || y >= P256_P) return false;
  return (y * y - (x * x * x - 3n * x + P256_B)) % P256_P === 0n;
}

function isUsableEd25519(key: Bytes): boolean {
  if (key.length !== ED25519_KEY_BYTES) return false;
  const y = toBigInt(key.toReversed()) & (2n ** 255n - 1n);
  return y < ED25519_P && !ED25519_SMALL_ORDER_Y.has(y);
}

/** Reads a SubjectPublicKeyInfo; undefined for a key that is not a sound P-256 or Ed25519 key. */
export function readPublicKey(spki: Element): PublicKey | undefined {
  const fields = new Fields(spki.content);
  const identifier = encodeHex(fields.take(TAG.sequence).encoded);
  const bits = fields.take(TAG.bitString);
  fields.end();
  if (identifier === P256_IDENTIFIER) {
    const raw = readOctetAlignedBits(bits);
    return isOnP256(raw) ? { algorithm: 'ES256', raw } : undefined;
  }
  if (identifier === ED25519_IDENTIFIER) {
    const raw = readOctetAlignedBits(bits);
    return isUsableEd25519(raw) ? { algorithm: 'Ed25519', raw } : undefined;
  }
  return undefined;
}

/** The public JWK of a key. @see RFC 7518 6.2.1, RFC 8037 section 2 */
export function toJwk({ algorithm, raw }: PublicKey): PublicJwk {
  if (algorithm === 'Ed25519') return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64Url(raw) };
  const x = encodeBase64Url(raw.subarray(1, 33));
  const y = encodeBase64Url(raw.subarray(33));
  return { kty: 'EC', crv: 'P-256', x, y };
}
