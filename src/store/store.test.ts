import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
CREATE TABLE facts (id TEXT NOT NULL PRIMARY KEY, said BLOB);
`,
    appendOnly: ['facts'],
  },
];

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

describe('queries', () => {
  test('integers come back as bigint, also past 2^53', async () => {
    const big = -(2n ** 60n);
    await store.transact((tx) => insert(tx, 'big', big));
    expect(await store.read.get('SELECT value FROM counters WHERE name = $1', ['big'])).toEqual({
      value: big,
    });
  });

  test('a placeholder may stand twice and bytes come back', async () => {
    await store.transact((tx) =>
      tx.run('INSERT INTO facts (id, said) VALUES ($1, $2)', ['a', Uint8Array.of(1, 2)]),
    );
    const row = await store.read.get('SELECT $1 AS a, $2 AS b, $1 AS c, said FROM facts', ['x', 'y']);
    expect({ ...row }).toEqual({ a: 'x', b: 'y', c: 'x', said: Uint8Array.of(1, 2) });
  });

  test('no row is undefined, and run counts what it changed', async () => {
    await store.transact((tx) => insert(tx, 'a'));
    const changed = await store.transact((tx) =>
      tx.run('UPDATE counters SET value = 2 WHERE value = $1', [1]),
    );
    const none = await store.transact((tx) => tx.run('UPDATE counters SET value = 2 WHERE value = $1', [9]));
    expect([changed.changes, none.changes]).toEqual([1, 0]);
    expect(await store.read.get('SELECT 1 AS one FROM counters WHERE name = $1', ['z'])).toBeUndefined();
  });

  test('what is read is what is committed, and the reader cannot write', async () => {
    await store.transact((tx) => insert(tx, 'a'));
    expect(await names()).toEqual(['a']);
    await expect(store.read.run('DELETE FROM counters')).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await names()).toEqual(['a']);
  });

  test('an append-only table takes rows and keeps them as they are (OA-LDG-03)', async () => {
    await store.transact((tx) => tx.run("INSERT INTO facts (id) VALUES ('a')"));
    for (const change of ["UPDATE facts SET id = 'b'", 'DELETE FROM facts']) {
      await expect(store.transact((tx) => tx.run(change))).rejects.toMatchObject({
        code: 'store_unavailable',
      });
    }
    expect(await store.read.all('SELECT id FROM facts')).toEqual([{ id: 'a' }]);
  });
});

describe('group commit', () => {
  test('a refused transaction takes back its own changes only (OA-LDG-02)', async () => {
    const outcomes = await Promise.allSettled([
      store.transact((tx) => insert(tx, 'a')),
      store.transact(async (tx) => {
        await insert(tx, 'b');
        throw new ActError('risk_refused');
      }),
      store.transact((tx) => insert(tx, 'c', 9)),
      store.transact((tx) => insert(tx, 'd')),
    ]);
    expect(outcomes.map(codeOf)).toEqual(['ok', 'risk_refused', 'store_unavailable', 'ok']);
    expect(await names()).toEqual(['a', 'd']);
  });

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

  test('a transaction that waits for something else is taken back, its neighbours are not', async () => {
    const outcomes = await Promise.allSettled([
      store.transact((tx) => insert(tx, 'a')),
      store.transact(async (tx) => {
        await insert(tx, 'slow');
        await new Promise((resolve) => setTimeout(resolve, 5));
        await insert(tx, 'too late');
      }),
      store.transact((tx) => insert(tx, 'b')),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await names()).toEqual(['a', 'b']);
  });

  test('a transaction that is over cannot be used any more', async () => {
    let kept: Queries | undefined;
    await store.transact(async (tx) => {
      kept = tx;
      await insert(tx, 'a');
    });
    await expect(kept?.run('DELETE FROM counters')).rejects.toThrow('own queries');
    expect(await names()).toEqual(['a']);
  });

  test('more transactions than one commit takes are all done', async () => {
    await Promise.all(Array.from({ length: 700 }, (_, n) => store.transact((tx) => insert(tx, `n${n}`))));
    expect(await names()).toHaveLength(700);
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

  test('close lets the queue commit; afterwards the store is unavailable', async () => {
    const queued = store.transact((tx) => insert(tx, 'a'));
    await store.close();
    await queued;
    await expect(store.transact((tx) => insert(tx, 'b'))).rejects.toMatchObject({
      code: 'store_unavailable',
    });
    await expect(store.read.all('SELECT 1')).rejects.toMatchObject({ code: 'store_unavailable' });
    store = await openStore(file, MIGRATIONS);
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

  test('opens again with the same migrations, and with one more', async () => {
    expect(await reasonOf(file)).toBe('opened');
    const more = { id: 'test-0002', sql: 'CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY);' };
    expect(await reasonOf(file, [...MIGRATIONS, more])).toBe('opened');
    expect(await reasonOf(file, [...MIGRATIONS, more])).toBe('opened');
  });

  test('refuses a file of a newer version', async () => {
    expect(await reasonOf(file)).toBe('opened');
    expect(await reasonOf(file, [])).toBe('newer_schema');
  });

  test('refuses a migration that was edited after it ran', async () => {
    const edited = MIGRATIONS.map((migration) => ({ ...migration, sql: `${migration.sql}\n` }));
    expect(await reasonOf(file, edited)).toBe('migration_changed');
  });

  test('a migration that fails leaves nothing behind', async () => {
    const fresh = join(folder, 'fresh.db');
    const bad = { id: 'test-0002', sql: 'CREATE TABLE half (id TEXT);\nCREATE NONSENSE;' };
    expect(await reasonOf(fresh, [...MIGRATIONS, bad])).toBe('migration_failed');
    expect(await reasonOf(fresh, [])).toBe('opened');
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

  test('takes nothing but the path of a file', async () => {
    for (const location of ['', ':memory:', 'postgres://localhost/openact']) {
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
  test('placeholders are numbered as SQLite wants them', () => {
    expect(sqliteStatement('SELECT $1, $12, $1')).toBe('SELECT ?1, ?12, ?1');
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
