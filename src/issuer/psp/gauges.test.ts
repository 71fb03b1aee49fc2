import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../store/index.ts';
import { engines, type TestDatabase } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { issuerMigrations } from '../migrations.ts';
import { imbalances } from './gauges.ts';

const MOST = 2n ** 63n - 1n;

describe.each(engines)('OA-OPS-25 the imbalance of the books on $name', (engine) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    await engine.start();
    database = await engine.create();
    store = await openPatiently(database.location, issuerMigrations);
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
    await engine.stop();
  });

  let accounts = 0;
  const open = (currency: string, balance: bigint) =>
    store.transact((tx) =>
      tx.run(
        `INSERT INTO accounts (account_id, owner, kind, currency, balance_minor, opened_at)
         VALUES ($1, 'nobody', 'system', $2, $3, 0)`,
        [`account-${++accounts}`, currency, balance],
      ),
    );
  const told = async () =>
    (await imbalances(store.read)).map(({ value, of }) => [of['openact.currency'], value]);

  test('is told to the minor unit, of each currency, however far it goes', async () => {
    await open('CNY', 5_000_000_000_001n);
    await open('CNY', -5_000_000_000_001n);
    expect(await told()).toEqual([['CNY', 0]]);
    await open('CNY', -1n);
    await open('EUR', MOST);
    await open('EUR', MOST);
    await open('JPY', -MOST);
    await open('JPY', -MOST);
    await open('JPY', -3n);
    expect(await told()).toEqual([
      ['CNY', -1],
      ['EUR', Number(2n * MOST)],
      ['JPY', Number(-2n * MOST - 3n)],
    ]);
  });
});
