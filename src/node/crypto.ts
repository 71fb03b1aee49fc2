import { isAscii } from 'node:buffer';
import {
  createPrivateKey,
  createPublicKey,
  getHashes,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { BoundedCache } from '../protocol/jws/bounded-cache.ts';
import { type KeyHeader, localSigner, type PrivateJwk, type Signer } from '../protocol/jws/index.ts';
import { KEY_CACHE_MAX_ENTRIES, TRUST_LIST_MAX_BYTES } from '../protocol/limits.ts';
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

/**
 * Where a text lies for the moment of one call, none of which waits for anything: to allocate memory for the bytes of
 * a message costs many times what it costs to decode them.
 */
const scratch = Buffer.allocUnsafeSlow(3 * TRUST_LIST_MAX_BYTES);

/** Three bytes are the most that UTF-8 takes for a unit of UTF-16. */
function utf8Of(text: string): Uint8Array {
  return 3 * text.length > scratch.length ? Buffer.from(text) : scratch.subarray(0, scratch.write(text));
}

/** Node's own functions, which take about half of the CPU time of its WebCrypto. */
export const nodeCrypto: PlatformCrypto = {
  sha256Base64url: (data) => hash('sha256', data, 'base64url'),
  sha256: (data) => hash('sha256', data, 'buffer'),
  verifyEs256(point, signature, data) {
    const key = keyOf(point);
    if (key === undefined) return false;
    const bytes = typeof data === 'string' ? utf8Of(data) : data;
    return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
  },
  decodeBase64url(text) {
    const bytes = Buffer.from(text, 'base64url');
    // Node's decoder forgives much; the encoder has one answer.
    return bytes.toString('base64url') === text ? new Uint8Array(bytes) : undefined;
  },
  decodeAscii(text) {
    if (text.length > scratch.length) return undefined;
    const length = scratch.write(text, 'base64url');
    const isCanonical = scratch.toString('base64url', 0, length) === text;
    return isCanonical && isAscii(scratch.subarray(0, length))
      ? scratch.toString('latin1', 0, length)
      : undefined;
  },
  ...(getHashes().includes('sm3') ? { sm3: (data: Uint8Array) => hash('sm3', data, 'buffer') } : {}),
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
