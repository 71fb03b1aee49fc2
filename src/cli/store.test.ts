import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openServerStore, openStore } from '../store/index.ts';
import { runCli } from './run.ts';
import { type Folder, speak, temporaryFolder } from './testing/console.ts';

const TABLES = [{ id: 'adopt-1', sql: 'CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY);' }];
const NOW = 1_770_000_000;

let folder: Folder;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'role.db');
});
afterEach(() => folder.remove());

const adopt = (...args: string[]) => speak(runCli, ['store', 'adopt', ...args], { now: NOW });

/** What a server finds there, after it has added one thing. */
async function served(name: string): Promise<unknown[]> {
  const store = await openServerStore(file, TABLES);
  try {
    await store.transact((tx) => tx.run('INSERT INTO things (name) VALUES ($1)', [name]));
    return (await store.read.all('SELECT name FROM things ORDER BY name')).map((row) => row.name);
  } finally {
    await store.close();
  }
}

// OA-LDG-26
describe('openact store adopt', () => {
  test('an older copy without a mark is refused until its operator has taken it as it is', async () => {
    await served('a');
    const copy = join(folder.path, 'copy.db');
    copyFileSync(file, copy);
    await served('b');
    copyFileSync(copy, file);
    const refusal = await served('c').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ reason: 'rolled_back' });
    expect(String(refusal)).toContain('openact store adopt');

    expect(await adopt(file)).toMatchObject({ status: 0, out: 'commits in the file   1\n' });
    expect(await served('c')).toEqual(['a', 'c']);
  });

  test('and one whose mark was lost', async () => {
    await served('a');
    rmSync(`${file}.mark`);
    await expect(served('b')).rejects.toMatchObject({ reason: 'rolled_back' });
    expect(await adopt(file)).toMatchObject({ status: 0 });
    expect(existsSync(`${file}.mark`)).toBe(true);
    expect(await served('b')).toEqual(['a', 'b']);
  });

  test('a mark of before is not good for it afterwards', async () => {
    await served('a');
    const before = join(folder.path, 'before.mark');
    copyFileSync(`${file}.mark`, before);
    await adopt(file);
    copyFileSync(before, `${file}.mark`);
    await expect(served('b')).rejects.toMatchObject({ reason: 'rolled_back' });
  });

  test('not under a running server, not what no server has worked on, not what is not there', async () => {
    const running = await openServerStore(file, TABLES);
    const inUse = await adopt(file);
    await running.close();
    expect(inUse).toMatchObject({ status: 2, err: expect.stringContaining('used by another process') });

    const fresh = join(folder.path, 'fresh.db');
    await (await openStore(fresh, TABLES)).close();
    expect(await adopt(fresh)).toMatchObject({ status: 2, err: expect.stringContaining('nothing to adopt') });

    const missing = join(folder.path, 'missing.db');
    expect(await adopt(missing)).toMatchObject({
      status: 2,
      err: expect.stringContaining('no database file'),
    });
    expect(existsSync(missing)).toBe(false);
    expect(await adopt('postgres://localhost/issuer')).toMatchObject({ status: 2 });
  });

  test('a command line that says something else is unusable', async () => {
    for (const args of [[], [file, 'more']])
      expect(await adopt(...args)).toMatchObject({ status: 2, out: '' });
    expect(await adopt('--help')).toMatchObject({ status: 0, out: expect.stringContaining('Exit status') });
  });
});
