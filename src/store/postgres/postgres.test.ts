import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ActError, codeEntry } from '../../protocol/errors/index.ts';
import { beat, heartbeatMigration, type Migration, openStore, type Queries, type Store } from '../index.ts';
import { DatabaseLine } from '../testing/database-line.ts';
import { postgres, type TestDatabase } from '../testing/engines.ts';
import { PATIENT } from '../testing/patient.ts';
import { openPostgresStore } from './store.ts';

const MIGRATIONS: readonly Migration[] = [
  {
    id: 'test-0001',
    sql: `CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE facts (id TEXT NOT NULL PRIMARY KEY);
`,
    appendOnly: ['facts'],
  },
  heartbeatMigration,
];

/** Of a version after it. */
const NEWER: readonly Migration[] = [
  ...MIGRATIONS,
  { id: 'test-0002', sql: 'CREATE TABLE files (bytes BLOB NOT NULL);' },
];

const UNAVAILABLE = { code: 'store_unavailable' };

/** Few connections; a test that is about one of the waits makes that one short. */
const LIMITS = { ...PATIENT, connections: 3 };
const SHORT_MILLISECONDS = 5_000;
/** Far below what the other waits are. */
const BOUND_MILLISECONDS = 30_000;

const engine = postgres();
let database: TestDatabase;
let store: Store;

beforeAll(() => engine.start());
afterAll(() => engine.stop());

beforeEach(async () => {
  database = await engine.create();
  store = await openPostgresStore(database.location, MIGRATIONS, LIMITS);
  await store.transact(async (tx) => {
    for (const name of ['a', 'b', 'c']) await set(tx, name, 0);
  });
});

afterEach(async () => {
  await store.close();
  await database.remove();
});

function set(tx: Queries, name: string, value: number) {
  return tx.run('INSERT INTO counters (name, value) VALUES ($1, $2)', [name, value]);
}

async function increment(tx: Queries, name: string): Promise<void> {
  await tx.run('UPDATE counters SET value = value + 1 WHERE name = $1', [name]);
}

async function values(): Promise<Record<string, bigint>> {
  const rows = await store.read.all('SELECT name, value FROM counters ORDER BY name');
  return Object.fromEntries(rows.map((row) => [String(row.name), BigInt(String(row.value))]));
}

/** A connection of somebody else, in a transaction that holds the row of this name. */
async function holder(name: string): Promise<Client> {
  const client = new Client({ connectionString: database.location });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM counters WHERE name = $1 FOR UPDATE', [name]);
  return client;
}

describe('works that meet', () => {
  test('a deadlock is dissolved, and both are done (OA-LDG-02)', async () => {
    let runs = 0;
    let holders = 0;
    const inOrder = (first: string, second: string) =>
      store.transact(async (tx) => {
        runs += 1;
        await increment(tx, first);
        holders += 1;
        while (holders < 2) await tx.get('SELECT pg_sleep(0.01)');
        await increment(tx, second);
      });
    await Promise.all([inOrder('a', 'b'), inOrder('b', 'a')]);
    expect(runs).toBeGreaterThan(2);
    expect(await values()).toMatchObject({ a: 2n, b: 2n });
  });

  test.each(['40001', '40P01'])(
    '%s of the server runs the work again from the start (OA-LDG-02)',
    async (state) => {
      let runs = 0;
      await store.transact(async (tx) => {
        runs += 1;
        await increment(tx, 'a');
        if (runs === 1)
          await tx.run(`DO $$ BEGIN RAISE EXCEPTION 'forced' USING ERRCODE = '${state}'; END $$`);
      });
      expect(runs).toBe(2);
      expect(await values()).toMatchObject({ a: 1n });
    },
  );

  test('who looked before the other had inserted looks again and finds it', async () => {
    const findOrInsert = () =>
      store.transact(async (tx) => {
        if (await tx.get("SELECT 1 FROM counters WHERE name = 'new'")) return 'found';
        await tx.get('SELECT pg_sleep(0.05)');
        await set(tx, 'new', 1);
        return 'inserted';
      });
    expect((await Promise.all([findOrInsert(), findOrInsert()])).sort()).toEqual(['found', 'inserted']);
  });

  test('a conflict that stays is told after a bounded number of runs', async () => {
    let runs = 0;
    const twice = store.transact(async (tx) => {
      runs += 1;
      await set(tx, 'a', 1);
    });
    await expect(twice).rejects.toMatchObject(UNAVAILABLE);
    expect(runs).toBe(6);
  });

  test('a conditional update never overruns, however many meet (security of the limits)', async () => {
    const use = () =>
      store.transact((tx) =>
        tx.run("UPDATE counters SET value = value + 3 WHERE name = 'a' AND value + 3 <= 10"),
      );
    const done = await Promise.all(Array.from({ length: 8 }, use));
    expect(done.filter(({ changes }) => changes === 1)).toHaveLength(3);
    expect(await values()).toMatchObject({ a: 9n });
  });

  test('a work that swallows the failure of a statement is not acknowledged', async () => {
    const swallowed = store.transact(async (tx) => {
      await increment(tx, 'a');
      await tx.run('NONSENSE').catch(() => undefined);
      await tx.run('NONSENSE').catch(() => undefined);
      return 'done';
    });
    await expect(swallowed).rejects.toMatchObject(UNAVAILABLE);
    expect(await values()).toMatchObject({ a: 0n });
  });

  test('statements that a work sends at once run one after another', async () => {
    await store.transact(async (tx) => {
      await Promise.all([increment(tx, 'a'), increment(tx, 'a'), increment(tx, 'b')]);
    });
    expect(await values()).toMatchObject({ a: 2n, b: 1n });
  });
});

