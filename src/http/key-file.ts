import { nodeSigner } from '../node/crypto.ts';
import { hasPrivatePart, type PublicJwk, publicJwkFrom } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { isJsonObject, type JsonObject, parseStrict } from '../protocol/json/index.ts';
import type { Algorithm, KeyHeader, PrivateJwk, Signer } from '../protocol/jws/index.ts';
import { MESSAGE_MAX_BYTES } from '../protocol/limits.ts';
import { readBeginning } from './read-beginning.ts';
import { StartError } from './start-error.ts';

/**
 * One signing key on disk: `{"alg", "jwk", "x5c"}` for an institution, `{"alg", "jwk", "kid"}` for an agent, a device
 * or the trust list. The file is written with mode 0600.
 */
export interface KeyFile {
  readonly alg: Algorithm;
  readonly jwk: PrivateJwk;
  /** How readers of a signed message find the key. */
  readonly header: KeyHeader;
}

async function readObject(path: string, what: string): Promise<JsonObject> {
  let bytes: Uint8Array;
  try {
    bytes = await readBeginning(path, MESSAGE_MAX_BYTES + 1);
  } catch (error) {
    throw new StartError(`The ${what} ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  return reading(path, what, () => {
    const value = parseStrict(bytes);
    if (!isJsonObject(value)) throw new ActError('schema_mismatch', { rule: 'object' });
    return value;
  });
}

/** What is wrong is said by code only: the file holds a private key. */
function reading<T>(path: string, what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ActError) throw new StartError(`The ${what} ${path} is damaged (${error.code}).`);
    throw error;
  }
}

function headerOf({ x5c, kid }: JsonObject): KeyHeader {
  if (
    kid === undefined &&
    Array.isArray(x5c) &&
    x5c.length > 0 &&
    x5c.every((entry) => typeof entry === 'string')
  ) {
    return { x5c };
  }
  if (x5c === undefined && typeof kid === 'string') return { kid };
  throw new ActError('schema_mismatch', { rule: 'key_header' });
}

function privateJwkOf(value: unknown): PrivateJwk {
  const jwk = publicJwkFrom(value);
  const { d } = value as { readonly d?: unknown };
  if (typeof d !== 'string') throw new ActError('schema_mismatch', { rule: 'jwk_private' });
  return { ...jwk, d };
}

/**
 * Reads a key file.
 *
 * @throws StartError when the file is missing or is no key file
 */
export async function readKeyFile(path: string): Promise<KeyFile> {
  const file = await readObject(path, 'key file');
  return reading(path, 'key file', () => {
    const jwk = privateJwkOf(file.jwk);
    const alg: Algorithm = jwk.kty === 'EC' ? 'ES256' : 'Ed25519';
    if (file.alg !== alg) throw new ActError('jws_alg_not_allowed');
    return { alg, jwk, header: headerOf(file) };
  });
}

/**
 * A signer for the key in a file. Deployments with a key service inject their own Signer instead.
 *
 * @throws StartError when the file is missing or is no key file
 */
export async function loadSigner(path: string): Promise<Signer> {
  const { jwk, header } = await readKeyFile(path);
  return reading(path, 'key file', () => nodeSigner(jwk, header));
}

/** A file that others may read has no private part in it: whoever has read it can sign. */
function publicJwkIn(path: string, value: unknown): PublicJwk {
  if (hasPrivatePart(value)) {
    throw new StartError(
      `The public key ${path} has a private part (d): replace this key, and put the public one alone there.`,
    );
  }
  return publicJwkFrom(value);
}

/**
 * Reads a public key (the pinned key of the trust list).
 *
 * @throws StartError when the file is missing or holds no P-256 or Ed25519 key, or a private one
 */
export async function readPublicJwk(path: string): Promise<PublicJwk> {
  const file = await readObject(path, 'public key');
  return reading(path, 'public key', () => publicJwkIn(path, file));
}

const PINS_MAX = 3;

/**
 * Reads the pinned key of the trust list, or `{"keys": [...]}` while it is being replaced.
 *
 * @throws StartError when the file is missing or holds anything else
 * @see OA-TRL-10
 */
export async function readPinnedKeys(path: string): Promise<readonly PublicJwk[]> {
  const file = await readObject(path, 'public key');
  return reading(path, 'public key', () => {
    if (!('keys' in file)) return [publicJwkIn(path, file)];
    const { keys } = file;
    if (!Array.isArray(keys) || keys.length === 0 || keys.length > PINS_MAX) {
      throw new ActError('schema_mismatch', { rule: 'keys' });
    }
    return keys.map((key) => publicJwkIn(path, key));
  });
}
