import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A server with one address, whose log goes to standard error, asks itself and tells what came back. */
const SERVER = `
  const { createApp, createLogger, listen } = await import(process.argv[1]);
  const log = createLogger('role');
  log.info('listening');
  const app = createApp({ name: 'role', log, checks: [] });
  app.get('/paid', (c) => c.json({ paid: true }));
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const answer = await fetch(server.url + '/paid');
  console.log(answer.status, await answer.text());
  await server.close();`;

function ranWith(standardError: number): { readonly status: number | null; readonly stdout: string } {
  const module = new URL('./index.ts', import.meta.url).href;
  const args = ['--input-type=module', '-e', SERVER, module];
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', standardError],
    encoding: 'utf8',
  });
  return { status, stdout };
}

const answered = { status: 0, stdout: '200 {"paid":true}\n' };
const TIMEOUT_MILLISECONDS = 300_000;

test(
  'log lines go to standard error, one a line',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'openact-log-'));
    const file = openSync(join(folder, 'log'), 'w');
    expect(ranWith(file)).toEqual(answered);
    closeSync(file);
    const lines = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['listening', 'request']);
    rmSync(folder, { recursive: true, force: true });
  },
  TIMEOUT_MILLISECONDS,
);

test.runIf(existsSync('/dev/full'))(
  'OA-HTTP-04 a log that cannot be written changes no answer',
  () => {
    const full = openSync('/dev/full', 'w');
    expect(ranWith(full)).toEqual(answered);
    closeSync(full);
  },
  TIMEOUT_MILLISECONDS,
);