describe('what is not there is told in time', () => {
  async function expectUnavailable(work: Promise<unknown>): Promise<void> {
    const began = performance.now();
    await expect(work).rejects.toMatchObject(UNAVAILABLE);
    expect(performance.now() - began).toBeLessThan(BOUND_MILLISECONDS);
  }

  /** The same database, with this wait short. */
  async function hasty(limits: Partial<typeof LIMITS>, use: (hasty: Store) => Promise<void>): Promise<void> {
    const opened = await openPostgresStore(database.location, MIGRATIONS, { ...LIMITS, ...limits });
    try {
      await use(opened);
    } finally {
      await opened.close();
    }
  }

  test('a row that another holds', async () => {
    const other = await holder('a');
    await hasty({ lockMilliseconds: SHORT_MILLISECONDS }, (one) =>
      expectUnavailable(one.transact((tx) => increment(tx, 'a'))),
    );
    await other.query('ROLLBACK');
    await other.end();
    await store.transact((tx) => increment(tx, 'a'));
    expect(await values()).toMatchObject({ a: 1n });
  });

  test('a free connection, when all of them are taken; readers have their own', async () => {
    await hasty({ connectMilliseconds: SHORT_MILLISECONDS }, async (one) => {
      const all = (name: string) =>
        Promise.all(
          Array.from({ length: LIMITS.connections }, () => one.transact((tx) => increment(tx, name))),
        );
      // Connections are made before the first is waited for.
      await all('c');
      const other = await holder('a');
      const waiting = all('a');
      await expectUnavailable(one.transact((tx) => increment(tx, 'b')));
      expect(await values()).toMatchObject({ b: 0n });
      await other.end();
      await waiting;
      await one.transact((tx) => increment(tx, 'b'));
    });
    expect(await values()).toMatchObject({ a: 3n, b: 1n });
  });

  test('a connection that the server ends, idle or in use', async () => {
    const ended = store.transact(async (tx) => {
      await increment(tx, 'a');
      await tx.get('SELECT pg_terminate_backend(pg_backend_pid())');
    });
    await expectUnavailable(ended);
    await engine.server.execute(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'openact'",
    );
    await expect
      .poll(() =>
        store
          .transact((tx) => increment(tx, 'b'))
          .then(
            () => 'ok',
            () => 'no',
          ),
      )
      .toBe('ok');
    expect(await values()).toMatchObject({ a: 0n, b: 1n });
  });

  test('the server itself, and who waits for a server that is silent', async () => {
    const line = new DatabaseLine(database.location);
    await line.open();
    const distant = await openPostgresStore(line.by(database.location), MIGRATIONS, {
      ...LIMITS,
      statementMilliseconds: SHORT_MILLISECONDS,
    });
    await distant.transact((tx) => increment(tx, 'a'));
    line.fate = 'silence';
    await expectUnavailable(distant.transact((tx) => increment(tx, 'a')));
    await line.close();
    await expectUnavailable(distant.transact((tx) => increment(tx, 'a')));
    await expectUnavailable(distant.read.all('SELECT 1'));
    await distant.close();
    expect(await values()).toMatchObject({ a: 1n });
  });
});

test('a commit whose answer is lost: the outcome has to be asked for, and is never repeated (OA-LDG-01)', async () => {
  const line = new DatabaseLine(database.location);
  await line.open();
  const distant = await openPostgresStore(line.by(database.location), MIGRATIONS, LIMITS);
  let runs = 0;
  line.fate = 'lose commit answers';
  const lost = distant.transact(async (tx) => {
    runs += 1;
    await increment(tx, 'a');
  });
  await expect(lost).rejects.toMatchObject(UNAVAILABLE);
  expect(codeEntry('store_unavailable').retryability).toBe('query_first');
  expect(runs).toBe(1);
  await expect.poll(() => values()).toMatchObject({ a: 1n });
  await distant.close();
  await line.close();
});

