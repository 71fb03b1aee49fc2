import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import {
  createRoot,
  EKU,
  issueLeaf,
  jwkThumbprint,
  localSigner,
  type OkpPublicJwk,
  type PrivateJwk,
  type PublicJwk,
  type Signer,
} from '../../src/protocol/index.ts';

/** A key that anybody can derive from its name: good for printed examples and for nothing else. */
export interface ExampleKey {
  readonly privateJwk: PrivateJwk;
  readonly publicJwk: PublicJwk;
  readonly jkt: string;
}

/** ASN.1 around the 32 bytes of an Ed25519 private key in PKCS #8. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

function derive(label: string): Buffer {
  return createHash('sha256').update(`OpenACT example: ${label}`).digest();
}

/** The Ed25519 key whose seed is SHA-256("OpenACT example: <name> key"): its signatures are the same every time. */
export async function exampleKey(name: string): Promise<ExampleKey> {
  const der = Buffer.concat([PKCS8_PREFIX, derive(`${name} key`)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { d = '' } = key.export({ format: 'jwk' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const publicJwk: OkpPublicJwk = { kty: 'OKP', crv: 'Ed25519', x };
  return { privateJwk: { ...publicJwk, d }, publicJwk, jkt: await jwkThumbprint(publicJwk) };
}

/** 16 bytes that look random and are the same every time. */
export function exampleBytes(name: string): Uint8Array {
  return new Uint8Array(derive(name).subarray(0, 16));
}

/** A signer whose key is named by its thumbprint: agents, devices, the trust list. */
export function keySigner(key: ExampleKey): Signer {
  return localSigner(key.privateJwk, { kid: key.jkt });
}

async function keyPair(key: ExampleKey): Promise<CryptoKeyPair> {
  const jwk = key.privateJwk;
  const privateKey = await crypto.subtle.importKey('jwk', { ...jwk }, 'Ed25519', false, ['sign']);
  const publicKey = await crypto.subtle.importKey('jwk', { ...key.publicJwk }, 'Ed25519', true, ['verify']);
  return { privateKey, publicKey };
}

const FROM = Date.UTC(2026, 0, 1) / 1000;
const DAYS = 3_650;

/** An institution's message keys under an authority of its own. */
export interface Institution {
  readonly anchor: string;
  signer(purpose: string, eku: readonly string[]): Promise<Signer>;
}

/** One root for `id`, and leaves under it whose SAN URI is `id`. */
export async function institution(id: string, label: string): Promise<Institution> {
  const keys = await keyPair(await exampleKey(`${label} root`));
  const anchor = await createRoot({
    name: `${label} root`,
    days: DAYS,
    now: FROM,
    keys,
    serial: exampleBytes(`${label} root serial`),
  });
  return {
    anchor,
    async signer(purpose, eku) {
      const key = await exampleKey(`${label} ${purpose}`);
      const leaf = await issueLeaf({
        issuer: { certificate: anchor, privateKey: keys.privateKey },
        publicKey: { ...key.publicJwk },
        notBefore: FROM,
        notAfter: FROM + DAYS * 86_400,
        serial: exampleBytes(`${label} ${purpose} serial`),
        subjectUri: id,
        commonName: `${label} ${purpose}`,
        eku,
      });
      return localSigner(key.privateJwk, { x5c: [leaf] });
    },
  };
}

export { EKU };
