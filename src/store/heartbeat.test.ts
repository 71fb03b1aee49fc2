import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beat, heartbeatMigration, type Store } from './index.ts';
import { engines, type TestDatabase } from './testing/engines.ts';
import { openPatiently } from './testing/patient.ts';

describe.each(engines)('a heartbeat in $name', (engine) => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    database = await engine.create();
    store = await openPatiently(database.location, [heartbeatMigration]);
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  test('OA-OPS-20 is written, and answers the latest time of all', async () => {
    expect(await beat(store, 1_000)).toBe(1_000);
    expect(await beat(store, 900)).toBe(1_000);
    expect(await beat(store, 1_100)).toBe(1_100);
    expect(await store.read.all('SELECT latest FROM heartbeat')).toEqual([{ latest: 1_100n }]);
  });

  test('OA-OPS-20 fails where nothing can be written', async () => {
    expect(await beat(store, 1)).toBe(1);
    await store.close();
    await expect(beat(store, 2)).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});