describe('opening', () => {
  async function reasonOf(location: string): Promise<string> {
    const outcome = await openStore(location, MIGRATIONS).catch((error) => error);
    if (outcome instanceof Error && 'reason' in outcome) {
      expect(outcome.message).not.toMatch(/for-tests-only|\n/);
      return String(outcome.reason);
    }
    await outcome.close();
    return 'opened';
  }

  test('says in one line, without the password, that there is no such server, user or database', async () => {
    const { location } = database;
    expect(await reasonOf(location.replace(/:\d+\//, ':1/'))).toBe('connection');
    expect(await reasonOf(location.replace('for-tests-only', 'wrong'))).toBe('connection');
    expect(await reasonOf(location.replace('/postgres?', '/nothing?'))).toBe('connection');
    expect(await reasonOf(location)).toBe('opened');
  });

  test('refuses a database in which text would be changed', async () => {
    const latin = "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0";
    await engine.server.execute(latin);
    expect(await reasonOf(engine.server.location().replace(/postgres$/, 'latin'))).toBe('engine');
  });

  test('commits are durable even where the server is set to acknowledge them before', async () => {
    await engine.server.execute("ALTER DATABASE postgres SET synchronous_commit = 'off'");
    const careful = await openStore(database.location, MIGRATIONS);
    const setting = await careful.transact((tx) =>
      tx.get("SELECT current_setting('synchronous_commit') AS now"),
    );
    expect(setting).toEqual({ now: 'on' });
    await careful.close();
    await engine.server.execute('ALTER DATABASE postgres RESET synchronous_commit');
  });

  test('who was connected before keeps to it when the server is set so later', async () => {
    await engine.server.execute("ALTER SYSTEM SET synchronous_commit = 'off'");
    const reload = 'SELECT pg_reload_conf()';
    try {
      await engine.server.execute(reload);
      const setting = 'SELECT current_setting($1) AS now';
      // A connection of before the reload, and one that is made after it.
      const stranger = new Client({ connectionString: database.location });
      await stranger.connect();
      await expect
        .poll(async () => (await stranger.query(setting, ['synchronous_commit'])).rows)
        .toEqual([{ now: 'off' }]);
      await stranger.end();
      const ask = () => store.transact((tx) => tx.get(setting, ['synchronous_commit']));
      const all = await Promise.all([ask(), ask(), ask()]);
      expect(all).toEqual([{ now: 'on' }, { now: 'on' }, { now: 'on' }]);
    } finally {
      await engine.server.execute('ALTER SYSTEM RESET synchronous_commit');
      await engine.server.execute(reload);
    }
  });

  test('bytes are read as they were written, however the database prints them', async () => {
    await engine.server.execute("ALTER DATABASE postgres SET bytea_output = 'escape'");
    await store.close();
    const careful = await openStore(database.location, NEWER);
    const bytes = Uint8Array.of(0, 255, 92, 39, 1);
    await careful.transact((tx) => tx.run('INSERT INTO files (bytes) VALUES ($1)', [bytes]));
    const inside = await careful.transact((tx) => tx.get('SELECT bytes FROM files'));
    expect([inside, await careful.read.get('SELECT bytes FROM files')]).toEqual([{ bytes }, { bytes }]);
    await careful.close();
    await engine.server.execute('ALTER DATABASE postgres RESET bytea_output');
  });

  test('a newer version changes nothing while an older one is at work, and begins once that has ended', async () => {
    const soon = openPostgresStore(database.location, NEWER, { ...LIMITS, olderMilliseconds: 0 });
    await expect(soon).rejects.toMatchObject({
      reason: 'in_use',
      message: expect.stringMatching(/^Processes of an older version are at work .*: end them first\.$/),
    });
    await store.transact((tx) => increment(tx, 'a'));
    const newer = openPostgresStore(database.location, NEWER, LIMITS);
    await store.transact((tx) => increment(tx, 'a'));
    await store.close();
    await (await newer).transact((tx) => increment(tx, 'a'));
    await (await newer).close();
    const again = await openPostgresStore(database.location, NEWER, LIMITS);
    expect(await again.read.get("SELECT value FROM counters WHERE name = 'a'")).toEqual({ value: 3n });
    await again.close();
  });

  test('an older one that comes back to its database writes nothing there any more', async () => {
    const sessions = "FROM pg_stat_activity WHERE application_name = 'openact' AND query NOT LIKE '%stat%'";
    await engine.server.execute(`SELECT pg_terminate_backend(pid) ${sessions}`);
    const newer = await openPostgresStore(database.location, NEWER, LIMITS);
    await expect(store.transact((tx) => increment(tx, 'a'))).rejects.toMatchObject(UNAVAILABLE);
    await newer.transact((tx) => increment(tx, 'b'));
    expect(await newer.read.all('SELECT name, value FROM counters ORDER BY name')).toMatchObject([
      { value: 0n },
      { value: 1n },
      { value: 0n },
    ]);
    await newer.close();
  });

  test('refuses a database whose triggers are off: append-only would be a word (OA-LDG-03)', async () => {
    await engine.server.execute('ALTER DATABASE postgres SET session_replication_role = replica');
    expect(await reasonOf(database.location)).toBe('engine');
    await engine.server.execute('ALTER DATABASE postgres RESET session_replication_role');
    expect(await reasonOf(database.location)).toBe('opened');
  });

  test('says why a schema cannot be set up: no rights, no such schema', async () => {
    await engine.server.execute("CREATE ROLE visitor LOGIN PASSWORD 'for-tests-only'");
    const visitor = engine.server.location().replace('postgres:for', 'visitor:for');
    await expect(openStore(visitor, MIGRATIONS)).rejects.toMatchObject({
      reason: 'migration_failed',
      message: expect.stringMatching(/could not be set up: permission denied for .+ \(42501\)\.$/),
    });
    const nowhere = `${engine.server.location()}?options=-c%20search_path%3Dnowhere`;
    await expect(openStore(nowhere, MIGRATIONS)).rejects.toMatchObject({
      message: expect.stringMatching(/could not be set up: no schema .+ \(3F000\)\.$/),
    });
  });

  test('a connection to a server that no longer writes is given back for another', async () => {
    const single = await openPostgresStore(database.location, MIGRATIONS, { ...LIMITS, connections: 1 });
    await single.transact((tx) => tx.run('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY'));
    await expect(single.transact((tx) => increment(tx, 'a'))).rejects.toMatchObject(UNAVAILABLE);
    await single.transact((tx) => increment(tx, 'a'));
    expect(await values()).toMatchObject({ a: 1n });
    await single.close();
  });

  describe('the disk is full, and the one row of a probe still fits', () => {
    const FACT = "INSERT INTO facts (id) VALUES ('x')";
    const opened: Store[] = [];

    /** What the server says of a full disk (53100), it says here of every new fact. */
    async function withFullDisk(roomMilliseconds: number): Promise<Store> {
      const full = await openPostgresStore(database.location, MIGRATIONS, { ...LIMITS, roomMilliseconds });
      opened.push(full);
      await engine.server.execute(
        `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
         CREATE TRIGGER no_room BEFORE INSERT ON facts FOR EACH ROW EXECUTE FUNCTION no_room()`,
        database.location,
      );
      return full;
    }
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });

    test('OA-OPS-20 whoever was refused for it is not able to work, and says why', async () => {
      const full = await withFullDisk(LIMITS.roomMilliseconds);
      expect(await beat(full, 1)).toBe(1);
      const refused = { ...UNAVAILABLE, cause: { code: '53100' } };
      await expect(full.transact((tx) => tx.run(FACT))).rejects.toMatchObject(refused);
      await expect(beat(full, 2)).rejects.toMatchObject(refused);
      // What has room is written all the same.
      await full.transact((tx) => increment(tx, 'a'));
      expect(await values()).toMatchObject({ a: 1n });
      await expect(beat(full, 3)).rejects.toMatchObject(refused);
    });

    test('OA-OPS-20 after a while without such a refusal it works again', async () => {
      const full = await withFullDisk(1);
      await expect(full.transact((tx) => tx.run(FACT))).rejects.toMatchObject(UNAVAILABLE);
      await expect.poll(() => beat(full, 2).catch(() => undefined), { timeout: 60_000 }).toBe(2);
    });

    test('OA-OPS-20 another failure of a transaction is none of the disk', async () => {
      const other = await openPostgresStore(database.location, MIGRATIONS, LIMITS);
      opened.push(other);
      await expect(other.transact((tx) => tx.run('INSERT INTO nowhere VALUES (1)'))).rejects.toMatchObject(
        UNAVAILABLE,
      );
      expect(await beat(other, 4)).toBe(4);
    });
  });

  test('an append-only table cannot be emptied either (OA-LDG-03)', async () => {
    await store.transact((tx) => tx.run("INSERT INTO facts (id) VALUES ('x')"));
    await expect(store.transact((tx) => tx.run('TRUNCATE facts'))).rejects.toMatchObject(UNAVAILABLE);
    expect(await store.read.all('SELECT id FROM facts')).toEqual([{ id: 'x' }]);
  });

  test('a table that a newer version has changed costs one answer, not the store', async () => {
    const everything = () => store.transact((tx) => tx.all('SELECT * FROM facts'));
    await everything();
    await engine.server.execute('ALTER TABLE facts ADD COLUMN more TEXT', database.location);
    await expect
      .poll(() =>
        everything().then(
          () => 'ok',
          (error: unknown) => (error instanceof ActError ? error.code : String(error)),
        ),
      )
      .toBe('ok');
  });
});
