import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../../protocol/errors/index.ts';
import type { Store } from '../../store/index.ts';
import { engines, type TestDatabase } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { merchantMigrations } from '../migrations.ts';
import { lookUpHolderProof, useHolderProof } from './holder-proofs.ts';

const NOW = 1_800_000_000;
const YEAR = 365 * 86_400;
const USE = { jkt: 'key-1', jti: 'proof-1', now: NOW };

describe.each(engines)('OA-A402-08 a proof is taken once: $name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await engine.create();
    store = await openPatiently(database.location, merchantMigrations);
  });

  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  const use = (change: Partial<typeof USE> = {}): Promise<void> =>
    store.transact((tx) => useHolderProof(tx, { ...USE, ...change }));

  test('by its key and its id', async () => {
    expect(await lookUpHolderProof(store.read, USE)).toBe('new');
    await use();
    await expect(use()).rejects.toMatchObject({ code: 'a402_proof_replayed' });
    expect(await lookUpHolderProof(store.read, USE)).toBe('used');
    await use({ jti: 'proof-2' });
    await use({ jkt: 'key-2' });
  });

  test('of many that come at the same time one is taken', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => use()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = outcomes.map((one) => one.status === 'rejected' && (one.reason as ActError).code);
    expect(new Set(codes)).toEqual(new Set([false, 'a402_proof_replayed']));
  });

  test('one that was refused for something else is not used up', async () => {
    const refused = store.transact(async (tx) => {
      await useHolderProof(tx, USE);
      throw new ActError('a402_delivery_running');
    });
    await expect(refused).rejects.toMatchObject({ code: 'a402_delivery_running' });
    await expect(use()).resolves.toBeUndefined();
  });

  test('what a clock that was ahead has forgotten is not taken again when it has come back', async () => {
    await use();
    await use({ jti: 'proof-2', now: NOW + YEAR });
    expect(await lookUpHolderProof(store.read, USE)).toBe('new');
    for (const jti of ['proof-1', 'proof-3'])
      await expect(use({ jti, now: NOW + 60 })).rejects.toMatchObject({ code: 'store_unavailable' });
    // A proof that could be among them is too old by then.
    await use({ jti: 'proof-3', now: NOW + 240 });
    await expect(use({ jti: 'proof-3', now: NOW + 240 })).rejects.toMatchObject({
      code: 'a402_proof_replayed',
    });
  });

  test('what is remembered of them does not grow with them', async () => {
    for (let at = 0; at < 200; at += 1) await use({ jti: `proof-${at}`, now: NOW + at * 10 });
    const kept = await store.read.all('SELECT 1 FROM a402_holder_proofs');
    expect(kept.length).toBeLessThanOrEqual(25);
    const minutes = await store.read.all('SELECT 1 FROM a402_holder_proofs_forgotten');
    expect(minutes.length).toBeLessThanOrEqual(200 / 6 + 2);
  });
});
