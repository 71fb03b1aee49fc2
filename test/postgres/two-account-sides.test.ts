import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askForCard } from '../../src/issuer/testing/card.ts';
import { askForTool, createInstantWorld, type InstantWorld } from '../../src/issuer/testing/instant.ts';
import { createTestWorld, type TestWorld } from '../../src/issuer/testing/world.ts';
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
  await second.close();
  await first.close();
  await database.remove();
});

/** Waits until so many connections wait for a lock. */
async function waiters(client: Client, count: number): Promise<void> {
  const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
  const look = async () => {
    // Within a transaction the server shows for ever who was connected when it was asked first.
    await client.query('SELECT pg_stat_clear_snapshot()');
    return (await client.query(waiting)).rowCount;
  };
  await expect.poll(look, { timeout: 60_000 }).toBe(count);
}

/** Requests that meet, in their order: they can be read meanwhile, and none is written before the last has come. */
async function meeting<T>(ask: readonly (() => Promise<T>)[]): Promise<T[]> {
  const holder = new Client({ connectionString: database.location });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE tool_requests IN SHARE MODE');
    const answers: Promise<T>[] = [];
    for (const one of ask) {
      answers.push(one());
      await waiters(holder, answers.length);
    }
    await holder.query('COMMIT');
    return await Promise.all(answers);
  } finally {
    await holder.end();
  }
}

type Told = { readonly status: number; readonly body: { readonly code?: string } };
const toldOf = ({ status, body }: Told) => [status, body.code];

describe('two account sides on one database, asked under one name at the same time', () => {
  test('for the same tool: the second answers what the first does (PSD-PMT-BND-01)', async () => {
    const worlds = [first.world, second];
    const answers = await meeting(
      worlds.map((world) => () => askForTool(world, first.device, 'treq-at-both')),
    );
    expect(answers.map(toldOf)).toEqual([
      [202, undefined],
      [202, undefined],
    ]);
    expect(new Set(answers.map(({ body }) => body.confirmation_id)).size).toBe(1);
  });

  test('for a tool and then for a card: the name is taken by whoever came first (OA-RPL-01)', async () => {
    const card = { id: 'treq-and-card', key: await keyActor() };
    const answers = await meeting([
      () => askForTool(first.world, first.device, card.id),
      () => askForCard({ world: second, device: first.device }, card),
    ]);
    expect(answers.map(toldOf)).toEqual([
      [202, undefined],
      [409, 'request_id_reused'],
    ]);
    const free = { ...card, id: 'card-by-itself' };
    expect((await askForCard({ world: second, device: first.device }, free)).status).toBe(202);
  });
});
