import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../http/index.ts';
import { readPublicJwk } from '../http/key-file.ts';
import { parseUtcSeconds } from '../protocol/time/index.ts';
import { openTrustList } from '../verifier/index.ts';
import { createTrustApp, trustInit, trustPublish } from './index.ts';

const NOW = parseUtcSeconds('2026-11-20T09:00:00Z');
const NEXT_UPDATE = NOW + 7 * 86_400;
const operator = 'did:act:trust.example/list';
const entity = { id: 'did:act:rail.example/tickets', role: 'MERCHANT' } as const;

let dir: string;
let now = NOW;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'openact-trust-app-'));
  await trustInit(dir, NOW);
  await trustPublish(dir, { operator, changes: [entity], now: NOW });
});
afterAll(() => rm(dir, { recursive: true }));

function appFor(listPath = join(dir, 'trust-list.jwt')) {
  return createTrustApp({ listPath, clock: () => now, log: createLogger('test', 'silent') });
}

test('hands out the signed list, and the next one as soon as it stands on disk', async () => {
  const app = appFor();
  const pinned = await readPublicJwk(join(dir, 'trust-list.pub.json'));
  const first = await app.request('/trust-list');
  expect(first.headers.get('content-type')).toBe('application/jwt');
  const before = await openTrustList(await first.text(), pinned, NOW);
  await trustPublish(dir, { changes: [{ ...entity, status: 'SUSPENDED' }], now: NOW });
  const after = await openTrustList(await (await app.request('/trust-list')).text(), pinned, NOW);
  expect(after.sequence).toBe(before.sequence + 1);
  expect(after.entry(entity.id, 'MERCHANT')?.status).toBe('SUSPENDED');
  await trustPublish(dir, { changes: [{ ...entity, status: 'ACTIVE' }], now: NOW });
});

test.each([
  ['public, max-age=60', NEXT_UPDATE - 3_600],
  ['public, max-age=5', NEXT_UPDATE - 5],
  ['no-store', NEXT_UPDATE],
])('says %s for as long as the list may be kept', async (expected, at) => {
  now = at;
  const { headers, status } = await appFor().request('/trust-list');
  now = NOW;
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe(expected);
});

test('OA-TRL-06 without a readable list there is none', async () => {
  const missing = await appFor(join(dir, 'none.jwt')).request('/trust-list');
  expect(missing.status).toBe(503);
  expect(await missing.json()).toMatchObject({ code: 'trust_list_unavailable' });
  expect((await appFor().request('/trust-list')).status).toBe(200);
});

/** One that waits for a writer, one without end, one too large to be a list. */
const NO_LISTS: Readonly<Record<string, (path: string) => unknown>> = {
  'a pipe': (path) => spawnSync('mkfifo', [path]),
  'a device': (path) => symlinkSync('/dev/zero', path),
  'a file of a mebibyte': (path) => writeFileSync(path, ' '.repeat(1_048_576)),
};

test.runIf(process.platform !== 'win32').each(Object.entries(NO_LISTS))(
  'OA-TRL-06 %s in the place of the list is no list, and takes nothing away from others',
  async (_what, put) => {
    const folder = await mkdtemp(join(dir, 'no-list-'));
    const path = join(folder, 'trust-list.jwt');
    put(path);
    const app = appFor(path);
    // More often than a process has threads for files.
    for (let tries = 0; tries < 8; tries += 1) expect((await app.request('/trust-list')).status).toBe(503);
    await rm(path);
    await copyFile(join(dir, 'trust-list.jwt'), path);
    expect((await app.request('/trust-list')).status).toBe(200);
  },
);

test('nothing can be signed or certified over HTTP', async () => {
  const app = appFor();
  for (const path of ['/trust-list', '/certificates', '/publish']) {
    expect((await app.request(path, { method: 'POST' })).status).toBeGreaterThanOrEqual(404);
  }
  expect((await app.request('/readyz')).status).toBe(200);
});
