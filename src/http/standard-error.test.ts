import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineWriter } from './standard-error.ts';

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

function ranWith(
  standardError: number,
  program = SERVER,
): { readonly status: number | null; readonly stdout: string } {
  const module = new URL('./index.ts', import.meta.url).href;
  const args = ['--input-type=module', '-e', program, module];
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

/** More than a pipe holds, many times over. */
const LINES = 20_000;
const CHATTY = SERVER.replace(
  "log.info('listening');",
  `for (let line = 0; line < ${LINES}; line += 1) log.info({ line }, 'listening');`,
);

test.skipIf(process.platform === 'win32')(
  'OA-HTTP-04 a log that nobody reads any more holds nobody up',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'openact-log-'));
    const pipe = join(folder, 'pipe');
    spawnSync('mkfifo', [pipe]);
    // Open for reading, too, and never read: it fills up, and who writes to it is not told that nobody is there.
    const unread = openSync(pipe, 'r+');
    expect(ranWith(unread, CHATTY)).toEqual(answered);
    closeSync(unread);
    rmSync(folder, { recursive: true, force: true });
  },
  TIMEOUT_MILLISECONDS,
);

/** A pipe that is full, with the time that is spent waiting for its reader. */
function fullPipe() {
  const pipe = { isFull: true, time: 0, waits: 0, written: '' };
  const { write } = lineWriter({
    write(bytes) {
      if (pipe.isFull) throw Object.assign(new Error('full'), { code: 'EAGAIN' });
      const taken = Buffer.from(bytes).subarray(0, 4);
      pipe.written += taken.toString();
      return taken.length;
    },
    wait(milliseconds) {
      pipe.waits += 1;
      pipe.time += milliseconds;
    },
    now: () => pipe.time,
  });
  return { pipe, write };
}

test('a reader that does not keep up is waited for a tenth of the time at most', () => {
  const { pipe, write } = fullPipe();
  for (let line = 0; line < 1_000; line += 1) write('a line\n');
  expect(pipe).toMatchObject({ waits: 10, written: '' });
  pipe.time += 2_000;
  for (let line = 0; line < 1_000; line += 1) write('a line\n');
  expect(pipe).toMatchObject({ waits: 20, written: '' });
});

test('a line is written whole, also in pieces, as soon as there is room again', () => {
  const { pipe, write } = fullPipe();
  write('lost\n');
  pipe.isFull = false;
  write('a line in pieces\n');
  expect(pipe.written).toBe('a line in pieces\n');
});
