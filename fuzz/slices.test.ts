import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { useNodeCrypto } from '../src/http/index.ts';
import { newFolder, removeFolder } from '../src/store/testing/sqlite.ts';
import { spend } from './run.ts';
import { slicesOf, spendInSlices } from './slices.ts';
import { Tally } from './tally.ts';
import { everyTarget } from './targets.ts';

const folder = newFolder();
afterAll(() => removeFolder(folder));

const SEED = 7;
const SPAN = { target: 'verifier', from: 0, count: 250 };

async function inSlices(seed: number): Promise<{ readonly tally: Tally; readonly taken: number[] }> {
  const tally = new Tally();
  const taken: number[] = [];
  await spendInSlices({
    seed,
    spans: [SPAN],
    workers: 2,
    size: 100,
    file: join(folder, 'run.json'),
    tally,
    taken: (mutants) => taken.push(mutants),
    progress: () => undefined,
  });
  return { tally, taken };
}

/**
 * How many mutants of which kind. The seed says so much; each process makes keys of its own, and what a change in the
 * middle of one of them runs into first is another rule at times.
 */
function kindsOf(tally: Tally): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const [target, kind, , count] of tally.seen().counts) {
    const name = `${target}: ${kind}`;
    kinds[name] = (kinds[name] ?? 0) + count;
  }
  return kinds;
}

describe('a budget in slices', () => {
  test('covers every mutant once', () => {
    expect(slicesOf([SPAN, { target: 'http', from: 0, count: 100 }], 100)).toEqual([
      { target: 'verifier', from: 0, count: 100 },
      { target: 'verifier', from: 100, count: 100 },
      { target: 'verifier', from: 200, count: 50 },
      { target: 'http', from: 0, count: 100 },
    ]);
  });

  test('is worked off by several processes as by one, and what is done is not done again', async () => {
    useNodeCrypto();
    const alone = new Tally();
    const targets = everyTarget();
    await spend(targets, SPAN, SEED, alone);
    for (const target of targets) await target.close();
    const first = await inSlices(SEED);
    expect(first.taken).toEqual([0]);
    expect(first.tally.mutants).toBe(SPAN.count);
    expect(kindsOf(first.tally)).toEqual(kindsOf(alone));
    expect([first.tally.findings, alone.findings]).toEqual([[], []]);
    const again = await inSlices(SEED);
    expect(again.taken).toEqual([SPAN.count]);
    expect(again.tally.seen()).toEqual(first.tally.seen());
    await expect(inSlices(SEED + 1)).rejects.toThrow('of another run');
  });
});
