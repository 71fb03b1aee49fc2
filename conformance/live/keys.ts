import { createECDH, createPrivateKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { base64url, toBytes } from '../forge/bytes.ts';
import { type Key, thumbprint } from '../forge/keys.ts';
import { scalarFrom } from '../forge/p256.ts';

/** Everything before the point in a SubjectPublicKeyInfo of P-256. @see RFC 5480 2 */
const P256_SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

function privateKeyOf(scalar: Buffer, x: string, y: string): KeyObject {
  const jwk = { kty: 'EC', crv: 'P-256', d: scalar.toString('base64url'), x, y };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

/**
 * Keys of the suite for one subject. They follow from a secret of the subject file, so that a subject can be set up
 * for them once; unlike those of the vectors nobody else can derive them.
 */
export class KeyRing {
  private readonly secret: string;
  private readonly keys = new Map<string, Key>();

  constructor(secret: string) {
    this.secret = secret;
  }

  /** The P-256 key of a label, always the same one. */
  key(label: string): Key {
    const known = this.keys.get(label);
    if (known !== undefined) return known;
    const bytes = new Uint8Array(hkdfSync('sha256', this.secret, '', `openact suite ${label}`, 48));
    const scalar = Buffer.from(toBytes(scalarFrom(bytes), 32));
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(scalar);
    const point = curve.getPublicKey();
    const [x, y] = [base64url(point.subarray(1, 33)), base64url(point.subarray(33))];
    const privateKey = privateKeyOf(scalar, x, y);
    const publicJwk = { kty: 'EC', crv: 'P-256', x, y };
    const key: Key = {
      label,
      alg: 'ES256',
      publicJwk,
      jkt: thumbprint(publicJwk),
      spki: new Uint8Array(Buffer.concat([P256_SPKI, point])),
      sign: (message) =>
        new Uint8Array(sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
      signHash: () => {
        throw new Error('Keys of the suite sign messages.');
      },
    };
    this.keys.set(label, key);
    return key;
  }
}
