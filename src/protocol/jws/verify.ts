import type { PublicJwk } from '../digest/index.ts';
import { platformCrypto } from '../platform-crypto.ts';
import { WEB_CRYPTO } from './algorithms.ts';
import { BoundedCache } from './bounded-cache.ts';
import { importedPublicKey, usableKey } from './key-cache.ts';
import { hasSignatureForm } from './signature-form.ts';
import type { Algorithm, DecodedJws } from './types.ts';

const PROVEN_MAX_ENTRIES = 128;

/** The part of a decoded JWS that its signature is verified with. */
export type Signed = Pick<DecodedJws, 'signature'> & {
  readonly header: { readonly alg: Algorithm };
  /** Bytes, or a text that stands for its UTF-8. */
  readonly signingInput: Uint8Array<ArrayBuffer> | string;
};

const encoder = new TextEncoder();

/**
 * Whether the signature verifies with exactly this key under exactly the algorithm of the header. A bad signature, a
 * key of the wrong type and a key that cannot be used are all `false`; nothing in a message makes this throw.
 *
 * Both s and n−s are valid in ES256, so a spent message has a twin with other bytes that verifies. Replay is
 * therefore keyed on (iss, jti) and never on token bytes (catalogue J9).
 *
 * @see RFC 7515 5.2; RFC 7518 3.4; RFC 8037 3.1; RFC 9864 2.2
 */
export async function verifySignature(signed: Signed, publicJwk: PublicJwk): Promise<boolean> {
  const { alg } = signed.header;
  if (!hasSignatureForm(alg, signed.signature)) return false;
  const usable = usableKey(alg, publicJwk);
  if (usable === undefined) return false;
  const platform = platformCrypto();
  if (platform && usable.kty === 'EC') {
    return platform.verifyEs256(usable, signed.signature, signed.signingInput);
  }
  const key = await importedPublicKey(alg, usable);
  if (key === undefined) return false;
  const { signature, signingInput } = signed;
  const bytes = typeof signingInput === 'string' ? encoder.encode(signingInput) : signingInput;
  return crypto.subtle.verify(WEB_CRYPTO[alg], key, signature, bytes);
}

/** Only signatures that were found good are kept, by their whole text, with the key: for both the answer stays true. */
const proven = new BoundedCache<string>(PROVEN_MAX_ENTRIES);

/**
 * As `verifySignature`, for messages that come again: the statement about an agent's key comes with every order, and
 * a request is judged in several places.
 */
export async function verifyMessageSignature(decoded: DecodedJws, publicJwk: PublicJwk): Promise<boolean> {
  const key = nameOfKey(publicJwk);
  if (proven.get(decoded.compact) === key) return true;
  const holds = await verifySignature(decoded, publicJwk);
  if (holds) proven.set(decoded.compact, key);
  return holds;
}

function nameOfKey(jwk: PublicJwk): string {
  return jwk.kty === 'EC' ? `${jwk.x}.${jwk.y}` : jwk.x;
}
