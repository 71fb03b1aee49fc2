import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActError } from '../../protocol/errors/index.ts';
import { openServerStore, openStore, type Store } from '../index.ts';

const tables = [{ id: 'mark-1', sql: 'CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY);' }];
const TIMEOUT_MILLISECONDS = 300_000;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openact-mark-'));
  file = join(folder, 'role.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function served<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openServerStore(file, tables);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
const keep = (name: string) =>
  served((store) => store.transact((tx) => tx.run('INSERT INTO things (name) VALUES ($1)', [name])));
const kept = () =>
  served(async (store) =>
    (await store.read.all('SELECT name FROM things ORDER BY name')).map(({ name }) => name),
  );
const isRolledBack = async (what: string) => {
  const refusal: unknown = await served(async () => undefined).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ reason: 'rolled_back' });
  const { message } = refusal as Error;
  expect(message).toContain(file);
  expect(message).toContain(what);
  expect(message).not.toContain('\n');
};

/** A server that commits so many things one after the other, says so, and waits to be killed. */
const COMMITTER = `
  const { openServerStore } = await import(process.argv[1]);
  const tables = JSON.parse(process.argv[3]);
  const store = await openServerStore(process.argv[2], tables);
  for (let index = 0; index < 5; index += 1)
    await store.transact((tx) => tx.run('INSERT INTO things (name) VALUES ($1)', ['thing ' + index]));
  console.log('told');
  setInterval(() => {}, 1000);`;

async function killed(): Promise<void> {
  const module = new URL('../index.ts', import.meta.url).href;
  const args = ['--input-type=module', '-e', COMMITTER, module, file, JSON.stringify(tables)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await ended;
}

test(
  'OA-LDG-26 a log that was removed after the server was killed is missed',
  async () => {
    await keep('before');
    await killed();
    expect(existsSync(`${file}-wal`)).toBe(true);
    rmSync(`${file}-wal`);
    await isRolledBack('its last 5 commits are missing');
  },
  TIMEOUT_MILLISECONDS,
);

test(
  'OA-LDG-26 a server that was killed, and nothing else, starts again with all that was told',
  async () => {
    await keep('before');
    await killed();
    expect(await kept()).toHaveLength(6);
  },
  TIMEOUT_MILLISECONDS,
);

test(
  'OA-LDG-26 whoever only looks at what a killed server left may tidy up its log',
  async () => {
    await killed();
    await (await openStore(file, tables)).close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(await kept()).toHaveLength(5);
  },
  TIMEOUT_MILLISECONDS,
);

test('OA-LDG-26 an older copy is refused; with the mark of its own time it is a restored one', async () => {
  await keep('a');
  const [copy, mark] = [join(folder, 'copy.db'), join(folder, 'copy.mark')];
  copyFileSync(file, copy);
  copyFileSync(`${file}.mark`, mark);
  await keep('b');
  copyFileSync(copy, file);
  await isRolledBack('its last 1 commits are missing');
  copyFileSync(mark, `${file}.mark`);
  expect(await kept()).toEqual(['a']);
});

test.each([
  ['VACUUM INTO', async (from: DatabaseSync, to: string) => from.exec(`VACUUM INTO '${to}'`)],
  ['.backup', backup],
])(
  'OA-LDG-26 a copy by %s of a file that is served from, and its mark of before, can be restored',
  async (_how, copyTo) => {
    const copy = join(folder, 'copy.db');
    await served(async (store) => {
      const add = (name: string) =>
        store.transact((tx) => tx.run('INSERT INTO things (name) VALUES ($1)', [name]));
      await add('a');
      copyFileSync(`${file}.mark`, `${copy}.mark`);
      await add('b');
      const reader = new DatabaseSync(file, { readOnly: true });
      await copyTo(reader, copy);
      reader.close();
      await add('c');
    });
    const restored = await openServerStore(copy, tables);
    const names = await restored.read.all('SELECT name FROM things ORDER BY name');
    await restored.close();
    expect(names).toEqual([{ name: 'a' }, { name: 'b' }]);
  },
);

test('OA-LDG-26 a file that went missing is not begun anew under the mark that it left', async () => {
  await keep('a');
  rmSync(file);
  await isRolledBack('about another database');
});

test('OA-LDG-26 a mark that is missing, unreadable or of another database is refused; its own is taken', async () => {
  await keep('a');
  const own = readFileSync(`${file}.mark`, 'utf8');
  rmSync(`${file}.mark`);
  await isRolledBack('.mark is missing');
  for (const spoilt of [own.slice(0, -2), own.replace('mark 1', 'mark 2'), own.replace(/\d{20}/, '-1')]) {
    writeFileSync(`${file}.mark`, spoilt);
    await isRolledBack('.mark cannot be read');
  }
  writeFileSync(`${file}.mark`, own.replace(/[0-9a-f]{32}/, 'f'.repeat(32)));
  await isRolledBack('about another database');
  writeFileSync(`${file}.mark`, own);
  expect(await kept()).toEqual(['a']);
});

test('OA-LDG-26 what was prepared before a server took it over has no mark yet, and gets one', async () => {
  const store = await openStore(file, tables);
  await store.transact((tx) => tx.run("INSERT INTO things (name) VALUES ('seeded')"));
  await store.close();
  expect(existsSync(`${file}.mark`)).toBe(false);
  expect(await kept()).toEqual(['seeded']);
  expect(existsSync(`${file}.mark`)).toBe(true);
});

test('OA-LDG-26 the mark counts what changed something, before its caller hears of it', async () => {
  const told = () => Number(readFileSync(`${file}.mark`, 'utf8').trim().split(' ').at(-1));
  await served(async (store) => {
    expect(told()).toBe(0);
    await store.transact((tx) => tx.run("INSERT INTO things (name) VALUES ('a')"));
    expect(told()).toBe(1);
    await store.transact((tx) => tx.all('SELECT name FROM things'));
    const refused = store.transact(async () => {
      throw new ActError('risk_refused');
    });
    await expect(refused).rejects.toMatchObject({ code: 'risk_refused' });
    expect(told()).toBe(1);
  });
});
