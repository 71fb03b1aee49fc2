import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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

const many = (from: number, to: number) =>
  store.transact(async (tx) => {
    for (let at = from; at < to; at += 1) {
      await tx.run('INSERT INTO things (name) VALUES ($1)', [`${at}-${'x'.repeat(900)}`]);
    }
  });
const clear = () => store.transact((tx) => tx.run("DELETE FROM things WHERE name LIKE '%-x%'"));

/** What an operator does to the file with a tool of SQLite, while the server runs. */
function operate(...statements: readonly string[]): void {
  const tool = new DatabaseSync(file, { timeout: 60_000 });
  for (const sql of statements) tool.prepare(sql).all();
  tool.close();
}

onPosix(
  'OA-LDG-27 a file that its operator has compacted is shorter and whole: the server goes on',
  async () => {
    await keep('before');
    for (const round of [1, 2]) {
      await many(0, 200);
      operate('PRAGMA wal_checkpoint(PASSIVE)');
      await keep(`full ${round}`);
      await clear();
      const { size } = statSync(file);
      operate('VACUUM', 'PRAGMA wal_checkpoint(PASSIVE)');
      expect(statSync(file).size).toBeLessThan(size);
      // More is allotted than the file has pages, before the next look at it.
      await many(0, 20);
      await clear();
      await keep(`compacted ${round}`);
    }
    expect(await kept()).toEqual(['before', 'compacted 1', 'compacted 2', 'full 1', 'full 2']);
    // And one that is cut after that is none.
    operate('PRAGMA wal_checkpoint(PASSIVE)');
    await keep('after');
    const { size } = statSync(file);
    truncateSync(file, size - 4_096);
    await expect(keep('cut')).rejects.toMatchObject({ cause: { code: 'file was shortened' } });
    truncateSync(file, size);
  },
);

onPosix('OA-LDG-27 an older copy in the place of a file is shorter, and not compacted', async () => {
  await keep('before');
  operate('PRAGMA wal_checkpoint(PASSIVE)');
  const older = readFileSync(file);
  await many(0, 200);
  operate('PRAGMA wal_checkpoint(PASSIVE)');
  await keep('full');
  const newer = readFileSync(file);
  expect(newer.length).toBeGreaterThan(older.length);
  truncateSync(file, older.length);
  writeFileSync(file, older, { flag: 'r+' });
  await expect(keep('lost')).rejects.toMatchObject({ cause: { code: 'file was shortened' } });
  writeFileSync(file, newer, { flag: 'r+' });
  await keep('after');
});

onPosix.each([0, 20, 4_152])(
  'OA-LDG-27 a log that was cut to %d bytes under a running server: nothing more is acknowledged until it is back',
  async (bytes) => {
    operate('PRAGMA wal_checkpoint(PASSIVE)');
    await keep('before');
    await keep('twice');
    const log = readFileSync(`${file}-wal`);
    expect(log.length).toBeGreaterThan(bytes);
    truncateSync(`${file}-wal`, bytes);
    // By the engine, where it has to read from the log, and by the look at its length in any case.
    for (const again of [1, 2, 3]) {
      await expect(keep(`meanwhile ${again}`)).rejects.toMatchObject({ code: 'store_unavailable' });
    }
    expect(statSync(`${file}-wal`).size).toBe(bytes);
    writeFileSync(`${file}-wal`, log, { flag: 'r+' });
    await keep('after');
    expect(await kept()).toEqual(['after', 'before', 'twice']);
  },
);

onPosix('OA-LDG-27 a log whose commits all stand in the file may be cut: the server goes on', async () => {
  await many(0, 50);
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
  operate('PRAGMA wal_checkpoint(TRUNCATE)');
  expect(statSync(`${file}-wal`).size).toBe(0);
  await keep('after');
  await keep('again');
  await clear();
  expect(await kept()).toEqual(['after', 'again']);
});
