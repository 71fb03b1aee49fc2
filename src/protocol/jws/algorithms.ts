import type { PublicJwk } from '../digest/index.ts';
import type { Algorithm } from './types.ts';

/** The WebCrypto parameters of each algorithm; they come from here and never from a message. */
export const WEB_CRYPTO: Readonly<Record<Algorithm, AlgorithmIdentifier | EcdsaParams>> = {
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
};

/** The one key type of each algorithm, so that a key is never used with another (RFC 8725 3.1). */
export const KEY_TYPE: Readonly<Record<Algorithm, PublicJwk['kty']>> = { ES256: 'EC', Ed25519: 'OKP' };
