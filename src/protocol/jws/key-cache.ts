import { importJWK } from 'jose/key/import';
import { assertPublic, type PublicJwk, publicJwkFrom } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import { KEY_CACHE_MAX_ENTRIES } from '../limits.ts';
import { KEY_TYPE } from './algorithms.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { Algorithm } from './types.ts';

/** A key is fully named by its coordinates, so no entry can be stale. */
const imported = new BoundedCache<CryptoKey>(KEY_CACHE_MAX_ENTRIES);

async function importKey(alg: Algorithm, jwk: PublicJwk): Promise<CryptoKey | undefined> {
  try {
    const key = await importJWK({ ...jwk }, alg);
    return key instanceof Uint8Array ? undefined : key;
  } catch (error) {
    // DataError: the coordinates are no point of the curve. Anything else is a fault of the platform, not of the key.
    if (error instanceof Error && error.name === 'DataError') return undefined;
    throw error;
  }
}

/**
 * The imported public key for `alg`, or undefined when the key is of another type, malformed, of small order, or no
 * point of its curve.
 */
export async function importedPublicKey(alg: Algorithm, jwk: PublicJwk): Promise<CryptoKey | undefined> {
  const publicJwk = usableKey(alg, jwk);
  if (publicJwk === undefined) return undefined;
  const name = publicJwk.kty === 'EC' ? `${publicJwk.x}.${publicJwk.y}` : publicJwk.x;
  const known = imported.get(name);
  if (known !== undefined) return known;
  const key = await importKey(alg, publicJwk);
  if (key !== undefined) imported.set(name, key);
  return key;
}

/**
 * The key without other members, or undefined when it is malformed, of small order, or of another type than `alg`.
 *
 * @throws TypeError for a private key: no message holds one, so that it is the caller's own
 */
export function usableKey(alg: Algorithm, jwk: PublicJwk): PublicJwk | undefined {
  assertPublic(jwk, 'key to verify with');
  const publicJwk = readKey(jwk);
  return publicJwk?.kty === KEY_TYPE[alg] ? publicJwk : undefined;
}

function readKey(jwk: PublicJwk): PublicJwk | undefined {
  try {
    return publicJwkFrom(jwk);
  } catch (error) {
    if (error instanceof ActError) return undefined;
    throw error;
  }
}
