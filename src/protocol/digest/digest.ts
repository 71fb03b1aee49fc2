import { ActError } from '../errors/index.ts';
import { canonicalText, type JsonValue } from '../json/index.ts';
import { CompactCache } from '../jws/compact-cache.ts';
import { JWS_MAX_BYTES, SALT_MAX_BYTES, SALT_MIN_BYTES } from '../limits.ts';
import { platformCrypto } from '../platform-crypto.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

const encoder = new TextEncoder();
const COMPACT_ALPHABET = /^[A-Za-z0-9_.-]+$/;
const DIGESTS_MAX_ENTRIES = 128;
/** One request digests its messages in several places. */
const digests = new CompactCache<string>(DIGESTS_MAX_ENTRIES);

/** Nothing, or a number, would be hashed as what it can be taken for: a digest that says nothing. By its tag as well, because bytes may come from another realm. */
function assertHashable(data: unknown): void {
  if (typeof data === 'string' || data instanceof Uint8Array) return;
  const tag = Object.prototype.toString.call(data);
  if (tag === '[object Uint8Array]' && ArrayBuffer.isView(data)) return;
  throw new TypeError(`What is to be digested has to be bytes or a text; it is ${tag}.`);
}

/**
 * base64url of the SHA-256 of the bytes, or of the UTF-8 of a well-formed text: 43 characters.
 *
 * @throws TypeError for anything else
 */
export async function sha256Base64url(data: Uint8Array | string): Promise<string> {
  assertHashable(data);
  const platform = platformCrypto();
  if (platform) return platform.sha256Base64url(data);
  // The copy holds the bytes still while the digest is computed elsewhere.
  const bytes = typeof data === 'string' ? encoder.encode(data) : new Uint8Array(data);
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return encodeBase64url(new Uint8Array(hash));
}

/**
 * Digest of a signed message: over the ASCII of its compact JWS as received, never over a re-serialisation
 * (catalogue N6).
 *
 * @throws jws_malformed when a character cannot stand in a compact JWS; TypeError for what is no text
 * @see OA-DIG-01
 */
export async function digestOfJws(compact: string): Promise<string> {
  assertHashable(compact);
  const known = digests.get(compact);
  if (known !== undefined) return known;
  if (!COMPACT_ALPHABET.test(compact)) throw new ActError('jws_malformed', { rule: 'alphabet' });
  const digest = await sha256Base64url(compact);
  if (compact.length <= JWS_MAX_BYTES) digests.set(compact, digest);
  return digest;
}

/**
 * Digest of a plain object: over its RFC 8785 bytes.
 *
 * @throws as `canonicalize`
 * @see OA-DIG-02
 */
export async function digestOfObject(value: JsonValue): Promise<string> {
  return sha256Base64url(canonicalText(value));
}

/**
 * Digest of `{"salt": salt, "value": value}` in RFC 8785 form, for values that could be guessed or linked when
 * hashed alone. `salt` is the base64url of 16 to 32 random bytes.
 *
 * @throws schema_mismatch (salt), and as `canonicalize`
 * @see OA-DIG-03
 */
export async function saltedDigest(salt: string, value: JsonValue): Promise<string> {
  const saltBytes = decodeBase64url(salt).length;
  if (saltBytes < SALT_MIN_BYTES || saltBytes > SALT_MAX_BYTES) {
    throw new ActError('schema_mismatch', { rule: 'salt', salt_bytes: saltBytes });
  }
  return digestOfObject({ salt, value });
}
