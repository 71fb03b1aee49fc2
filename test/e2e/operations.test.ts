import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../scenarios/ports.ts';
import { TOKEN_TEXT } from '../../src/protocol/jws/testing/token-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];
/** As many servers as `npm start` has, and some. */
const PORTS = 10;

interface Running {
  readonly child: ChildProcess;
  readonly data: string;
  readonly port: number;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
}

async function start(args: string[]): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'openact-operations-'));
  folders.push(data);
  const port = await freePorts(PORTS);
  const env = {
    ...process.env,
    OPENACT_DATA: data,
    OPENACT_PORT: String(port),
    OPENACT_LOG: 'trace',
    NO_COLOR: '1',
  };
  const child = spawn(process.execPath, ['demo/start.ts', ...args], { cwd: root, env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, data, port, out: () => out, err: () => err, ended };
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The secret members of every key file of a run. */
function privateKeys(data: string): string[] {
  return readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.endsWith('purchase.json'))
    .flatMap((name) => [...readFileSync(join(data, name), 'utf8').matchAll(/"d":\s*"([^"]+)"/g)])
    .map((match) => match[1] ?? '');
}

describe('logs', () => {
  test('OA-PRV-05 are structured and hold no token, key or raw intent', async () => {
    const run = await start(['--once', '--json']);
    expect(await run.ended).toBe(0);
    const lines = run.err().trim().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ role: expect.any(String) });
    const keys = privateKeys(run.data);
    expect(keys.length).toBeGreaterThan(5);
    const written = run.err() + run.out();
    expect(written).not.toMatch(TOKEN_TEXT);
    for (const secret of [...keys, 'ACT-Command', 'Buy me one train ticket']) {
      expect(written.includes(secret), `found ${secret.slice(0, 12)}… in the output`).toBe(false);
    }
  });
});

describe('SIGTERM', () => {
  test('OA-OPS-01 drains and closes: exit 0, and the addresses are free', async () => {
    const run = await start([]);
    while (!run.out().includes('stays up') && run.child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const health = `http://127.0.0.1:${run.port + 1}/readyz`;
    await expect.poll(async () => (await fetch(health)).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    await expect(fetch(health)).rejects.toThrow();
  });
});
