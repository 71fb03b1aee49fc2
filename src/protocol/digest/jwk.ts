import { ActError } from '../errors/index.ts';
import { decodeBase64url } from './base64url.ts';
import { digestOfObject } from './digest.ts';
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
  const { kty, crv, x, y } = jwk as Record<string, unknown>;
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
  // RFC 8785 writes these members as RFC 7638 wants them: sorted, without white space.
  return digestOfObject(publicJwkFrom(jwk));
}
