import { ActError } from '../errors/index.ts';
import type { Certificate } from './certificate.ts';
import { type Bytes, Fields, readOnly, readPositiveInteger, TAG } from './der.ts';
import type { PublicKey } from './public-key.ts';

const SCALAR_BYTES = 32;

/** The two INTEGERs of Ecdsa-Sig-Value, without sign bytes. @see RFC 3279 2.2.3 */
export function readEcdsaSignature(signature: Bytes): { r: Bytes; s: Bytes } {
  const fields = new Fields(readOnly(signature, TAG.sequence).content);
  const r = readPositiveInteger(fields.take(TAG.integer));
  const s = readPositiveInteger(fields.take(TAG.integer));
  fields.end();
  return { r, s };
}

/** WebCrypto takes r ‖ s. Undefined where the bytes are no signature. */
function toRawEcdsa(signature: Bytes): Bytes | undefined {
  try {
    const { r, s } = readEcdsaSignature(signature);
    if (r.length > SCALAR_BYTES || s.length > SCALAR_BYTES) return undefined;
    const raw = new Uint8Array(2 * SCALAR_BYTES);
    raw.set(r, SCALAR_BYTES - r.length);
    raw.set(s, raw.length - s.length);
    return raw;
  } catch (error) {
    if (error instanceof ActError) return undefined;
    throw error;
  }
}

async function verifyEs256(key: Bytes, signature: Bytes, data: Bytes): Promise<boolean> {
  const raw = toRawEcdsa(signature);
  if (raw === undefined) return false;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, imported, raw, data);
}

async function verifyEd25519(key: Bytes, signature: Bytes, data: Bytes): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, signature, data);
}

/**
 * Whether `key` made the signature of `certificate`. False also for an algorithm that is not that of the key, or
 * that we do not allow.
 */
export async function isSignedBy(certificate: Certificate, key: PublicKey | undefined): Promise<boolean> {
  const { signatureAlgorithm, signature, tbs } = certificate;
  if (key === undefined || key.algorithm !== signatureAlgorithm) return false;
  if (signatureAlgorithm === 'ES256') return verifyEs256(key.raw, signature, tbs);
  return verifyEd25519(key.raw, signature, tbs);
}
