import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { type Migration, openStore, type Queries, type Store, StoreOpenError } from './index.ts';
import { assertVersion } from './sqlite/connection.ts';
import { sqliteMigration, sqliteStatement } from './sqlite/dialect.ts';

const MIGRATIONS: readonly Migration[] = [
  {
    id: 'test-0001',
    sql: `
CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL, CHECK (value <= 5));
CREATE TABLE parents (id TEXT NOT NULL PRIMARY KEY);
CREATE TABLE children (
  id TEXT NOT NULL PRIMARY KEY,
  parent TEXT NOT NULL REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED
);
`,
  },
];

/** Lengthens the file until it is told to end, with pauses in which others get its lock. */
const WRITER = `
const { DatabaseSync } = require('node:sqlite');
const { parentPort, receiveMessageOnPort, workerData } = require('node:worker_threads');
const database = new DatabaseSync(workerData, { timeout: 60_000 });
const insert = database.prepare('INSERT INTO counters (name, value) VALUES (hex(randomblob(10000)), 1)');
parentPort.postMessage('writing');
const pause = new Int32Array(new SharedArrayBuffer(4));
while (receiveMessageOnPort(parentPort) === undefined) {
  insert.run();
  Atomics.wait(pause, 0, 0, 1);
}
database.close();
parentPort.unref();
`;

let folder: string;
let file: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openact-store-'));
  file = join(folder, 'store.db');
  store = await openStore(file, MIGRATIONS);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function insert(tx: Queries, name: string, value: number | bigint = 1) {
  return tx.run('INSERT INTO counters (name, value) VALUES ($1, $2)', [name, value]);
}

async function names(): Promise<string[]> {
  const rows = await store.read.all('SELECT name FROM counters ORDER BY name');
  return rows.map((row) => String(row.name));
}

function codeOf(outcome: PromiseSettledResult<unknown>): string {
  if (outcome.status === 'fulfilled') return 'ok';
  return outcome.reason instanceof ActError ? outcome.reason.code : String(outcome.reason);
}

describe('group commit', () => {
  test('a later transaction of the same commit sees what an earlier one did', async () => {
    const [, seen] = await Promise.all([
      store.transact((tx) => insert(tx, 'a')),
      store.transact((tx) => tx.get('SELECT value FROM counters WHERE name = $1', ['a'])),
    ]);
    expect(seen).toEqual({ value: 1n });
  });

  test('nothing is acknowledged before the commit: when it fails, everybody hears store_unavailable (P21)', async () => {
    const outcomes = await Promise.allSettled([
      store.transact((tx) => insert(tx, 'a')),
      store.transact((tx) => tx.run("INSERT INTO children (id, parent) VALUES ('c', 'nobody')")),
      store.transact(async () => {
        throw new ActError('risk_refused');
      }),
    ]);
    expect(outcomes.map(codeOf)).toEqual(['store_unavailable', 'store_unavailable', 'store_unavailable']);
    expect(await names()).toEqual([]);
    await store.transact((tx) => insert(tx, 'after'));
    expect(await names()).toEqual(['after']);
  });

  /** Works that share a commit, and how often each was run. */
  async function runsOf(works: readonly ((tx: Queries) => Promise<unknown>)[]): Promise<number[]> {
    const runs = works.map(() => 0);
    await Promise.allSettled(
      works.map((work, at) =>
        store.transact((tx) => {
          runs[at] = (runs[at] ?? 0) + 1;
          return work(tx);
        }),
      ),
    );
    return runs;
  }

  async function refuse(): Promise<never> {
    throw new ActError('risk_refused');
  }

  const insertAndRefuse = (name: string) => (tx: Queries) => insert(tx, name).then(refuse);
  const inserting = (name: string) => (tx: Queries) => insert(tx, name);

  test('who refuses what it has written is taken back with its neighbours, and all run again; later ones once (OA-LDG-02)', async () => {
    expect(await runsOf([inserting('a'), insertAndRefuse('b'), inserting('c')])).toEqual([2, 2, 1]);
    expect(await names()).toEqual(['a', 'c']);
    expect(await runsOf([inserting('d'), insertAndRefuse('e'), inserting('f')])).toEqual([1, 1, 1]);
    expect(await names()).toEqual(['a', 'c', 'd', 'f']);
  });

  test('after many commits that nobody has refused, the same again', async () => {
    await runsOf([insertAndRefuse('a')]);
    for (let commit = 0; commit < 100; commit += 1) await store.transact((tx) => insert(tx, `n${commit}`));
    expect(await runsOf([inserting('b'), insertAndRefuse('c'), inserting('d')])).toEqual([2, 2, 1]);
    expect((await names()).filter((name) => !name.startsWith('n'))).toEqual(['b', 'd']);
  });

  test.each([
    ['has read only', (tx: Queries) => tx.all('SELECT value FROM counters').then(refuse)],
    ['has changed no row', (tx: Queries) => tx.run('DELETE FROM counters WHERE value = 5').then(refuse)],
    ['wrote what SQLite itself refused', (tx: Queries) => insert(tx, 'x', 9)],
  ])('who refuses and %s makes nobody run again', async (_, work) => {
    expect(await runsOf([inserting('a'), work, inserting('b')])).toEqual([1, 1, 1]);
    expect(await names()).toEqual(['a', 'b']);
  });

  test.each([
    ['an answer of what was written', "INSERT INTO counters (name, value) VALUES ('x', 1) RETURNING name"],
    ['several of them', "UPDATE counters SET value = 2 WHERE name = 'a' RETURNING name"],
  ])('%s is written too', async (_, sql) => {
    const one = (tx: Queries) => tx.get(sql).then(refuse);
    expect(await runsOf([inserting('a'), one])).toEqual([2, 2]);
    expect(await store.read.all('SELECT name, value FROM counters')).toEqual([{ name: 'a', value: 1n }]);
  });

  test('nobody waits for a write that was not waited for: it is taken back all the same', async () => {
    const careless = (tx: Queries) => {
      insert(tx, 'x').catch(() => undefined);
      return refuse();
    };
    await runsOf([inserting('a'), careless]);
    expect(await names()).toEqual(['a']);
  });

  test('a transaction that ends early, as on a full disk, takes everybody with it (P21)', async () => {
    const outcomes = await Promise.allSettled([
      store.transact((tx) => insert(tx, 'a')),
      store.transact((tx) => tx.run('ROLLBACK')),
      store.transact((tx) => insert(tx, 'b')),
    ]);
    expect(outcomes.map(codeOf)).toEqual(['store_unavailable', 'store_unavailable', 'ok']);
    expect(await names()).toEqual(['b']);
  });

  test('another process that holds the file only delays or refuses, never half-writes', async () => {
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = store.transact((tx) => insert(tx, 'a'));
    other.exec('ROLLBACK');
    await waiting;
    other.close();
    expect(await names()).toEqual(['a']);
  });
});

