import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { base64url, fromBase64url, utf8 } from '../forge/bytes.ts';
import { canonical, isObject, type JsonObject } from '../forge/json.ts';
import { type PublicJwk, thumbprint } from '../forge/keys.ts';
import { isSignedBy, publicKeyOf } from '../live/read.ts';

/** A statement of whoever had something tested, signed with a key of their own. */
const SEAL_TYP = 'openact-conformance+jws';

const PUBLIC = ['kty', 'crv', 'x', 'y'] as const;
const ALGORITHMS: Readonly<Record<string, 'ES256' | 'Ed25519'>> = { 'P-256': 'ES256', Ed25519: 'Ed25519' };

type Jwk = Readonly<Record<string, unknown>>;

/** The public members of a JWK, in their order. @throws Error for a key that is neither P-256 nor Ed25519 */
export function publicPart(jwk: Jwk): PublicJwk {
  const kept = Object.fromEntries(
    PUBLIC.filter((name) => typeof jwk[name] === 'string').map((name) => [name, String(jwk[name])]),
  );
  if (ALGORITHMS[kept.crv ?? ''] === undefined) throw new Error('It is no key for ES256 or Ed25519.');
  publicKeyOf(kept);
  return kept as PublicJwk;
}

function signature(key: KeyObject, input: Uint8Array): Uint8Array {
  return key.asymmetricKeyType === 'ed25519'
    ? sign(null, input, key)
    : sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' });
}

/** A compact JWS over the canonical form of the claims, with the public key in its header. */
export function sealed(claims: JsonObject, privateJwk: Jwk): string {
  const jwk = publicPart(privateJwk);
  const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
  const header = { alg: ALGORITHMS[jwk.crv], typ: SEAL_TYP, kid: thumbprint(jwk), jwk };
  const input = [JSON.stringify(header), canonical(claims)].map((part) => base64url(utf8(part))).join('.');
  return `${input}.${base64url(signature(key, utf8(input)))}`;
}

export interface Seal {
  readonly claims: JsonObject;
  /** Thumbprint of the key that signed (RFC 7638). */
  readonly jkt: string;
}

function read(part: string | undefined): JsonObject {
  const value: unknown = JSON.parse(Buffer.from(fromBase64url(part ?? '')).toString('utf8'));
  if (!isObject(value)) throw new Error('It is no object.');
  return value;
}

/** @returns undefined when it is not what the key in its header has signed */
export function openSeal(compact: string): Seal | undefined {
  try {
    const parts = compact.split('.');
    const [header, claims] = [read(parts[0]), read(parts[1])];
    const jwk = publicPart(header.jwk as Jwk);
    const jkt = thumbprint(jwk);
    if (parts.length !== 3 || header.typ !== SEAL_TYP || header.kid !== jkt) return undefined;
    if (header.alg !== ALGORITHMS[jwk.crv]) return undefined;
    return isSignedBy(
      { compact, header, claims, digest: '' },
      publicKeyOf({ ...jwk } as Record<string, string>),
    )
      ? { claims, jkt }
      : undefined;
  } catch {
    return undefined;
  }
}
