import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

describe.runIf(process.platform === 'linux')('by the rights of files', () => {
  // Whoever may do everything may write to what is read-only, too.
  const unprivileged =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--'] : ['env'];
  const OPENER = `
    const { openServerStore } = await import(process.argv[1]);
    const told = await openServerStore(process.argv[2], []).then(
      async (store) => { await store.close(); return 'opened'; },
      (error) => error.message);
    console.log(told);`;
  const TIMEOUT_MILLISECONDS = 120_000;

  function openedBy(file: string, umask = '022'): string {
    const module = new URL('../index.ts', import.meta.url).href;
    const node = [process.execPath, '--input-type=module', '-e', OPENER, module, file];
    const command = ['-c', `umask ${umask}; exec "$@"`, 'sh', ...unprivileged, ...node];
    return spawnSync('sh', command, { encoding: 'utf8' }).stdout.trim();
  }

  test(
    'OA-LDG-25 a lock that may only be read would lock nobody out, and is refused',
    () => {
      const file = join(folder, 'role.db');
      expect(openedBy(file)).toBe('opened');
      chmodSync(`${file}.lock`, 0o444);
      expect(openedBy(file)).toBe(
        `Cannot claim the database file ${file}: its .lock cannot be written (EACCES).`,
      );
      chmodSync(`${file}.lock`, 0o600);
      expect(openedBy(file)).toBe('opened');
    },
    TIMEOUT_MILLISECONDS,
  );

  test(
    'a folder and files that a server makes are its own, whatever the umask says',
    () => {
      const made = join(folder, 'made');
      expect(openedBy(join(made, 'role.db'), '000')).toBe('opened');
      const names = readdirSync(made).filter((name) => !name.endsWith('-journal'));
      expect(names.toSorted()).toEqual(['role.db', 'role.db.lock', 'role.db.mark']);
      const modes = names.map((name) => statSync(join(made, name)).mode & 0o777);
      expect(modes).toEqual([0o600, 0o600, 0o600]);
      expect(statSync(made).mode & 0o777).toBe(0o700);
    },
    TIMEOUT_MILLISECONDS,
  );
});
