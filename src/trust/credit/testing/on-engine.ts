import { afterAll, afterEach, beforeAll } from 'vitest';
import type { TestDatabase, TestEngine } from '../../../store/testing/engines.ts';
import { NOW } from './parties.ts';
import { type CreditServiceWorld, createCreditServiceWorld } from './world.ts';

const REVERIFY_SECONDS = 3_600;

/**
 * A credit service on an engine, for the tests around: each finds it at its first moment, knowing what it knew then.
 *
 * @param use is given the service, and each one that takes its place
 * @returns the database of the present one
 */
export function serviceOn(engine: TestEngine, use: (world: CreditServiceWorld) => void): () => TestDatabase {
  let database: TestDatabase;
  let world: CreditServiceWorld;
  async function start(): Promise<void> {
    database = await engine.create();
    world = await createCreditServiceWorld(database.location, { reverifySeconds: REVERIFY_SECONDS });
    use(world);
  }
  async function stop(): Promise<void> {
    await world.close();
    await database.remove();
  }
  beforeAll(async () => {
    await engine.start();
    await start();
  });
  afterEach(async () => {
    if (world.now !== NOW) {
      // A service whose clock goes back refuses commands: whoever has let time pass leaves the next a fresh service.
      await stop();
      return start();
    }
    Object.assign(world.known, { versions: ['1.0'], bound: '2000.00', down: undefined });
    world.known.evidence.add('evidence-1');
  });
  afterAll(async () => {
    await stop();
    await engine.stop();
  });
  return () => database;
}
