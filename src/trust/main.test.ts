/** The server as operators see it: a real process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trustInit, trustPublish } from './index.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const operator = 'did:act:trust.example/list';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'openact-trust-main-'));
  const now = Math.floor(Date.now() / 1000);
  await trustInit(dir, now);
  await trustPublish(dir, {
    operator,
    changes: [{ id: 'did:act:rail.example/tickets', role: 'MERCHANT' }],
    now,
  });
});
afterAll(() => rm(dir, { recursive: true }));

function start(changes: Record<string, string>) {
  const environment = { PATH: process.env.PATH, OPENACT_PORT: '0', ...changes };
  const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  return { child, closed: once(child, 'close'), stderr: () => stderr };
}

test('serves the list until SIGTERM, then ends with 0', async () => {
  const { child, closed, stderr } = start({ OPENACT_TRUST_LIST: join(dir, 'trust-list.jwt') });
  while (!stderr().includes('"url"')) await once(child.stderr, 'data');
  const url = /"url":"([^"]+)"/.exec(stderr())?.[1];
  const answer = await fetch(`${url}/trust-list`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/^ey/);
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});

test('OA-OPS-02 an address that asks too often is refused, with Retry-After', async () => {
  const { child, closed, stderr } = start({
    OPENACT_TRUST_LIST: join(dir, 'trust-list.jwt'),
    OPENACT_ADDRESS_RATE: '1',
  });
  while (!stderr().includes('"url"')) await once(child.stderr, 'data');
  const url = /"url":"([^"]+)"/.exec(stderr())?.[1];
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/trust-list`)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ headers }) => headers.get('retry-after') === '1')).toBe(true);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});

test.each([
  ['OPENACT_TRUST_LIST is not set.\n', {}],
  ['The trust list /nowhere/list.jwt cannot be read.\n', { OPENACT_TRUST_LIST: '/nowhere/list.jwt' }],
])('says in one line: %s', async (line, changes) => {
  const { closed, stderr } = start(changes as Record<string, string>);
  expect(await closed).toEqual([1, null]);
  expect(stderr()).toBe(line);
});
