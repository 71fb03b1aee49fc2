import { encodeBase64Url, encodeHex } from './base64.ts';
import type { Certificate } from './certificate.ts';
import { type Bytes, encodeElement, TAG } from './der.ts';
import { readEcdsaSignature } from './signature.ts';

/** base64url SHA-256 of the DER, as `x5t#S256` carries it. @see RFC 7515 4.1.8 */
export async function thumbprintOf(der: Bytes): Promise<string> {
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', der)));
}

/** Order of the base point of P-256, SP 800-186 3.2.1.3. */
const P256_N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function encodeScalar(scalar: bigint): Bytes {
  const hex = scalar.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  const signed = Number.parseInt(even.slice(0, 2), 16) < 0x80 ? even : `00${even}`;
  const bytes = new Uint8Array(signed.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(signed.slice(2 * index, 2 * index + 2), 16);
  }
  return bytes;
}

/**
 * The same certificate with the other valid ECDSA signature (r, n-s). Its holder can compute it without any key, and
 * it has another thumbprint. Only for a certificate whose signature was verified. Undefined for Ed25519, which has no
 * such twin.
 */
export function twinOf(certificate: Certificate): Bytes | undefined {
  if (certificate.signatureAlgorithm !== 'ES256') return undefined;
  const { r, s } = readEcdsaSignature(certificate.signature);
  const scalars = [BigInt(`0x${encodeHex(r)}`), P256_N - BigInt(`0x${encodeHex(s)}`)];
  const integers = scalars.map((scalar) => encodeElement(TAG.integer, encodeScalar(scalar)));
  const value = encodeElement(TAG.sequence, ...integers);
  const signature = encodeElement(TAG.bitString, Uint8Array.of(0), value);
  return encodeElement(TAG.sequence, certificate.tbs, certificate.signatureIdentifier, signature);
}
