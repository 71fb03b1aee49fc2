import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { askForCard, type Card } from '../../src/issuer/testing/card.ts';
import { askForTool, createInstantWorld, type InstantWorld } from '../../src/issuer/testing/instant.ts';
import { type Answer, createTestWorld, type TestWorld } from '../../src/issuer/testing/world.ts';
import type { Transaction } from '../../src/store/index.ts';
import { postgres, type TestDatabase } from '../../src/store/testing/engines.ts';
import { keyActor } from '../../src/verifier/testing/actors.ts';

const PATIENTLY = { timeout: 60_000 };

const engine = postgres();
let database: TestDatabase;
let first: InstantWorld;
let second: TestWorld;

beforeAll(() => engine.start());
afterAll(() => engine.stop());

beforeEach(async () => {
  database = await engine.create();
  const shared = { ...engine, create: async () => ({ ...database, remove: async () => undefined }) };
  first = await createInstantWorld({ engine: shared });
  second = await createTestWorld({ engine: shared, actors: first.world.actors });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await second.close();
  await first.close();
  await database.remove();
});

/** The account is looked for after the name, and before the request is written. */
const LOOKS_FOR_ACCOUNT = /FROM accounts\s/;

/** The next transactions of a store wait, where they look for an account, for whoever holds this in the database. */
const HELD = 424_242;

function waitingFor(tx: Transaction): Transaction {
  const get: typeof tx.get = async (...asked) => {
    if (LOOKS_FOR_ACCOUNT.test(asked[0]))
      await tx.get('SELECT 1 AS held FROM pg_advisory_xact_lock_shared($1)', [HELD]);
    return tx.get(...asked);
  };
  // A transaction has private members: everything else is asked of itself.
  return new Proxy(tx, {
    get(target, name) {
      const value: unknown = name === 'get' ? get : Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The one stands where it has found its name free; the other comes, and is answered or waits for it; then it goes on. */
async function meeting(one: () => Promise<Answer>, other: () => Promise<Answer>): Promise<Answer[]> {
  const transact = second.store.transact.bind(second.store);
  vi.spyOn(second.store, 'transact').mockImplementation((work) => transact((tx) => work(waitingFor(tx))));
  const holder = new Client({ connectionString: database.location });
  await holder.connect();
  const waiters = async (): Promise<number | null> =>
    (await holder.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")).rowCount;
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [HELD]);
    const paused = one();
    await expect.poll(waiters, PATIENTLY).toBe(1);
    let isAnswered = false;
    const asked = other().finally(() => {
      isAnswered = true;
    });
    await expect.poll(async () => isAnswered || (await waiters()) === 2, PATIENTLY).toBe(true);
    await holder.query('SELECT pg_advisory_unlock($1)', [HELD]);
    return await Promise.all([paused, asked]);
  } finally {
    await holder.end();
  }
}

describe('two account sides on one database are asked for the same at the same time', () => {
  const tool = (world: TestWorld) => askForTool(world, first.device, 'asked-at-both');
  const card = (world: TestWorld, one: Card) => askForCard({ world, device: first.device }, one);

  // What the second finds to be taken is what it asks for itself: it is answered the same, and not refused.
  test.each([
    ['a tool (PSD-PMT-BND-01)', tool],
    ['a card (PSD-AGT-SUB-02)', card],
  ])('%s: one question to the user, and the same answer', async (_what, ask) => {
    const one: Card = { id: 'asked-at-both', key: await keyActor() };
    const answers = await meeting(
      () => ask(second, one),
      () => ask(first.world, one),
    );
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [202, undefined],
      [202, undefined],
    ]);
    expect(new Set(answers.map(({ body }) => body.confirmation_id)).size).toBe(1);
  });
});
