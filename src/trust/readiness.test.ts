import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSigner } from '../http/key-file.ts';
import { generateKeyPair, localSigner, type Signer } from '../protocol/jws/index.ts';
import { openTrustList } from '../verifier/index.ts';
import { trustPublish } from './cli.ts';
import type { CreditService } from './credit/ports.ts';
import type { AnchorService } from './log/service.ts';
import { anchorChecks } from './readiness.ts';
import { createLogWorld, ID, type LogWorld, NOW, random } from './testing/log-world.ts';

const DAY = 86_400;

let world: LogWorld;
beforeEach(async () => {
  world = await createLogWorld();
});
afterEach(() => world.close());

/** A fresh look, without outcomes that were kept and without the time limit, which a busy machine may miss. */
async function failing(change: Partial<AnchorService> = {}, credit?: CreditService) {
  const { dir, store, key, signer, pinnedKeys } = world;
  const handler = { id: ID.handler, signer: await loadSigner(join(dir, 'log/finding.json')) };
  const service = { store, key, signer, pinnedKeys, random, handler, ...change };
  const current = async (now: number) =>
    openTrustList((await readFile(join(dir, 'trust-list.jwt'), 'utf8')).trim(), pinnedKeys, now);
  const around = { store, clock: () => world.now, trust: { current } };
  const names: string[] = [];
  for (const { name, run } of anchorChecks(service, credit, around)) {
    await run().catch(() => names.push(name));
  }
  return names;
}

const silent = (signer: Signer): Signer => ({
  ...signer,
  sign: () => Promise.reject(new Error('no key service')),
});

describe('OA-OPS-22 a service that keeps the log is ready', () => {
  beforeEach(async () => {
    expect(await failing()).toEqual([]);
  });

  test('only while its database takes a write', async () => {
    const readOnly = {
      ...world.store,
      read: world.store.read,
      transact: () => Promise.reject(new Error('read-only')),
    };
    const { store } = world;
    Object.assign(world, { store: readOnly });
    expect(await failing()).toEqual(['database']);
    Object.assign(world, { store });
    expect(await failing()).toEqual([]);
  });

  test('only while its clock has not gone back', async () => {
    world.now = NOW - 60;
    expect(await failing()).toEqual([]);
    world.now = NOW - 61;
    expect(await failing()).toContain('clock');
  });

  test('only while its keys sign', async () => {
    expect(await failing({ signer: silent(world.signer) })).toEqual(['key_log']);
    const signer = silent(await loadSigner(join(world.dir, 'log/finding.json')));
    expect(await failing({ handler: { id: ID.handler, signer } })).toEqual(['key_finding']);
  });

  test('only while readers believe what it signs', async () => {
    const { publicJwk, privateJwk } = await generateKeyPair('Ed25519');
    if (publicJwk.kty !== 'OKP') throw new Error('no Ed25519 key');
    const unlisted = { key: { ...world.key, publicJwk }, signer: localSigner(privateJwk, { kid: 'k' }) };
    expect(await failing(unlisted)).toEqual(['certificate_log']);
    expect(await failing({ key: { ...world.key, name: 'other.example/log' } })).toEqual(['certificate_log']);
    const signer = await loadSigner(join(world.dir, 'log/finding.json'));
    expect(await failing({ handler: { id: ID.log, signer } })).toEqual(['certificate_finding']);
    const change = { id: ID.log, role: 'LOG' } as const;
    await trustPublish(world.dir, { changes: [{ ...change, status: 'SUSPENDED' }], now: NOW });
    expect(await failing()).toEqual(['certificate_log']);
  });

  test('only while its list is one of now', async () => {
    world.now = NOW + 7 * DAY;
    expect(await failing()).toEqual(['trust_list', 'certificate_finding', 'certificate_log']);
  });

  test('only while its key for answers on credit is one that others accept', async () => {
    const finding = await loadSigner(join(world.dir, 'log/finding.json'));
    const sources = {} as CreditService['sources'];
    const credit = { id: ID.handler, baseUrl: 'https://credit.example', signer: finding, sources };
    expect(await failing({}, credit)).toEqual(['certificate_credit']);
    expect(await failing({}, { ...credit, signer: silent(finding) })).toEqual([
      'key_credit',
      'certificate_credit',
    ]);
  });
});

test('OA-OPS-20 says so over HTTP', async () => {
  const ready = async () => (await world.app.request('/readyz')).json();
  await expect.poll(ready, { timeout: 60_000, interval: 500 }).toEqual({ name: 'trust', status: 'ok' });
  const other = await createLogWorld();
  await other.store.close();
  const answer = await other.app.request('/readyz');
  expect([answer.status, await answer.json()]).toMatchObject([
    503,
    { failing: expect.arrayContaining(['database', 'log']) },
  ]);
  await rm(other.dir, { recursive: true });
});
