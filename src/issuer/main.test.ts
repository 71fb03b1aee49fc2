/** The server as operators see it: a real process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trustMemoryMigration } from '../http/index.ts';
import { generateKeyPair } from '../protocol/jws/index.ts';
import { readMessage } from '../protocol/messages/index.ts';
import { openStore } from '../store/index.ts';
import { createActors, IDS } from '../verifier/testing/actors.ts';
import { issuerMigrations } from './migrations.ts';
import { createBench, outcomeOf } from './psp/testing/bench.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

describe('issuer process', () => {
  let folder: string;
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openact-issuer-main-'));
    const { privateJwk, publicJwk } = await generateKeyPair('ES256');
    const file = JSON.stringify({ alg: 'ES256', jwk: privateJwk, x5c: ['AAAA'] });
    for (const name of ['issuer-mandate', 'issuer-status', 'psp-receipt']) {
      await writeFile(join(folder, `${name}.json`), file);
    }
    await writeFile(join(folder, 'trust.pub.json'), JSON.stringify(publicJwk));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  function start(changes: Record<string, string | undefined> = {}): ChildProcess {
    const environment = {
      PATH: process.env.PATH,
      OPENACT_DATABASE: join(folder, 'issuer.db'),
      OPENACT_PORT: '0',
      OPENACT_KEYS: folder,
      OPENACT_TRUST_URL: 'http://127.0.0.1:9/trust-list',
      OPENACT_TRUST_KEY: join(folder, 'trust.pub.json'),
      OPENACT_ISSUER_ID: 'did:act:bank.example/iac',
      OPENACT_PSP_ID: 'did:act:bank.example/psp',
      ...changes,
    };
    const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    running.add(child);
    return child;
  }

  async function ended(child: ChildProcess): Promise<Ended> {
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += String(chunk);
    });
    const [code] = await once(child, 'close');
    running.delete(child);
    return { code: code as number | null, stderr };
  }

  /** Resolves with the address once the process says that it listens. */
  async function listening(child: ChildProcess): Promise<string> {
    for await (const chunk of child.stderr ?? []) {
      const url = /"url":"([^"]+)"/.exec(String(chunk))?.[1];
      if (url !== undefined) return url;
    }
    throw new Error('ended before it listened');
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('OA-OPS-01 serves until %s, then ends with 0', async (signal) => {
    const child = start();
    const closed = once(child, 'close');
    const url = await listening(child);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    // Neither a trust service nor a certificate that anybody would accept.
    const readiness = async () => {
      const ready = await fetch(`${url}/readyz`);
      return [ready.status, await ready.json()];
    };
    const failing = ['trust_list', 'key_mandate', 'key_status', 'key_receipt'];
    // Whatever takes longer than a look is missing, too: on a busy machine the first look may be one.
    await expect
      .poll(readiness)
      .toMatchObject([
        503,
        { failing: [...failing, 'certificate_mandate', 'certificate_status', 'certificate_receipt'] },
      ]);
    child.kill(signal);
    expect(await closed).toEqual([0, null]);
    running.delete(child);
  });

  test('listens for its operator only when it is asked to, and then with the token (OA-ICN-23)', async () => {
    const token = 'a token that is long enough for it';
    const child = start({ OPENACT_OPERATOR: '0', OPENACT_OPERATOR_TOKEN: token });
    const closed = once(child, 'close');
    let text = '';
    for await (const chunk of child.stderr ?? []) {
      text += String(chunk);
      if (text.includes('listening for the operator')) break;
    }
    const url = /"url":"([^"]+)"[^}]*listening for the operator/.exec(text)?.[1] ?? '';
    const nettings = `${url}/clearing/nettings?partner=did:act:pay.example/psp`;
    const asked = await fetch(nettings, { headers: { authorization: `Bearer ${token}` } });
    expect([asked.status, await asked.json()]).toEqual([200, { nettings: [] }]);
    expect((await fetch(nettings)).status).toBe(404);
    child.kill('SIGTERM');
    await closed;
    running.delete(child);
    const refused = await ended(start({ OPENACT_OPERATOR: '0', OPENACT_OPERATOR_TOKEN: 'short' }));
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('OPENACT_OPERATOR_TOKEN') });
  });

  test('test control listens only when it is asked for, and then with its token', async () => {
    const heard = async (child: ChildProcess, words: string): Promise<string> => {
      let all = '';
      for await (const chunk of child.stderr ?? []) {
        all += String(chunk);
        if (all.includes(words)) return all;
      }
      return all;
    };
    const asked = { OPENACT_TEST_CONTROL: '0', OPENACT_TEST_CONTROL_TOKEN: 'a token of length' };
    const child = start(asked);
    const closed = once(child, 'close');
    const text = await heard(child, 'test control');
    const url = /"url":"([^"]+)"[^}]*test control/.exec(text)?.[1] ?? '';
    const authorization = `Bearer ${asked.OPENACT_TEST_CONTROL_TOKEN}`;
    expect((await fetch(`${url}/control`, { headers: { authorization } })).status).toBe(200);
    expect((await fetch(`${url}/control`)).status).toBe(404);
    child.kill('SIGTERM');
    await closed;
    running.delete(child);
    const plain = start();
    const over = once(plain, 'close');
    const listeningAt = await listening(plain);
    expect((await fetch(`${listeningAt}/control`, { headers: { authorization } })).status).toBe(404);
    plain.kill('SIGTERM');
    await over;
    running.delete(plain);
    const refused = await ended(start({ ...asked, NODE_ENV: 'production' }));
    expect(refused).toEqual({ code: 1, stderr: expect.stringContaining('NODE_ENV=production') });
  });

  test('OA-LDG-24 what was committed and not signed is signed before the server listens', async () => {
    const actors = await createActors();
    const bench = await createBench(actors);
    const sign = () => Promise.reject(new Error('crashed before it signed'));
    await bench.restart({ receiptSigner: { ...actors.psp.signer, sign } });
    expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('payment_pending');
    await bench.store.close();
    const child = start({ OPENACT_DATABASE: bench.location });
    const closed = once(child, 'close');
    await listening(child);
    child.kill('SIGKILL');
    await closed;
    running.delete(child);
    const store = await openStore(bench.location, [...issuerMigrations, trustMemoryMigration]);
    const rows = await store.read.all('SELECT jws FROM receipts ORDER BY audience');
    await store.close();
    expect(rows.map(({ jws }) => readMessage('receipt', String(jws)).claims.aud)).toEqual([
      IDS.agent,
      IDS.merchant,
    ]);
    await bench.close();
  });

  const failures: [what: string, changes: () => Promise<Record<string, string | undefined>>, says: RegExp][] =
    [
      [
        'a missing variable',
        async () => ({ OPENACT_DATABASE: undefined }),
        /^OPENACT_DATABASE is not set\.\n$/,
      ],
      [
        'no payment service',
        async () => ({ OPENACT_PSP_ID: undefined }),
        /^OPENACT_PSP_ID or OPENACT_PSPS is not set\.\n$/,
      ],
      [
        'a port that is none',
        async () => ({ OPENACT_PORT: '99999' }),
        /^OPENACT_PORT is not a port: 99999\n$/,
      ],
      [
        'missing keys',
        async () => ({ OPENACT_KEYS: join(folder, 'none') }),
        /^The key file .*issuer-mandate\.json cannot be read \(ENOENT\)\.\n$/,
      ],
      [
        'a damaged database',
        async () => {
          await writeFile(join(folder, 'damaged.db'), 'x'.repeat(10_000));
          return { OPENACT_DATABASE: join(folder, 'damaged.db') };
        },
        /^[^\n]*damaged\.db[^\n]*\n$/,
      ],
      [
        'a data folder that cannot be written',
        async () => {
          await writeFile(join(folder, 'file'), '');
          return { OPENACT_DATABASE: join(folder, 'file', 'issuer.db') };
        },
        /^[^\n]+\n$/,
      ],
    ];

  test.each(failures)('%s: one line and a status that is not 0', async (_what, changes, says) => {
    const { code, stderr } = await ended(start(await changes()));
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(1);
  });

  test('a port in use: one line and a status that is not 0', async () => {
    const occupant: Server = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const address = occupant.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, stderr } = await ended(start({ OPENACT_PORT: String(port), OPENACT_LOG: 'silent' }));
    occupant.close();
    expect(stderr).toBe(`Port ${port} on 127.0.0.1 is in use.\n`);
    expect(code).toBe(1);
  });
});
