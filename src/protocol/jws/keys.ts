import { exportJWK } from 'jose/key/export';
import { generateKeyPair as generate } from 'jose/key/generate/keypair';
import { importJWK } from 'jose/key/import';
import {
  decodeBase64url,
  type EcPublicJwk,
  type OkpPublicJwk,
  type PublicJwk,
  publicJwkFrom,
} from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import { WEB_CRYPTO } from './algorithms.ts';
import type { Signer } from './sign.ts';
import type { Algorithm, KeyHeader } from './types.ts';

/** A P-256 or Ed25519 private key; `d` is the base64url of 32 bytes. */
export type PrivateJwk = (EcPublicJwk | OkpPublicJwk) & { readonly d: string };

export interface JwkPair {
  readonly publicJwk: PublicJwk;
  readonly privateJwk: PrivateJwk;
}

const PRIVATE_SCALAR_BYTES = 32;

function privateJwkFrom(jwk: unknown): PrivateJwk {
  const publicJwk = publicJwkFrom(jwk);
  const { d } = jwk as { readonly d?: unknown };
  if (typeof d !== 'string' || decodeBase64url(d).length !== PRIVATE_SCALAR_BYTES) {
    throw new ActError('schema_mismatch', { rule: 'jwk_private' });
  }
  return { ...publicJwk, d };
}

/** The public half of a key, without `d`. @throws schema_mismatch */
export function publicJwkOf(jwk: PrivateJwk): PublicJwk {
  return publicJwkFrom(jwk);
}

/** A new key from the platform's random source. */
export async function generateKeyPair(alg: Algorithm): Promise<JwkPair> {
  const { privateKey } = await generate(alg, { extractable: true });
  const privateJwk = privateJwkFrom(await exportJWK(privateKey));
  return { publicJwk: publicJwkOf(privateJwk), privateJwk };
}

/**
 * A signer that holds its key in this process. `header` says how verifiers find the key. The key is imported when
 * the first message is signed.
 *
 * @throws schema_mismatch when the JWK is not a P-256 or Ed25519 private key
 */
export function localSigner(privateJwk: PrivateJwk, header: KeyHeader): Signer {
  const jwk = privateJwkFrom(privateJwk);
  const alg = jwk.kty === 'EC' ? 'ES256' : 'Ed25519';
  let key: Promise<CryptoKey> | undefined;
  return {
    alg,
    header,
    async sign(signingInput) {
      key ??= importPrivateKey(jwk, alg);
      const signature = await crypto.subtle.sign(WEB_CRYPTO[alg], await key, new Uint8Array(signingInput));
      return new Uint8Array(signature);
    },
  };
}

async function importPrivateKey(jwk: PrivateJwk, alg: Algorithm): Promise<CryptoKey> {
  const key = await importJWK({ ...jwk }, alg);
  // jose returns bytes for symmetric keys only.
  if (key instanceof Uint8Array) throw new ActError('schema_mismatch', { rule: 'jwk_private' });
  return key;
}
