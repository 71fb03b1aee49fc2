import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FORMER_FOLDER, formerFiles } from '../http/former-keys.ts';
import { StartError } from '../http/index.ts';
import { readKeyFile } from '../http/key-file.ts';
import { jwkThumbprint } from '../protocol/digest/index.ts';
import {
  type Algorithm,
  generateKeyPair,
  type KeyHeader,
  type PrivateJwk,
  publicJwkOf,
} from '../protocol/jws/index.ts';
import type { Issuer, PlatformKey, PlatformKeyPair } from '../protocol/x509/index.ts';
import { makeFolder } from '../store/make-folder.ts';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** What a key file holds. @see src/http/key-file.ts, which reads it */
export interface NewKeyFile {
  readonly alg: Algorithm;
  readonly jwk: PrivateJwk;
  readonly header: KeyHeader;
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw unwritable(path, error);
  }
}

/**
 * Writes a file as a whole or not at all: beside it, flushed, then renamed over it. Nobody ever reads half a key or
 * half a list.
 *
 * @throws StartError when the folder cannot be written
 */
export async function writeWhole(path: string, content: string, mode: number): Promise<void> {
  const draft = `${path}.new`;
  try {
    makeFolder(dirname(path), PRIVATE_FOLDER);
    await writeFile(draft, content, { mode });
    const handle = await open(draft, 'r');
    await handle.chmod(mode);
    await handle.sync();
    await handle.close();
    await rename(draft, path);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): StartError {
  return new StartError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
}

/**
 * Before a file is replaced: it is kept beside, for what it still has to sign or to show of its own time. The oldest
 * leave.
 *
 * @param now Unix seconds
 * @throws StartError
 * @see OA-REC-11
 */
export async function keepFormer(path: string, now: number): Promise<void> {
  if (!(await exists(path))) return;
  const latest = (await formerFiles(path))[0]?.split('.').at(-1) ?? '0';
  const time = Math.max(now, Number(latest) + 1);
  const { mode } = await stat(path);
  const former = join(dirname(path), FORMER_FOLDER, `${basename(path)}.${time}`);
  await writeWhole(former, await readFile(path, 'utf8'), mode & 0o777);
  const kept = new Set(await formerFiles(path));
  const folder = dirname(former);
  for (const name of await readdir(folder)) {
    const one = join(folder, name);
    if (name.startsWith(`${basename(path)}.`) && !kept.has(one)) await rm(one, { force: true });
  }
}

/** Writes a private key so that only its owner can read it. @throws StartError */
export function writeKeyFile(path: string, { alg, jwk, header }: NewKeyFile): Promise<void> {
  return writeWhole(path, `${JSON.stringify({ alg, jwk, ...header })}\n`, PRIVATE_FILE);
}

/** A key that names itself by thumbprint: kept if the file exists, else made. @throws StartError */
export async function keepBareKey(path: string, alg: Algorithm): Promise<PrivateJwk> {
  if (await exists(path)) return (await readKeyFile(path)).jwk;
  const { publicJwk, privateJwk } = await generateKeyPair(alg);
  await writeKeyFile(path, { alg, jwk: privateJwk, header: { kid: await jwkThumbprint(publicJwk) } });
  return privateJwk;
}

/** The authority in a key file: its certificate stands first in x5c. @throws StartError */
export async function readAuthority(path: string): Promise<Issuer> {
  const { jwk, header } = await readKeyFile(path);
  const certificate = 'x5c' in header ? header.x5c[0] : undefined;
  if (certificate === undefined || jwk.kty !== 'EC') throw new StartError(`${path} holds no authority.`);
  return { certificate, privateKey: await importSigningKey(jwk) };
}

/** For signing certificates; messages are signed through `localSigner`. */
function importSigningKey(jwk: PrivateJwk): Promise<PlatformKey> {
  const { kty, crv, x, d } = jwk;
  const key = jwk.kty === 'EC' ? { kty, crv, x, y: jwk.y, d } : { kty, crv, x, d };
  const algorithm = jwk.kty === 'EC' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'Ed25519' };
  return crypto.subtle.importKey('jwk', key, algorithm, false, ['sign']);
}

/** Key pair objects as the certificate builder takes them. */
export async function signingPair(jwk: PrivateJwk): Promise<PlatformKeyPair> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const publicKey = await crypto.subtle.importKey('jwk', { ...publicJwkOf(jwk) }, algorithm, true, [
    'verify',
  ]);
  return { publicKey, privateKey: await importSigningKey(jwk) };
}
