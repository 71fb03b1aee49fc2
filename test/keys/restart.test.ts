/** OA-KEY-21: when a server's new key signs, and when a new list reaches it: real processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trustMemoryMigration } from '../../src/http/index.ts';
import { readKeyFile, readPinnedKeys } from '../../src/http/key-file.ts';
import { issuerMigrations } from '../../src/issuer/index.ts';
import { decodeJws } from '../../src/protocol/jws/index.ts';
import { openCheckpoint } from '../../src/protocol/merkle/index.ts';
import { openStore } from '../../src/store/index.ts';
import { type CertifiedEntity, trustCertify, trustPublish } from '../../src/trust/index.ts';
import { logKeysOf, openTrustList, type TrustList, verifyStatusList } from '../../src/verifier/index.ts';

const mainOf = (role: string): string => fileURLToPath(new URL(`../../src/${role}/main.ts`, import.meta.url));
const operator = 'did:act:trust.example/list';
const LOG: CertifiedEntity = { id: 'did:act:trust.example/log', role: 'LOG', folder: 'log' };
const ISSUER: CertifiedEntity = { id: 'did:act:bank.example/iac', role: 'IAC_ISSUER', folder: 'bank' };
const BASE_URL = 'https://bank.example';

let dir: string;
let lists: Server;
let listUrl: string;
const running = new Set<ChildProcess>();
const now = (): number => Math.floor(Date.now() / 1_000);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'openact-restart-'));
  for (const entity of [LOG, ISSUER]) {
    await trustCertify(dir, entity, now());
    await trustPublish(dir, { operator, changes: [entity], now: now() });
  }
  lists = createServer(async (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/jwt' });
    response.end(await readFile(join(dir, 'trust-list.jwt')));
  });
  await new Promise<void>((resolve) => lists.listen(0, '127.0.0.1', resolve));
  listUrl = `http://127.0.0.1:${(lists.address() as AddressInfo).port}/trust-list`;
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  lists.closeAllConnections();
  await new Promise((resolve) => lists.close(resolve));
  await rm(dir, { recursive: true });
});

/** Runs a server while something is asked of it. */
async function whileRunning<T>(
  role: string,
  environment: Readonly<Record<string, string>>,
  ask: (url: string) => Promise<T>,
): Promise<T> {
  const env = { PATH: process.env.PATH, OPENACT_PORT: '0', ...environment };
  const child = spawn(process.execPath, [mainOf(role)], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  const closed = once(child, 'close');
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  while (!said.includes('"url"')) {
    await Promise.race([once(child.stderr, 'data'), closed]);
    if (child.exitCode !== null) throw new Error(`${role} did not start: ${said}`);
  }
  const answer = await ask(/"url":"([^"]+)"/.exec(said)?.[1] ?? '');
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
  running.delete(child);
  return answer;
}

async function listNow(text?: string): Promise<TrustList> {
  const compact = text ?? (await readFile(join(dir, 'trust-list.jwt'), 'utf8'));
  return openTrustList(compact.trim(), await readPinnedKeys(join(dir, 'trust-list.pub.json')), now());
}

async function renew(entity: CertifiedEntity): Promise<void> {
  await trustCertify(dir, entity, now(), 'renew');
  await trustPublish(dir, { changes: [entity], now: now() });
}

const textAt = async (address: string): Promise<string> => (await fetch(address)).text();

test('the log signs with its former key until it is started again; the list that it hands out is the newest at once', async () => {
  const environment = {
    OPENACT_TRUST_LIST: join(dir, 'trust-list.jwt'),
    OPENACT_TRUST_KEY: join(dir, 'trust-list.pub.json'),
    OPENACT_DATABASE: join(dir, 'log.db'),
    OPENACT_KEYS: join(dir, LOG.folder),
    OPENACT_LOG_ID: LOG.id,
  };
  /** Which of the listed keys has signed: 0 for the present one. */
  const signedBy = async (note: string): Promise<readonly number[]> => {
    const keys = await logKeysOf(await listNow(), LOG.id, now());
    const opened = await Promise.allSettled(keys.map((key) => openCheckpoint(note, key)));
    return opened.flatMap(({ status }, at) => (status === 'fulfilled' ? [at] : []));
  };
  await whileRunning('trust', environment, async (url) => {
    expect(await signedBy(await textAt(`${url}/checkpoint`))).toEqual([0]);
    const { sequence } = await listNow();
    await renew(LOG);
    expect((await listNow(await textAt(`${url}/trust-list`))).sequence).toBe(sequence + 1);
    expect(await signedBy(await textAt(`${url}/checkpoint`))).toEqual([1]);
  });
  await whileRunning('trust', environment, async (url) => {
    expect(await signedBy(await textAt(`${url}/checkpoint`))).toEqual([0]);
  });
});

test('an issuer signs with its former key until it is started again, and both are believed meanwhile', async () => {
  const database = join(dir, 'issuer.db');
  const store = await openStore(database, [...issuerMigrations, trustMemoryMigration]);
  await store.transact((tx) =>
    tx.run('INSERT INTO iac_status_lists (number, allotted, version) VALUES (1, 0, 1)'),
  );
  await store.close();
  const environment = {
    OPENACT_DATABASE: database,
    OPENACT_KEYS: join(dir, ISSUER.folder),
    OPENACT_TRUST_URL: listUrl,
    OPENACT_TRUST_KEY: join(dir, 'trust-list.pub.json'),
    OPENACT_ISSUER_ID: ISSUER.id,
    OPENACT_PSPS: 'did:act:bank.example/psp',
    OPENACT_BASE_URL: BASE_URL,
  };
  const leafOf = (compact: string) => decodeJws(compact, { typ: 'statuslist+jwt' }).header.x5c?.[0];
  const ownLeaf = async () => {
    const { header } = await readKeyFile(join(dir, ISSUER.folder, 'issuer-status.json'));
    return 'x5c' in header ? header.x5c[0] : undefined;
  };
  const believed = async (compact: string) => {
    const uri = `${BASE_URL}/status-lists/1`;
    const context = { trustList: await listNow(), now: now(), issuer: ISSUER.id, uri };
    return (await verifyStatusList(compact, context)).verdict;
  };
  const listAt = (url: string) => textAt(`${url}/status-lists/1`);
  const former = await ownLeaf();
  const before = await whileRunning('issuer', environment, async (url) => {
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
    await renew(ISSUER);
    return listAt(url);
  });
  const after = await whileRunning('issuer', environment, listAt);
  expect([leafOf(before), leafOf(after)]).toEqual([former, await ownLeaf()]);
  expect(former).not.toBe(await ownLeaf());
  expect([await believed(before), await believed(after)]).toEqual(['accepted', 'accepted']);
});
