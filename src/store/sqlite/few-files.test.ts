import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFailure } from './connection.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openact-few-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FILES_MAX = 64;
/** A server has its database, log, index, mark and claim open, some of them twice. */
const FREE_MAX = 16;

/** Opens a store with none, one, two … files left that the process may open, and tells what became of it. */
const PROGRAM = `
  import { closeSync, openSync } from 'node:fs';
  const { openServerStore, StoreOpenError } = await import(process.argv[1]);
  const held = [];
  const holdAll = () => {
    try { for (;;) held.push(openSync('/dev/null', 'r')); } catch {}
  };
  const told = [];
  for (let free = 0; free <= ${FREE_MAX}; free += 1) {
    holdAll();
    for (const file of held.splice(0, free)) closeSync(file);
    try {
      const store = await openServerStore(process.argv[2], []);
      await store.close();
      told.push('opened');
    } catch (error) {
      told.push(error instanceof StoreOpenError && !error.message.includes('\\n') ? 'refused' : String(error));
    }
  }
  for (const file of held) closeSync(file);
  console.log(JSON.stringify(told));`;

test.skipIf(process.platform === 'win32')(
  'a process that may open too few files is told so in one line, wherever it meets that',
  () => {
    const module = new URL('../index.ts', import.meta.url).href;
    const limited = `ulimit -n ${FILES_MAX} && exec "$0" "$@"`;
    const node = [process.execPath, '--input-type=module', '-e', PROGRAM, module, join(folder, 'role.db')];
    const { stdout, stderr } = spawnSync('sh', ['-c', limited, ...node], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const told: string[] = JSON.parse(stdout);
    expect(new Set(told)).toEqual(new Set(['refused', 'opened']));
    expect(told[0]).toBe('refused');
    // Nothing of a failed try is left open: with enough free it opens.
    expect(told.at(-1)).toBe('opened');
  },
  120_000,
);

test('a full disk is no damage, and says what it is', () => {
  const file = join(folder, 'role.db');
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE things (name TEXT); PRAGMA max_page_count = 2');
  let full: unknown;
  try {
    database.exec(`INSERT INTO things (name) VALUES ('${'x'.repeat(100_000)}')`);
  } catch (error) {
    full = error;
  }
  database.close();
  expect(openFailure(file, full, 'damaged')).toMatchObject({
    reason: 'folder',
    message: `Cannot write the database file ${file} (SQLITE_FULL).`,
  });
  expect(openFailure(file, new Error('malformed'), 'damaged')).toMatchObject({
    reason: 'damaged',
    message: `The database file ${file} cannot be read: malformed.`,
  });
});
