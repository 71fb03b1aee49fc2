/** The server as operators see it: a real process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateKeyPair } from '../protocol/jws/index.ts';
import { testConfig } from './testing/world.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let folder: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-merchant-main-'));
  const { privateJwk, publicJwk } = await generateKeyPair('ES256');
  const key = JSON.stringify({ alg: 'ES256', jwk: privateJwk, x5c: ['AAAA'] });
  await writeFile(join(folder, 'merchant-quote.json'), key);
  await writeFile(join(folder, 'trust.pub.json'), JSON.stringify(publicJwk));
  await writeFile(join(folder, 'config.json'), JSON.stringify(testConfig()));
  await writeFile(join(folder, 'wrong.json'), JSON.stringify({ ...testConfig(), surprise: true }));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function start(changes: Readonly<Record<string, string>> = {}) {
  const environment = {
    PATH: process.env.PATH,
    OPENACT_CONFIG: join(folder, 'config.json'),
    OPENACT_DATABASE: join(folder, 'shop.db'),
    OPENACT_KEYS: folder,
    OPENACT_PORT: '0',
    OPENACT_TRUST_URL: 'http://127.0.0.1:9/trust-list',
    OPENACT_TRUST_KEY: join(folder, 'trust.pub.json'),
    ...changes,
  };
  const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const closed = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return {
    ...{ child, closed, stderr: () => stderr },
    /** The address, once the process says that it listens. */
    async listening(): Promise<string> {
      for (;;) {
        const url = /"url":"([^"]+)"/.exec(stderr)?.[1];
        if (url !== undefined) return url;
        if (!running.has(child)) throw new Error(`ended before it listened: ${stderr}`);
        await Promise.race([once(child.stderr, 'data'), closed]);
      }
    },
  };
}

test.each(['SIGTERM', 'SIGINT'] as const)('OA-OPS-01 serves until %s, then ends with 0', async (signal) => {
  const { child, closed, stderr, listening } = start({ OPENACT_PROXYS: '1' });
  const url = await listening();
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  child.kill(signal);
  expect(await closed).toBe(0);
  expect(stderr()).toContain('stopped');
  expect(stderr()).toContain('"names":["OPENACT_PROXYS"]');
});

describe('what is wrong is said in one line, and the status is not 0', () => {
  test.each([
    [
      'a configuration with a surplus member',
      { OPENACT_CONFIG: 'wrong.json' },
      / is wrong: schema_mismatch /,
    ],
    ['no configuration', { OPENACT_CONFIG: 'none.json' }, / cannot be read\.$/],
    ['no pinned key', { OPENACT_TRUST_KEY: 'none.json' }, / cannot be read \(ENOENT\)\.$/],
  ])('%s', async (_what, changes, line) => {
    const inFolder = Object.fromEntries(
      Object.entries(changes).map(([name, file]) => [name, join(folder, file)]),
    );
    const { closed, stderr } = start(inFolder);
    expect(await closed).toBe(1);
    expect(stderr().trimEnd()).toMatch(line);
    expect(stderr().trimEnd()).not.toContain('\n');
  });
});
