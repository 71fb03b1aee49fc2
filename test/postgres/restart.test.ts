import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgres } from '../../src/store/testing/engines.ts';
import { killDatabase } from '../faults/killing-postgres.ts';

const DATABASE_KILLS = 3;
const ACKNOWLEDGED = 50;
const RESTART_MAX_MILLISECONDS = 5_000;

const engine = postgres();

beforeAll(() => engine.start());
afterAll(() => engine.stop());

test('two processes on one database, killed as the database is: nothing acknowledged is lost (OA-LDG-01, OA-LDG-02, P21)', async () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`seed ${seed}`);
  const result = await killDatabase({ engine, seed, kills: DATABASE_KILLS, acknowledged: ACKNOWLEDGED });
  console.info(`${result.acknowledged} acknowledged, ${result.cutCommits} commits unanswered`);
  expect(result).toMatchObject({ lost: [], twice: 0, balanced: true });
  expect(result.databaseKills).toBeGreaterThanOrEqual(DATABASE_KILLS);
  expect(result.acknowledged).toBeGreaterThanOrEqual(ACKNOWLEDGED);
  // Every order was asked for until it had its receipt.
  expect(result.paid).toBe(result.acknowledged);
  expect(result.slowestRestartMilliseconds).toBeLessThan(RESTART_MAX_MILLISECONDS);
}, 120_000);
