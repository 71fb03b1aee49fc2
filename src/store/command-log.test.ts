import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { commandLogMigrations, consumeCommand, openStore, type Store } from './index.ts';
import { engines, type TestDatabase } from './testing/engines.ts';

const NOW = 1_800_000_000;
const USE = { iss: 'dev_1', jti: 'cmd_1', digest: 'd', now: NOW };

describe.each(engines)('$name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await engine.create();
    store = await openStore(database.location, commandLogMigrations);
  });

  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  function consume(change: Partial<typeof USE> = {}): Promise<void> {
    return store.transact((tx) => consumeCommand(tx, { ...USE, ...change }));
  }

  test('a command is used once, whatever its bytes (OA-CMD-02, J9)', async () => {
    await consume();
    await expect(consume()).rejects.toMatchObject({ code: 'command_duplicate' });
    await expect(consume({ digest: 'twin' })).rejects.toMatchObject({ code: 'command_duplicate' });
    await consume({ jti: 'cmd_2' });
    await consume({ iss: 'dev_2' });
    expect(await store.read.all('SELECT 1 FROM commands')).toHaveLength(3);
  });

  test('of parallel uses one wins', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => consume()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a refused transaction does not use the command up', async () => {
    const refused = store.transact(async (tx) => {
      await consumeCommand(tx, USE);
      throw new ActError('payment_unknown');
    });
    await expect(refused).rejects.toMatchObject({ code: 'payment_unknown' });
    await expect(consume()).resolves.toBeUndefined();
  });

  test('an id is kept for as long as the command could pass the check of its time', async () => {
    await consume();
    await expect(consume({ now: NOW + 120 })).rejects.toMatchObject({ code: 'command_duplicate' });
    await consume({ now: NOW + 121 });
    expect(await store.read.all('SELECT 1 FROM commands')).toHaveLength(1);
  });
});
