import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgres } from '../../src/store/testing/engines.ts';
import { killDatabase } from '../faults/killing-postgres.ts';

const DATABASE_KILLS = 3;
const ACKNOWLEDGED = 50;
/** By the clock, and to 5 seconds, it is measured by `npm run kills`, on a machine that does nothing else. */
const RESTART_MAX_MILLISECONDS = 60_000;
/** Where a start that nothing went before takes its time already. */
const TIMES_CALM = 10;

const engine = postgres();

beforeAll(() => engine.start());
afterAll(() => engine.stop());

/** How long this machine takes now to end the server and start it again. */
async function calmRestart(): Promise<number> {
  const began = performance.now();
  await engine.server.stopAndStart();
  return performance.now() - began;
}

test('two processes on one database, killed as the database is: nothing acknowledged is lost (OA-LDG-01, OA-LDG-02, P21)', async () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`seed ${seed}`);
  const calm = await calmRestart();
  const result = await killDatabase({ engine, seed, kills: DATABASE_KILLS, acknowledged: ACKNOWLEDGED });
  console.info(`${result.acknowledged} acknowledged, ${result.cutCommits} commits unanswered`);
  expect(result).toMatchObject({ lost: [], twice: 0, balanced: true });
  expect(result.databaseKills).toBeGreaterThanOrEqual(DATABASE_KILLS);
  expect(result.acknowledged).toBeGreaterThanOrEqual(ACKNOWLEDGED);
  // Every order was asked for until it had its receipt.
  expect(result.paid).toBe(result.acknowledged);
  expect(result.slowestRestartMilliseconds).toBeLessThan(
    Math.max(RESTART_MAX_MILLISECONDS, TIMES_CALM * calm),
  );
});
