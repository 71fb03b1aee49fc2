import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adoptFile, openServerStore, openStore } from '../index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openact-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tables = [{ id: 'claim-1', sql: 'CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY);' }];
const HOLDER = `
  const { openServerStore } = await import(process.argv[1]);
  await openServerStore(process.argv[2], []);
  console.log('open');
  setInterval(() => {}, 1000);`;

test('OA-LDG-25 a file belongs to one server: a second is refused in one line until the first has closed it', async () => {
  const file = join(folder, 'role.db');
  const first = await openServerStore(file, tables);
  await expect(openServerStore(file, tables)).rejects.toMatchObject({
    reason: 'in_use',
    message: `The database file ${file} is used by another process.`,
  });
  await first.transact((tx) => tx.run("INSERT INTO things (name) VALUES ('kept')"));
  await first.close();
  const second = await openServerStore(file, tables);
  expect(await second.read.all('SELECT name FROM things')).toEqual([{ name: 'kept' }]);
  await second.close();
});

test.runIf(process.platform !== 'win32')('OA-LDG-25 a file is one, whatever it is called', async () => {
  const file = join(folder, 'role.db');
  const other = join(folder, 'other.db');
  symlinkSync(file, other);
  const first = await openServerStore(file, tables);
  await expect(openServerStore(other, tables)).rejects.toMatchObject({ reason: 'in_use' });
  expect(() => adoptFile(other)).toThrow('is used by another process');
  await first.transact((tx) => tx.run("INSERT INTO things (name) VALUES ('kept')"));
  await first.close();
  const second = await openServerStore(other, tables);
  expect(await second.read.all('SELECT name FROM things')).toEqual([{ name: 'kept' }]);
  await second.close();
});

test('OA-LDG-25 a server that could not open its file does not keep it', async () => {
  const file = join(folder, 'role.db');
  await expect(openServerStore(file, [{ id: 'bad', sql: 'NO SQL' }])).rejects.toMatchObject({
    reason: 'migration_failed',
    message: expect.stringContaining('could not be set up: near "NO"'),
  });
  await (await openServerStore(file, tables)).close();
});

test('OA-LDG-25 the claim of a process ends with it, however it ends', async () => {
  const file = join(folder, 'role.db');
  const module = new URL('../index.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, module, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await expect(openServerStore(file, [])).rejects.toMatchObject({ reason: 'in_use' });
  // Whoever only looks is not a server.
  await (await openStore(file, [])).close();
  child.kill('SIGKILL');
  await ended;
  await (await openServerStore(file, [])).close();
});