describe('opening', () => {
  async function reasonOf(location: string, migrations = MIGRATIONS): Promise<string> {
    try {
      await (await openStore(location, migrations)).close();
      return 'opened';
    } catch (error) {
      if (!(error instanceof StoreOpenError)) throw error;
      expect(error.message).not.toContain('\n');
      return error.reason;
    }
  }

  test('makes missing folders, and a file that only its owner reads', async () => {
    const deep = join(folder, 'a', 'b', 'store.db');
    expect(await reasonOf(deep)).toBe('opened');
    expect(statSync(deep).mode & 0o077).toBe(0);
  });

  test('refuses a folder that cannot be written', async () => {
    const blocker = join(folder, 'blocker');
    writeFileSync(blocker, '');
    expect(await reasonOf(join(blocker, 'store.db'))).toBe('folder');
    expect(await reasonOf(folder)).toBe('folder');
  });

  test('refuses a file that is no database, and one that is damaged', async () => {
    const foreign = join(folder, 'foreign.db');
    writeFileSync(foreign, 'not a database, but long enough to look like a file'.repeat(100));
    expect(await reasonOf(foreign)).toBe('damaged');
    await store.transact((tx) => insert(tx, 'a'));
    await store.close();
    truncateSync(file, statSync(file).size - 5_000);
    expect(await reasonOf(file)).toBe('damaged');
  });

  test('a file too large to be read through at every start is still held to its length', async () => {
    await store.transact((tx) => insert(tx, 'x'.repeat(66 * 1024 * 1024)));
    await store.close();
    expect(statSync(file).size).toBeGreaterThan(64 * 1024 * 1024);
    expect(await reasonOf(file)).toBe('opened');
    truncateSync(file, statSync(file).size - 5_000);
    expect(await reasonOf(file)).toBe('damaged');
  });

  test('a file that another thread writes to meanwhile is sound at every moment', async () => {
    const writer = new Worker(WRITER, { eval: true, workerData: file });
    const ended = once(writer, 'exit');
    await once(writer, 'message');
    const verdicts = new Set<string>();
    for (let opening = 0; opening < 40; opening += 1) {
      verdicts.add(await reasonOf(file));
      await setImmediate();
    }
    writer.postMessage('enough');
    await ended;
    expect([...verdicts]).toEqual(['opened']);
  });

  test('takes nothing but the path of a file or the address of a PostgreSQL database', async () => {
    const misspelt = [
      'postgres:user@localhost/openact',
      'Postgres://user@localhost/openact',
      'postgres:/openact',
    ];
    for (const location of [
      '',
      ':memory:',
      'mysql://localhost/openact',
      'postgres://localhost',
      ...misspelt,
    ]) {
      expect(await reasonOf(location)).toBe('location');
    }
  });

  test.each([
    ['3.51.3', true],
    ['3.53.4', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.9.9', false],
    ['', false],
    ['x.y.z', false],
  ])('SQLite %s is accepted: %s', (version, accepted) => {
    const check = () => assertVersion(version);
    if (accepted) expect(check).not.toThrow();
    else expect(check).toThrow(StoreOpenError);
  });
});

describe('dialect', () => {
  test('placeholders are numbered as SQLite wants them, and it locks no rows', () => {
    expect(sqliteStatement('SELECT $1, $12, $1')).toBe('SELECT ?1, ?12, ?1');
    expect(sqliteStatement('SELECT 1 FROM a FOR UPDATE')).toBe('SELECT 1 FROM a');
    const nested = 'DELETE FROM a WHERE n IN (SELECT n FROM a FOR UPDATE SKIP LOCKED)';
    expect(sqliteStatement(nested)).toBe('DELETE FROM a WHERE n IN (SELECT n FROM a)');
  });

  test('BIGINT becomes INTEGER, tables STRICT, append-only tables get their triggers', () => {
    const statements = sqliteMigration({
      id: 'x',
      sql: 'CREATE TABLE a (n BIGINT);\nCREATE INDEX a_n ON a (n);',
      appendOnly: ['a'],
    });
    expect(statements.slice(0, 2)).toEqual([
      'CREATE TABLE a (n INTEGER) STRICT',
      'CREATE INDEX a_n ON a (n)',
    ]);
    expect(statements).toHaveLength(4);
  });
});
