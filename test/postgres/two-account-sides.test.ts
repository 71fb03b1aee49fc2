import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { askForCard, type Card } from '../../src/issuer/testing/card.ts';
import { askForTool, createInstantWorld, type InstantWorld } from '../../src/issuer/testing/instant.ts';
import { type Answer, createTestWorld, type TestWorld } from '../../src/issuer/testing/world.ts';
import type { Store } from '../../src/store/index.ts';
import { postgres, type TestDatabase } from '../../src/store/testing/engines.ts';
import { keyActor } from '../../src/verifier/testing/actors.ts';

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

/** What is asked for by name; the account is looked for after the name, and before the request is written. */
const LOOKS_FOR_ACCOUNT = /FROM accounts\s/;

/** The next transaction of a store stands still where it looks for an account. */
function pauseOnce(store: Store): { readonly reached: Promise<void>; readonly goOn: () => void } {
  const [reached, waiting] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const transact = store.transact.bind(store);
  vi.spyOn(store, 'transact').mockImplementation((work) =>
    transact((tx) => {
      const get = async (sql: string, ...params: never[]) => {
        if (LOOKS_FOR_ACCOUNT.test(sql)) {
          reached.resolve();
          await waiting.promise;
        }
        return (tx.get as (sql: string, ...more: never[]) => Promise<unknown>)(sql, ...params);
      };
      return work(Object.create(tx, { get: { value: get } }));
    }),
  );
  return { reached: reached.promise, goOn: () => waiting.resolve() };
}

/** Until one is answered, or waits for the other in the database. */
async function answeredOrWaiting(asked: Promise<Answer>): Promise<void> {
  let isAnswered = false;
  void asked.then(() => {
    isAnswered = true;
  });
  const client = new Client({ connectionString: database.location });
  await client.connect();
  try {
    const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    const isThere = async () => isAnswered || (await client.query(waiting)).rowCount === 1;
    await expect.poll(isThere, { timeout: 60_000 }).toBe(true);
  } finally {
    await client.end();
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
    const { reached, goOn } = pauseOnce(second.store);
    const paused = ask(second, one);
    await reached;
    const other = ask(first.world, one);
    await answeredOrWaiting(other);
    goOn();
    const answers = await Promise.all([paused, other]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [202, undefined],
      [202, undefined],
    ]);
    expect(new Set(answers.map(({ body }) => body.confirmation_id)).size).toBe(1);
  });
});
