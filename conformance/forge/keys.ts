import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { base64url, concat, digestOfText, sha256 } from './bytes.ts';
import { publicPoint, scalarFrom, signHash } from './p256.ts';
import { seeded } from './seed.ts';

export type PublicJwk = Readonly<Record<'kty' | 'crv' | 'x', string>> & { readonly y?: string };

export interface Key {
  readonly label: string;
  readonly alg: 'ES256' | 'Ed25519';
  readonly publicJwk: PublicJwk;
  /** RFC 7638 */
  readonly jkt: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  /** 64 bytes, r ‖ s or R ‖ S. */
  sign(message: Uint8Array): Uint8Array;
  /** Over a hash that is already taken; ES256 only. */
  signHash(hash: Uint8Array): Uint8Array;
}

const bytesOfHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

/** Everything before the key in PKCS #8 and in SubjectPublicKeyInfo. @see RFC 8410 7, RFC 5480 2 */
const ED25519_PKCS8 = bytesOfHex('302e020100300506032b657004220420');
const ED25519_SPKI = bytesOfHex('302a300506032b6570032100');
const P256_SPKI = bytesOfHex('3059301306072a8648ce3d020106082a8648ce3d03010703420004');

/** Signing the same bytes again costs nothing: most of a spoilt purchase is like the good one. */
function remembered(work: (message: Uint8Array) => Uint8Array): (message: Uint8Array) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (message) => {
    const name = base64url(sha256(message));
    const signature = known.get(name) ?? work(message);
    known.set(name, signature);
    return signature;
  };
}

/** RFC 7638 */
export function thumbprint(jwk: PublicJwk): string {
  const { crv, kty, x, y } = jwk;
  return digestOfText(JSON.stringify(y === undefined ? { crv, kty, x } : { crv, kty, x, y }));
}

function p256Key(label: string): Key {
  const scalar = scalarFrom(seeded(`P-256 ${label}`, 48));
  const point = publicPoint(scalar);
  const [x, y] = [base64url(point.subarray(0, 32)), base64url(point.subarray(32))];
  const publicJwk = { kty: 'EC', crv: 'P-256', x, y };
  return {
    label,
    alg: 'ES256',
    publicJwk,
    jkt: thumbprint(publicJwk),
    spki: concat(P256_SPKI, point),
    sign: remembered((message) => signHash(scalar, sha256(message))),
    signHash: (hash) => signHash(scalar, hash),
  };
}

function ed25519Key(label: string): Key {
  const der = Buffer.from(concat(ED25519_PKCS8, seeded(`Ed25519 ${label}`, 32)));
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x };
  return {
    label,
    alg: 'Ed25519',
    publicJwk,
    jkt: thumbprint(publicJwk),
    spki: concat(ED25519_SPKI, new Uint8Array(Buffer.from(x, 'base64url'))),
    sign: remembered((message) => new Uint8Array(sign(null, message, privateKey))),
    signHash: () => {
      throw new Error('Ed25519 signs messages');
    },
  };
}

const keys = new Map<string, Key>();

/** The key of a label, always the same one: 48 seeded bytes make a P-256 scalar, 32 an Ed25519 seed. */
export function keyOf(label: string, alg: 'ES256' | 'Ed25519' = 'ES256'): Key {
  const name = `${alg} ${label}`;
  const key = keys.get(name) ?? (alg === 'ES256' ? p256Key(label) : ed25519Key(label));
  keys.set(name, key);
  return key;
}
