import { importJWK } from 'jose';
import { type PublicJwk, publicJwkFrom } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import { KEY_CACHE_MAX_ENTRIES } from '../limits.ts';
import { KEY_TYPE } from './algorithms.ts';
import type { Algorithm } from './types.ts';

/** Imported keys, oldest first. A key is fully named by its coordinates, so no entry can be stale. */
const imported = new Map<string, CryptoKey>();

function remember(name: string, key: CryptoKey): void {
  const oldest = imported.keys().next();
  if (imported.size >= KEY_CACHE_MAX_ENTRIES && !oldest.done) imported.delete(oldest.value);
  imported.set(name, key);
}

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
  const publicJwk = readKey(jwk);
  if (publicJwk?.kty !== KEY_TYPE[alg]) return undefined;
  const name = publicJwk.kty === 'EC' ? `${publicJwk.x}.${publicJwk.y}` : publicJwk.x;
  const known = imported.get(name);
  if (known !== undefined) return known;
  const key = await importKey(alg, publicJwk);
  if (key !== undefined) remember(name, key);
  return key;
}

function readKey(jwk: PublicJwk): PublicJwk | undefined {
  try {
    return publicJwkFrom(jwk);
  } catch (error) {
    if (error instanceof ActError) return undefined;
    throw error;
  }
}
