import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const PROGRAM = `
  const { failProcess } = await import(process.argv[1]);
  const { ActError } = await import(process.argv[2]);
  const error = new ActError(process.argv[3]);
  if (process.argv[4]) error.cause = Object.assign(new Error('no room for did:act:payer'), { errstr: process.argv[4] });
  failProcess(error);`;

function failedWith(...args: readonly string[]) {
  const modules = ['./server-process.ts', '../protocol/errors/index.ts'].map(
    (path) => new URL(path, import.meta.url).href,
  );
  const run = ['--input-type=module', '-e', PROGRAM, ...modules, ...args];
  const { status, stderr } = spawnSync(process.execPath, run, { encoding: 'utf8' });
  return { status, stderr };
}

test('a database that takes no write at a start ends the server with one line, which has the reason and no more', () => {
  expect(failedWith('store_unavailable', 'database or disk is full')).toEqual({
    status: 1,
    stderr: 'The database cannot be used (database or disk is full).\n',
  });
  expect(failedWith('store_unavailable')).toEqual({
    status: 1,
    stderr: 'The database cannot be used (store_unavailable).\n',
  });
}, 120_000);

test('a fault of ours shows where it was', () => {
  const { status, stderr } = failedWith('internal');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^ActError: internal.*\n {4}at /);
}, 120_000);
