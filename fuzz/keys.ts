import { createHmac, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { base64url, concat, toBytes, utf8 } from '../conformance/forge/bytes.ts';
import { isObject, type Json } from '../conformance/forge/json.ts';
import { type Key, keyOf } from '../conformance/forge/keys.ts';
import { scalarFrom } from '../conformance/forge/p256.ts';
import { seeded } from '../conformance/forge/seed.ts';

/**
 * The keys of the published vectors, for signing fast: the forge's own P-256 takes milliseconds and remembers what it
 * signed. Signatures of ES256 differ from run to run; what is signed does not.
 */
export interface SigningKey {
  readonly label: string;
  readonly alg: Key['alg'];
  readonly key: Key;
  sign(text: string): string;
}

/** Everybody of the vectors' world, so that each message has a right key and many wrong ones. */
const LABELS = [
  ...['trust', 'issuer', 'issuerStatus', 'psp', 'merchant', 'otherMerchant', 'provider'],
  ...['agent', 'otherAgent', 'device', 'otherDevice', 'subAccount', 'runtime'],
] as const;

function privateKey({ label, alg, publicJwk }: Key): KeyObject {
  const secret =
    alg === 'ES256' ? toBytes(scalarFrom(seeded(`P-256 ${label}`, 48)), 32) : seeded(`Ed25519 ${label}`, 32);
  return createPrivateKey({ key: { ...publicJwk, d: base64url(secret) }, format: 'jwk' });
}

function signingKey(label: string, alg: Key['alg']): SigningKey {
  const key = keyOf(label, alg);
  const secret = privateKey(key);
  const [hash, options] = alg === 'ES256' ? ['sha256', { dsaEncoding: 'ieee-p1363' } as const] : [null, {}];
  return {
    label,
    alg,
    key,
    sign: (text) => base64url(sign(hash, utf8(text), { key: secret, ...options })),
  };
}

export const everyKey: readonly SigningKey[] = (['ES256', 'Ed25519'] as const).flatMap((alg) =>
  LABELS.map((label) => signingKey(label, alg)),
);

const byThumbprint = new Map(everyKey.map((one) => [one.key.jkt, one]));

/** Who signed a token, by what its header says. @throws Error for a stranger */
export function signerOf(header: Json): SigningKey | undefined {
  if (!isObject(header)) return undefined;
  if (typeof header.kid === 'string') return byThumbprint.get(header.kid);
  const [leaf = ''] = Array.isArray(header.x5c) ? header.x5c : [];
  const der = Buffer.from(String(leaf), 'base64');
  return everyKey.find(({ key }) => der.includes(key.spki));
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
