import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { type LastChange, type Migration, type Queries, type Store, StoreOpenError } from './index.ts';
import { engines, type TestDatabase } from './testing/engines.ts';
import { openPatiently } from './testing/patient.ts';

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

function insert(tx: Queries, name: string, value: number | bigint = 1) {
  return tx.run('INSERT INTO counters (name, value) VALUES ($1, $2)', [name, value]);
}

function codeOf(outcome: PromiseSettledResult<unknown>): string {
  if (outcome.status === 'fulfilled') return 'ok';
  return outcome.reason instanceof ActError ? outcome.reason.code : String(outcome.reason);
}

function step(name: string, from: number, to: number): LastChange {
  return {
    sql: 'UPDATE counters SET value = $1 WHERE name = $2 AND value = $3',
    params: [to, name, from],
    otherwise: () => new ActError('balance_insufficient'),
  };
}

describe.each(engines)('$name', (engine) => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  beforeEach(async () => {
    database = await engine.create();
    store = await openPatiently(database.location, MIGRATIONS);
  });

  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  async function names(): Promise<string[]> {
    const rows = await store.read.all('SELECT name FROM counters ORDER BY name');
    return rows.map((row) => String(row.name));
  }

  describe('queries', () => {
    test('integers come back as bigint, also past 2^53, also sums and truth values', async () => {
      const big = -(2n ** 60n);
      await store.transact((tx) => insert(tx, 'big', big));
      expect(await store.read.get('SELECT value FROM counters WHERE name = $1', ['big'])).toEqual({
        value: big,
      });
      const derived = 'SELECT SUM(value) AS sum, COUNT(*) AS count, 1 AS one, value < 0 AS yes FROM counters';
      expect({ ...(await store.read.get(`${derived} GROUP BY value`)) }).toEqual({
        sum: big,
        count: 1n,
        one: 1n,
        yes: 1n,
      });
    });

    test('a placeholder may stand twice and bytes come back', async () => {
      await store.transact((tx) =>
        tx.run('INSERT INTO facts (id, said) VALUES ($1, $2)', ['a', Uint8Array.of(1, 2)]),
      );
      const row = await store.read.get('SELECT $1 AS a, $2 AS b, $1 AS c, said FROM facts', ['x', 'y']);
      expect({ ...row }).toEqual({ a: 'x', b: 'y', c: 'x', said: Uint8Array.of(1, 2) });
    });

    test('OA-SCH-01 a text with U+0000 is a malformed input, not an outage, and takes nothing else back', async () => {
      const code = 'schema_mismatch';
      await expect(store.read.get('SELECT $1 AS a', ['a\0b'])).rejects.toMatchObject({ code });
      const refused = store.transact((tx) => insert(tx, 'a\0b'));
      const [, outcome] = await Promise.allSettled([store.transact((tx) => insert(tx, 'ab')), refused]);
      expect(codeOf(outcome)).toBe(code);
      expect(await names()).toEqual(['ab']);
      expect(await store.read.get('SELECT $1 AS a', ['a\u0001b'])).toEqual({ a: 'a\u0001b' });
    });

    test('no row is undefined, and run counts what it changed', async () => {
      await store.transact((tx) => insert(tx, 'a'));
      const changes = [];
      for (const wanted of [1, 9]) {
        const done = await store.transact((tx) =>
          tx.run('UPDATE counters SET value = 2 WHERE value = $1', [wanted]),
        );
        changes.push(done.changes);
      }
      expect(changes).toEqual([1, 0]);
      expect(await store.read.get('SELECT 1 AS one FROM counters WHERE name = $1', ['z'])).toBeUndefined();
    });

    test('texts are ordered by their bytes, whatever the locale', async () => {
      await store.transact(async (tx) => {
        for (const name of ['b', 'B', 'a', 'é', '_', 'Z', '10', '9']) await insert(tx, name);
      });
      expect(await names()).toEqual(['10', '9', 'B', 'Z', '_', 'a', 'b', 'é']);
    });

    test('what is read is what is committed, and the reader cannot write', async () => {
      await store.transact((tx) => insert(tx, 'a'));
      expect(await names()).toEqual(['a']);
      await expect(store.read.run('DELETE FROM counters')).rejects.toMatchObject({
        code: 'store_unavailable',
      });
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

  describe('transactions', () => {
    test('a refused one takes back its own changes only (OA-LDG-02)', async () => {
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

    test('a commit that fails is told, and nothing of it stays (P21)', async () => {
      const orphan = store.transact(async (tx) => {
        await insert(tx, 'a');
        await tx.run("INSERT INTO children (id, parent) VALUES ('c', 'nobody')");
      });
      await expect(orphan).rejects.toMatchObject({ code: 'store_unavailable' });
      await store.transact((tx) => insert(tx, 'after'));
      expect(await names()).toEqual(['after']);
    });

    test('changes that are left to the end come after all others, in their order (OA-LDG-02)', async () => {
      await store.transact(async (tx) => {
        tx.finish(step('a', 1, 2));
        tx.finish(step('a', 2, 3));
        await insert(tx, 'a', 1);
        expect(await tx.get("SELECT value FROM counters WHERE name = 'a'")).toEqual({ value: 1n });
      });
      expect(await store.read.all('SELECT name, value FROM counters')).toEqual([{ name: 'a', value: 3n }]);
    });

    test('one of them that finds no row refuses the whole work, and no other (OA-LDG-02)', async () => {
      await store.transact((tx) => insert(tx, 'row', 1));
      const leaving = (name: string, from: number) =>
        store.transact(async (tx) => {
          tx.finish(step('row', 1, 1));
          tx.finish(step('row', from, 2));
          tx.finish(step('row', 2, 1));
          await insert(tx, name);
        });
      const outcomes = await Promise.allSettled([leaving('a', 1), leaving('b', 7), leaving('c', 1)]);
      expect(outcomes.map(codeOf)).toEqual(['ok', 'balance_insufficient', 'ok']);
      expect(await names()).toEqual(['a', 'c', 'row']);
    });

    test('one that waits for something else is taken back, its neighbours are not', async () => {
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

    test('one that is over cannot be used any more', async () => {
      let kept: Queries | undefined;
      await store.transact(async (tx) => {
        kept = tx;
        await insert(tx, 'a');
      });
      await expect(kept?.run('DELETE FROM counters')).rejects.toThrow('own queries');
      expect(await names()).toEqual(['a']);
    });

    test('many at once are all done', async () => {
      await Promise.all(Array.from({ length: 700 }, (_, n) => store.transact((tx) => insert(tx, `n${n}`))));
      expect(await names()).toHaveLength(700);
    });

    test('who holds a name, or a row, is alone until the commit', async () => {
      await store.transact((tx) => insert(tx, 'row', 0));
      const increment = async (tx: Queries, clause: string): Promise<void> => {
        const row = await tx.get(`SELECT value FROM counters WHERE name = 'row'${clause}`);
        await tx.run("UPDATE counters SET value = $1 WHERE name = 'row'", [Number(row?.value) + 1]);
      };
      await Promise.all([
        store.transact((tx) => tx.lock('b', 'a').then(() => increment(tx, ''))),
        store.transact((tx) => tx.lock('a', 'b').then(() => increment(tx, ''))),
        store.transact((tx) => tx.lock('b').then(() => increment(tx, ''))),
      ]);
      await Promise.all([1, 2].map(() => store.transact((tx) => increment(tx, ' FOR UPDATE'))));
      expect(await store.read.get('SELECT value FROM counters')).toEqual({ value: 5n });
    });

    test('close lets what was begun commit; afterwards the store is unavailable', async () => {
      const queued = store.transact((tx) => insert(tx, 'a'));
      await store.close();
      await queued;
      const closed = { code: 'store_unavailable' };
      await expect(store.transact((tx) => insert(tx, 'b'))).rejects.toMatchObject(closed);
      await expect(store.read.all('SELECT 1')).rejects.toMatchObject(closed);
      store = await openPatiently(database.location, MIGRATIONS);
      expect(await names()).toEqual(['a']);
    });
  });

  describe('opening', () => {
    const MORE = { id: 'test-0002', sql: 'CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY);' };

    async function reasonOf(migrations: readonly Migration[], location = database.location): Promise<string> {
      try {
        await (await openPatiently(location, migrations)).close();
        return 'opened';
      } catch (error) {
        if (!(error instanceof StoreOpenError)) throw error;
        expect(error.message).not.toContain('\n');
        expect(error.message).not.toContain('for-tests-only');
        return error.reason;
      }
    }

    test('opens again with the same migrations, and with one more', async () => {
      expect(await reasonOf(MIGRATIONS)).toBe('opened');
      expect(await reasonOf([...MIGRATIONS, MORE])).toBe('opened');
      expect(await reasonOf([...MIGRATIONS, MORE])).toBe('opened');
    });

    test('refuses what a newer version has written, and a migration that was edited after it ran', async () => {
      expect(await reasonOf([])).toBe('newer_schema');
      const edited = MIGRATIONS.map((migration) => ({ ...migration, sql: `${migration.sql}\n` }));
      expect(await reasonOf(edited)).toBe('migration_changed');
    });

    test('a migration that fails leaves nothing behind', async () => {
      const fresh = await engine.create();
      const bad = { id: 'test-0002', sql: 'CREATE TABLE half (id TEXT);\nCREATE NONSENSE;' };
      expect(await reasonOf([...MIGRATIONS, bad], fresh.location)).toBe('migration_failed');
      expect(await reasonOf([], fresh.location)).toBe('opened');
      await fresh.remove();
    });

    test('of several that open at once, each finds the schema', async () => {
      const fresh = await engine.create();
      const opened = await Promise.all([1, 2, 3].map(() => reasonOf(MIGRATIONS, fresh.location)));
      expect(opened).toEqual(['opened', 'opened', 'opened']);
      await fresh.remove();
    });
  });
});
