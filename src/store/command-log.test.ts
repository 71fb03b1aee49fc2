import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { commandLogMigrations, consumeCommand, type Store } from './index.ts';
import { engines, type TestDatabase } from './testing/engines.ts';
import { openPatiently } from './testing/patient.ts';

const NOW = 1_800_000_000;
const USE = { iss: 'dev_1', jti: 'cmd_1', digest: 'd', now: NOW };

describe.each(engines)('$name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await engine.create();
    store = await openPatiently(database.location, commandLogMigrations);
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
    // And for as long as a process on this database may be slow.
    await expect(consume({ now: NOW + 240 })).rejects.toMatchObject({ code: 'command_duplicate' });
    await consume({ now: NOW + 241 });
    expect(await store.read.all('SELECT 1 FROM commands')).toHaveLength(1);
  });

  const YEAR = 365 * 86_400;
  const unavailable = { code: 'store_unavailable' };

  test('what was forgotten by a clock that was ahead is not taken again when it has come back', async () => {
    await consume();
    await consume({ jti: 'cmd_2', now: NOW + 1 });
    await consume({ jti: 'cmd_3', now: NOW + YEAR });
    expect(await store.read.all('SELECT jti FROM commands')).toEqual([{ jti: 'cmd_3' }]);
    await expect(consume({ jti: 'cmd_3', now: NOW + 60 })).rejects.toMatchObject({
      code: 'command_duplicate',
    });
    for (const jti of ['cmd_1', 'cmd_2', 'cmd_4'])
      await expect(consume({ jti, now: NOW + 60 })).rejects.toMatchObject(unavailable);
    // The last that was forgotten was kept until the second after NOW + 120, whose minute ends at NOW + 180.
    await expect(consume({ jti: 'cmd_4', now: NOW + 179 })).rejects.toMatchObject(unavailable);
    await consume({ jti: 'cmd_4', now: NOW + 180 });
    await expect(consume({ jti: 'cmd_4', now: NOW + 180 })).rejects.toMatchObject({
      code: 'command_duplicate',
    });
  });

  test('a clock that was ahead for ten minutes closes ten minutes, however far it was ahead', async () => {
    for (const [at, jti] of ['cmd_a', 'cmd_b', 'cmd_c', 'cmd_d'].entries())
      await consume({ jti, now: NOW + YEAR + at * 200 });
    expect(await store.read.all('SELECT jti FROM commands ORDER BY jti')).toEqual([
      { jti: 'cmd_c' },
      { jti: 'cmd_d' },
    ]);
    // Of the year between nothing was forgotten.
    for (const now of [NOW, NOW + 1_000, NOW + YEAR - 241]) await consume({ jti: `cmd_${now}`, now });
    // What the clock has shown meanwhile comes: a command dated then could have been taken and forgotten.
    for (const now of [NOW + YEAR - 120, NOW + YEAR, NOW + YEAR + 320])
      await expect(consume({ jti: 'cmd_a', now })).rejects.toMatchObject(unavailable);
    await consume({ jti: 'cmd_e', now: NOW + YEAR + 360 });
  });

  test('a clock that goes back by a minute refuses nothing', async () => {
    for (let now = NOW; now < NOW + 1_000; now += 7) await consume({ jti: `cmd_${now}`, now });
    for (let back = 0; back <= 60; back += 1)
      await consume({ jti: `cmd_back_${back}`, now: NOW + 994 - back });
    await expect(consume({ jti: 'cmd_back', now: NOW + 994 - 300 })).rejects.toMatchObject(unavailable);
  });

  test('a clock that goes back before anything was forgotten refuses nothing', async () => {
    await consume({ now: NOW + 150 });
    await consume({ jti: 'cmd_2', now: NOW });
    await expect(consume({ now: NOW })).rejects.toMatchObject({ code: 'command_duplicate' });
  });

  test('what a crowd has left behind is forgotten in parts, the oldest first: nobody waits for all of it', async () => {
    const counts: number[] = [];
    await store.transact(async (tx) => {
      for (let at = 0; at < 250; at += 1)
        await consumeCommand(tx, { ...USE, jti: `cmd_${at}`, now: NOW + (at % 50) });
    });
    for (const jti of ['cmd_a', 'cmd_b', 'cmd_c']) {
      await consume({ jti, now: NOW + 1_000 });
      const oldest = await store.read.get('SELECT COUNT(*) AS kept, MIN(kept_until) AS first FROM commands');
      counts.push(Number(oldest?.kept), Number(oldest?.first) - NOW);
    }
    expect(counts).toEqual([151, 140, 52, 160, 3, 1_120]);
  });

  test('many at once forget what is spent, and none of them is lost for it', async () => {
    for (const jti of ['cmd_a', 'cmd_b']) await consume({ jti });
    const later = Array.from({ length: 20 }, (_, at) => consume({ jti: `cmd_${at}`, now: NOW + 500 + at }));
    expect((await Promise.allSettled(later)).filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await store.read.all("SELECT jti FROM commands WHERE jti IN ('cmd_a', 'cmd_b')")).toEqual([]);
    expect(await store.read.all('SELECT 1 FROM commands')).toHaveLength(20);
  });
});
