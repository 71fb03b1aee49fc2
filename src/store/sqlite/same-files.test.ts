import { copyFileSync, mkdtempSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openServerStore, type Store } from '../index.ts';

const tables = [{ id: 'same-1', sql: 'CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY);' }];

let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openact-same-'));
  file = join(folder, 'role.db');
  store = await openServerStore(file, tables);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const keep = (name: string) =>
  store.transact((tx) => tx.run('INSERT INTO things (name) VALUES ($1)', [name]));
const kept = async () =>
  (await store.read.all('SELECT name FROM things ORDER BY name')).map(({ name }) => name);

// Windows gives no open file away.
const onPosix = test.runIf(process.platform !== 'win32');

onPosix.each(['', '-wal', '.mark', '.lock'])(
  'OA-LDG-27 role.db%s taken away from a running server: nothing more is acknowledged until it is back',
  async (ending) => {
    await keep('before');
    renameSync(`${file}${ending}`, join(folder, 'aside'));
    await expect(keep('meanwhile')).rejects.toMatchObject({
      code: 'store_unavailable',
      cause: { code: 'file has left its place' },
    });
    // What changes nothing needs no place to be kept in.
    await expect(store.transact(async () => 'looked')).resolves.toBe('looked');
    copyFileSync(join(folder, 'aside'), `${file}${ending}`);
    await expect(keep('in a copy')).rejects.toMatchObject({ code: 'store_unavailable' });
    renameSync(join(folder, 'aside'), `${file}${ending}`);
    await keep('after');
    expect(await kept()).toEqual(['after', 'before']);
  },
);

onPosix('OA-LDG-27 a file that was shortened under a running server takes nothing more', async () => {
  await keep('before');
  const { size } = statSync(file);
  truncateSync(file, size - 1);
  await expect(keep('meanwhile')).rejects.toMatchObject({ code: 'store_unavailable' });
  truncateSync(file, size);
  await keep('after');
  expect(await kept()).toEqual(['after', 'before']);
});
