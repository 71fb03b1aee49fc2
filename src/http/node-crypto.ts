import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { BoundedCache } from '../protocol/jws/bounded-cache.ts';
import { type KeyHeader, localSigner, type PrivateJwk, type Signer } from '../protocol/jws/index.ts';
import { KEY_CACHE_MAX_ENTRIES } from '../protocol/limits.ts';
import {
  type EcPoint,
  installPlatformCrypto,
  type PlatformCrypto,
  platformCrypto,
} from '../protocol/platform-crypto.ts';

/** A key is fully named by its coordinates, so no entry can be stale. */
const keys = new BoundedCache<KeyObject>(KEY_CACHE_MAX_ENTRIES);

function keyOf({ x, y }: EcPoint): KeyObject | undefined {
  const name = `${x}.${y}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  try {
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    keys.set(name, key);
    return key;
  } catch (error) {
    // The coordinates are no point of the curve. Anything else is a fault of the platform, not of the key.
    if ((error as NodeJS.ErrnoException).code === 'ERR_CRYPTO_INVALID_JWK') return undefined;
    throw error;
  }
}

/** Node's own functions, which take about half of the CPU time of its WebCrypto. */
export const nodeCrypto: PlatformCrypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  verifyEs256(point, signature, data) {
    const key = keyOf(point);
    return key !== undefined && verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature);
  },
  inflate(compressed, maxBytes) {
    try {
      const options = { maxOutputLength: maxBytes, info: true } as const;
      const { buffer, engine } = inflateSync(compressed, options) as unknown as Inflated;
      // Bytes after the end of the stream are passed over in silence.
      return engine.bytesWritten === compressed.length ? buffer : undefined;
    } catch {
      return undefined;
    }
  },
};

/** What `inflateSync` gives with `info`. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

/** Makes this process verify and digest with Node's own functions. Called by what starts a process. */
export function useNodeCrypto(): void {
  if (platformCrypto() === undefined) installPlatformCrypto(nodeCrypto);
}

/**
 * As `localSigner`, with Node's own signing for P-256.
 *
 * @throws schema_mismatch when the JWK is not a P-256 or Ed25519 private key
 */
export function nodeSigner(privateJwk: PrivateJwk, header: KeyHeader): Signer {
  const portable = localSigner(privateJwk, header);
  if (portable.alg !== 'ES256') return portable;
  const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
  return {
    alg: portable.alg,
    header,
    async sign(signingInput) {
      return new Uint8Array(sign('sha256', signingInput, { key, dsaEncoding: 'ieee-p1363' }));
    },
  };
}
