import { ActError } from '../errors/index.ts';
import { decodeBase64url } from './base64url.ts';
import { sha256Base64url } from './digest.ts';
import { isSmallOrder } from './ed25519.ts';

/** A P-256 or Ed25519 public key; coordinates are the base64url of 32 bytes. */
export type PublicJwk = EcPublicJwk | OkpPublicJwk;

export type EcPublicJwk = {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
};

export type OkpPublicJwk = {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
};

/** The one base64url of 32 bytes: of the last character's six bits the lower two are left over, and zero. */
const COORDINATE = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

function refuse(rule: string): never {
  throw new ActError('schema_mismatch', { rule });
}

function coordinate(value: unknown): string {
  if (typeof value !== 'string' || !COORDINATE.test(value)) refuse('jwk_coordinate');
  return value;
}

/**
 * Reads the public key out of a JWK and drops every other member (`kid`, `use`, and a private `d`). Whether an EC
 * point lies on its curve is found out by the import. An Ed25519 key of small order is refused here, because
 * platforms differ on it and such a key has signatures that verify for many messages.
 *
 * @throws schema_mismatch
 * @see RFC 7518 6.2; RFC 8037 2
 */
export function publicJwkFrom(jwk: unknown): PublicJwk {
  if (typeof jwk !== 'object' || jwk === null) refuse('jwk');
  if (isRead(jwk)) return jwk;
  const key = Object.freeze(readKey(jwk as Readonly<Record<string, unknown>>));
  read.add(key);
  return key;
}

/** Whether a JWK has the part that only its owner may have. */
export function hasPrivatePart(jwk: unknown): boolean {
  return typeof jwk === 'object' && jwk !== null && (jwk as { readonly d?: unknown }).d !== undefined;
}

/** @throws TypeError for a key with its private part, which is not in the message */
export function assertPublic(jwk: unknown, what: string): void {
  if (hasPrivatePart(jwk)) {
    throw new TypeError(
      `The ${what} has a private part (d): replace this key, and give the public one alone.`,
    );
  }
}

/**
 * A key that somebody else signs with, from configuration. What is no key is a mistake of whoever configures and no reason
 * for a verdict. With its private part it is refused as well: it lies where public keys lie, and whoever reads
 * it there can sign.
 *
 * @param what the key is called in the message
 * @throws TypeError, which never holds the key
 */
export function pinnedJwkFrom(jwk: unknown, what: string): PublicJwk {
  assertPublic(jwk, what);
  try {
    return publicJwkFrom(jwk);
  } catch (cause) {
    throw new TypeError(`The ${what} has to be a public JWK (EC P-256 or OKP Ed25519).`, { cause });
  }
}

/**
 * A key that somebody else has stated, handed in by whoever calls. That none is handed in, or a private one, is a mistake
 * of theirs; that what was stated is no key is a reason for a verdict.
 *
 * @param what the key is called in the message
 * @throws TypeError, which never holds the key; schema_mismatch
 */
export function statedJwkFrom(jwk: unknown, what: string): PublicJwk {
  assertPublic(jwk, what);
  if (typeof jwk !== 'object' || jwk === null) throw new TypeError(`The ${what} has to be a public JWK.`);
  return publicJwkFrom(jwk);
}

/** Keys that came out of here: they need not be read again, and nobody can change them. */
const read = new WeakSet<object>();
const isRead = (jwk: object): jwk is PublicJwk => read.has(jwk);

function readKey({ kty, crv, x, y }: Readonly<Record<string, unknown>>): PublicJwk {
  if (kty === 'EC' && crv === 'P-256') return { kty, crv, x: coordinate(x), y: coordinate(y) };
  if (kty === 'OKP' && crv === 'Ed25519') {
    const point = coordinate(x);
    if (isSmallOrder(decodeBase64url(point))) refuse('jwk_small_order');
    return { kty, crv, x: point };
  }
  return refuse('jwk_type');
}

/**
 * The JWK thumbprint with SHA-256, 43 characters. Members that are not part of the key do not count.
 *
 * @throws schema_mismatch unless a P-256 or Ed25519 key
 * @see RFC 7638 3; RFC 8037 2
 */
export async function jwkThumbprint(jwk: PublicJwk): Promise<string> {
  const key = publicJwkFrom(jwk);
  // Sorted, without white space; nothing in a key needs to be escaped.
  const y = key.kty === 'EC' ? `,"y":"${key.y}"` : '';
  return sha256Base64url(`{"crv":"${key.crv}","kty":"${key.kty}","x":"${key.x}"${y}}`);
}
