import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type SimulationOptions, simulate } from '../../simulation/run.ts';

const PURCHASES = 100;
const FAULTS = 0.2;
const WELL = { doubleCharges: 0, lost: 0, findings: [] };
const root = fileURLToPath(new URL('../..', import.meta.url));

function newSeed(): number {
  const seed = Date.now() % 2 ** 31;
  console.info(`seed ${seed}`);
  return seed;
}

test(`a buyer completes ${PURCHASES} purchases in a world of faults, each charged once (OA-RPL-02, OA-QRY-01, OA-LDG-01, P14)`, async () => {
  const result = await simulate({ seed: newSeed(), purchases: PURCHASES, faults: FAULTS });
  expect(result).toMatchObject({ ...WELL, completed: PURCHASES });
  for (const kind of ['drop before', 'drop after', 'duplicate', 'delay', 'reorder', 'restart'])
    expect(result.faults[kind], kind).toBeGreaterThan(0);
}, 1_200_000);

test('a seed repeats everything that happens, and nothing happens in a quiet world', async () => {
  const options: SimulationOptions = { seed: newSeed(), purchases: 8, faults: FAULTS };
  const first = await simulate(options);
  expect(await simulate(options)).toEqual(first);
  expect((await simulate({ ...options, seed: options.seed + 1 })).journal).not.toBe(first.journal);
  expect(await simulate({ ...options, faults: 0 })).toMatchObject({ ...WELL, completed: 8, faults: {} });
});

test.each([
  ['pays-again', 'FOUND charged without a wish'],
  ['forgets-stock', 'FOUND stock of rail'],
])(
  'the simulation finds what is broken: %s',
  (broken, finding) => {
    const args = [
      '--import',
      './test/faults/break.ts',
      'simulation/main.ts',
      '--seed',
      '1',
      '--purchases',
      '20',
    ];
    const env = { ...process.env, OPENACT_BREAK: broken };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toContain(finding);
    expect(status).toBe(1);
  },
  1_200_000,
);
