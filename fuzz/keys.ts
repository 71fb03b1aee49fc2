import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { base64url, concat, toBytes, utf8 } from '../conformance/forge/bytes.ts';
import { isObject, type Json, type JsonObject } from '../conformance/forge/json.ts';
import { type Key, keyOf, type PublicJwk } from '../conformance/forge/keys.ts';
import { scalarFrom } from '../conformance/forge/p256.ts';
import { seeded } from '../conformance/forge/seed.ts';

/**
 * Who signs, fast: the forge's own P-256 takes milliseconds and remembers what it signed. Signatures of ES256 differ
 * from run to run; what is signed does not.
 */
export interface SigningKey {
  /** One label, one party: some have a key of each algorithm. */
  readonly label: string;
  readonly alg: Key['alg'];
  readonly publicJwk: PublicJwk;
  readonly spki: Uint8Array;
  sign(text: string): string;
}

export function signingKey(label: string, privateJwk: PublicJwk & { readonly d: string }): SigningKey {
  const { d: _secret, ...publicJwk } = privateJwk;
  const alg = publicJwk.kty === 'EC' ? 'ES256' : 'Ed25519';
  const secret: KeyObject = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
  const [hash, options] = alg === 'ES256' ? ['sha256', { dsaEncoding: 'ieee-p1363' } as const] : [null, {}];
  return {
    label,
    alg,
    publicJwk,
    spki: createPublicKey(secret).export({ format: 'der', type: 'spki' }),
    sign: (text) => base64url(sign(hash, utf8(text), { key: secret, ...options })),
  };
}

/** Everybody of the vectors' world, so that each message has a right key and many wrong ones. */
const LABELS = [
  ...['trust', 'issuer', 'issuerStatus', 'psp', 'merchant', 'otherMerchant', 'provider'],
  ...['agent', 'otherAgent', 'device', 'otherDevice', 'subAccount', 'runtime'],
] as const;

/** The published keys of the vectors. */
function forgeKey(label: string, alg: Key['alg']): SigningKey {
  const { publicJwk } = keyOf(label, alg);
  const secret =
    alg === 'ES256' ? toBytes(scalarFrom(seeded(`P-256 ${label}`, 48)), 32) : seeded(`Ed25519 ${label}`, 32);
  return signingKey(label, { ...publicJwk, d: base64url(secret) });
}

/** Finds who signed a message by what its header says. */
export class Keys {
  private readonly all: SigningKey[] = [];
  private readonly byThumbprint = new Map<string, SigningKey>();

  add(key: SigningKey, jkt: string): void {
    this.all.push(key);
    this.byThumbprint.set(jkt, key);
  }

  get every(): readonly SigningKey[] {
    return this.all;
  }

  /** undefined: a stranger. */
  signerOf(header: Json): SigningKey | undefined {
    if (!isObject(header)) return undefined;
    if (typeof header.kid === 'string') return this.byThumbprint.get(header.kid);
    const [leaf = ''] = Array.isArray(header.x5c) ? header.x5c : [];
    const der = Buffer.from(String(leaf), 'base64');
    return this.all.find(({ spki }) => der.includes(spki));
  }
}

export function forgeKeys(): Keys {
  const keys = new Keys();
  for (const alg of ['ES256', 'Ed25519'] as const)
    for (const label of LABELS) keys.add(forgeKey(label, alg), keyOf(label, alg).jkt);
  return keys;
}

/** A compact JWS over texts as they are. */
export function compact(header: string, payload: string, key: SigningKey): string {
  const input = `${base64url(utf8(header))}.${base64url(utf8(payload))}`;
  return `${input}.${key.sign(input)}`;
}

/** HS256 with what everybody knows as its secret. @see RFC 8725 2.1 */
export function macWith(header: string, payload: string, secret: Uint8Array): string {
  const input = `${base64url(utf8(header))}.${base64url(utf8(payload))}`;
  return `${input}.${base64url(createHmac('sha256', concat(secret)).update(input).digest())}`;
}

export interface DecodedToken {
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

export const TOKEN: RegExp = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** undefined: no token of two objects. */
export function decodeToken(token: string): DecodedToken | undefined {
  if (!TOKEN.test(token)) return undefined;
  try {
    const [header, payload] = token
      .split('.', 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json);
    return header && payload && isObject(header) && isObject(payload) ? { header, payload } : undefined;
  } catch {
    return undefined;
  }
}
