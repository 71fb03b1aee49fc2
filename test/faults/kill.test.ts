import { expect, test } from 'vitest';
import { killPayments } from './killing.ts';

const KILLS = 12;
const RESTART_MAX_MILLISECONDS = 5_000;

test(`${KILLS} kills lose no acknowledged payment, and the books balance (OA-LDG-01, OA-LDG-02, P21)`, async () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`seed ${seed}`);
  const result = await killPayments({ seed, kills: KILLS, acknowledged: KILLS });
  console.info(`${result.acknowledged} acknowledged, ${result.paid} paid`);
  expect(result).toMatchObject({ kills: KILLS, lost: [], twice: 0, balanced: true });
  expect(result.acknowledged).toBeGreaterThan(KILLS);
  expect(result.paid).toBeGreaterThanOrEqual(result.acknowledged);
  expect(result.slowestStartMilliseconds).toBeLessThan(RESTART_MAX_MILLISECONDS);
}, 240_000);
