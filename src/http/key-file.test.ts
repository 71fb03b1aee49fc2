import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jwkThumbprint } from '../protocol/digest/index.ts';
import { decodeJws, generateKeyPair, type JwkPair, signJws, verifySignature } from '../protocol/jws/index.ts';
import { loadSigner, readKeyFile, readPinnedKeys, readPublicJwk } from './key-file.ts';

let folder: string;
let pair: JwkPair;
let kid: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-keys-'));
  pair = await generateKeyPair('ES256');
  kid = await jwkThumbprint(pair.publicJwk);
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('a key file gives a signer whose signature verifies', async () => {
  const signer = await loadSigner(await fileOf('good.json', { alg: 'ES256', jwk: pair.privateJwk, kid }));
  const compact = await signJws({ typ: 'test+jwt', payload: { a: 1 }, signer });
  const decoded = decodeJws(compact, { typ: 'test+jwt' });
  expect(decoded.header.kid).toBe(kid);
  expect(await verifySignature(decoded, pair.publicJwk)).toBe(true);
});

test('certificates are kept in order', async () => {
  const path = await fileOf('x5c.json', { alg: 'ES256', jwk: pair.privateJwk, x5c: ['AAAA', 'BBBB'] });
  expect((await readKeyFile(path)).header).toEqual({ x5c: ['AAAA', 'BBBB'] });
});

const damaged: [what: string, change: (good: Record<string, unknown>) => unknown][] = [
  ['no JSON', () => 'not json'],
  ['no object', () => '[1]'],
  ['no key', ({ jwk: _gone, ...rest }) => rest],
  ['a public key only', (good) => ({ ...good, jwk: pair.publicJwk })],
  ['another algorithm', (good) => ({ ...good, alg: 'Ed25519' })],
  ['no name for the key', ({ kid: _gone, ...rest }) => rest],
  ['two names for the key', (good) => ({ ...good, x5c: ['AAAA'] })],
  ['an empty chain', ({ kid: _gone, ...rest }) => ({ ...rest, x5c: [] })],
];

test.each(damaged)('refuses a file with %s in one line that holds no key', async (_what, change) => {
  const good = { alg: 'ES256', jwk: pair.privateJwk, kid };
  const path = await fileOf('damaged.json', change(good));
  const refused = await loadSigner(path).then(
    () => undefined,
    (error: Error) => error,
  );
  expect(refused?.name).toBe('StartError');
  expect(refused?.message).toContain(path);
  expect(refused?.message).not.toContain('\n');
  expect(refused?.message).not.toContain(pair.privateJwk.d);
  await expect(loadSigner(await fileOf('damaged.json', good))).resolves.toMatchObject({ alg: 'ES256' });
});

test('a missing file is named', async () => {
  const path = join(folder, 'none.json');
  await expect(loadSigner(path)).rejects.toThrow(`The key file ${path} cannot be read (ENOENT).`);
  await expect(readPublicJwk(path)).rejects.toThrow('cannot be read (ENOENT)');
});

test('a public key file holds a key, and none with its private part', async () => {
  expect(await readPublicJwk(await fileOf('pub.json', pair.publicJwk))).toEqual(pair.publicJwk);
  const { publicJwk, privateJwk } = pair;
  expect(await readPinnedKeys(await fileOf('pub.json', { keys: [publicJwk] }))).toEqual([publicJwk]);
  for (const content of [privateJwk, { keys: [publicJwk, privateJwk] }]) {
    const path = await fileOf('pub.json', content);
    const refused = await readPinnedKeys(path).catch((error: Error) => error);
    expect(refused).toMatchObject({ name: 'StartError', message: expect.stringContaining('private part') });
    expect(String(refused)).not.toContain(privateJwk.d);
  }
  await expect(readPublicJwk(await fileOf('pub.json', privateJwk))).rejects.toThrow('private part');
  await expect(readPublicJwk(await fileOf('pub.json', { kty: 'RSA' }))).rejects.toThrow('is damaged');
});
