import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { sqlite, type TestDatabase } from '../../src/store/testing/sqlite.ts';
import { movedBetween, Snapshots } from './snapshot.ts';

const MIGRATIONS = [
  {
    id: 'test-0001',
    sql: 'CREATE TABLE facts (id TEXT NOT NULL PRIMARY KEY, said TEXT);\nCREATE TABLE trust_memory (id TEXT);\n',
  },
];

let database: TestDatabase;
let stores: Record<'one' | 'other', Store>;
let snapshots: Snapshots;

beforeEach(async () => {
  database = await sqlite.create();
  stores = {
    one: await openStore(database.location, MIGRATIONS),
    other: await openStore(`${database.location}.other`, MIGRATIONS),
  };
  snapshots = new Snapshots(new Map(Object.entries(stores)));
});

afterEach(async () => {
  for (const store of Object.values(stores)) await store.close();
  await database.remove();
});

async function movedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await snapshots.take();
  await work();
  return movedBetween(before, await snapshots.take());
}

const say = (store: Store, sql: string) => store.transact((tx) => tx.run(sql));

test('each commit is noticed, in its table, and once', async () => {
  const { one, other } = stores;
  expect(await movedBy(() => say(one, "INSERT INTO facts VALUES ('a', 'x')"))).toEqual([
    'one.facts: {"id":"a","said":"x"}',
  ]);
  expect(await movedBy(() => say(one, "UPDATE facts SET said = 'y'"))).toEqual([
    'one.facts: {"id":"a","said":"y"}',
  ]);
  expect(await movedBy(() => say(other, "INSERT INTO facts VALUES ('b', 'x')"))).toEqual([
    'other.facts: {"id":"b","said":"x"}',
  ]);
  expect(await movedBy(() => say(one, 'DELETE FROM facts'))).toEqual(['one.facts: a row is gone']);
  expect(await movedBy(async () => undefined)).toEqual([]);
});

test('what is taken back, only read, or may change moves nothing', async () => {
  const { one } = stores;
  const takenBack = () =>
    one
      .transact(async (tx) => {
        await tx.run("INSERT INTO facts VALUES ('a', 'x')");
        throw new Error('taken back');
      })
      .catch(() => undefined);
  expect(await movedBy(takenBack)).toEqual([]);
  expect(await movedBy(() => one.read.all('SELECT * FROM facts'))).toEqual([]);
  expect(await movedBy(() => say(one, "INSERT INTO trust_memory VALUES ('a')"))).toEqual([]);
});
