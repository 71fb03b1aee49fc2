import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Code } from '../../protocol/errors/index.ts';
import type { Check, Judgement } from '../check.ts';
import type { PaymentState } from '../facts/payment.ts';
import { type Actors, createActors, WORLD_NOW } from './actors.ts';
import { buildWorld, type Changes, type World } from './world.ts';

/** What is handed to the function under test. */
export interface Given {
  readonly world: World;
  readonly now: number;
  readonly state: PaymentState;
}

interface Situation {
  readonly title: string;
  readonly changes?: Changes | ((actors: Actors) => Changes | Promise<Changes>);
  /** What signing cannot express: swaps parts of the finished world. */
  readonly alter?: (world: World) => World | Promise<World>;
  readonly state?: Partial<PaymentState>;
  readonly now?: number;
}

/** One defect, and the check that has to find it. */
export interface NegativeCase extends Situation {
  // biome-ignore lint/suspicious/noExplicitAny: cases of several facts stand in one list
  readonly check: Check<any>;
  readonly code: Code;
  /** Where the floor names a narrower clause than the check. */
  readonly requirement?: string;
  /** The code that comes back with this check taken out; none means that the defect gets through. */
  readonly otherwise?: Code;
}

export interface Suite {
  /** import.meta.url of a test beside the checks: each check of that folder needs a case. */
  readonly folder: string;
  readonly judge: (given: Given) => Promise<Judgement>;
  readonly refused: readonly NegativeCase[];
  /** Edges on the good side. */
  readonly accepted?: readonly Situation[];
  /** Checks that never refuse, or that another folder's test covers. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly elsewhere?: readonly Check<any>[];
}

async function given(actors: Actors, situation: Situation): Promise<Given> {
  const { changes = {}, alter, now = WORLD_NOW, state = {} } = situation;
  const built = await buildWorld(actors, typeof changes === 'function' ? await changes(actors) : changes);
  const world = alter === undefined ? built : await alter(built);
  return { world, now, state: { ...world.state, ...state } };
}

/** Runs with the check taken out, the way a mutant does it. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function without<T>(check: Check<any>, work: () => Promise<T>): Promise<T> {
  const { run } = check;
  check.run = () => undefined;
  try {
    return await work();
  } finally {
    check.run = run;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function checksBeside(folder: string): Promise<Check<any>[]> {
  const names = await readdir(new URL('.', folder));
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
  return modules.map((module) => module.check);
}

const UNTOUCHED: Situation = { title: 'untouched' };

async function expectRefused(suite: Suite, actors: Actors, negative: NegativeCase): Promise<void> {
  const { check, code, requirement = check.requirement, otherwise } = negative;
  const spoilt = await given(actors, negative);
  const judgement = await suite.judge(spoilt);
  expect(judgement.refusal).toMatchObject({ code, requirement });
  expect(judgement.verdict).toBe('refused');
  const mutant = await without(check, () => suite.judge(spoilt));
  // With the check taken out, nothing else may answer in its place.
  expect(mutant.refusal?.code).toBe(otherwise);
}

/** For each defect: the untouched world is accepted, the spoilt one refused with its code, and by this check alone. */
export function runSuite(name: string, suite: Suite): void {
  describe(name, () => {
    let actors: Actors;
    beforeAll(async () => {
      actors = await createActors();
    });

    for (const negative of suite.refused) {
      test(`${negative.requirement ?? negative.check.requirement} refuses ${negative.title}`, async () => {
        const twin = await given(actors, UNTOUCHED);
        expect((await suite.judge(twin)).verdict).toBe('accepted');
        await expectRefused(suite, actors, negative);
        expect((await suite.judge(twin)).verdict).toBe('accepted');
      });
    }

    for (const positive of suite.accepted ?? []) {
      test(`accepts ${positive.title}`, async () => {
        const judgement = await suite.judge(await given(actors, positive));
        expect(judgement.refusal).toBeUndefined();
        expect(judgement.verdict).toBe('accepted');
      });
    }

    test('each check of the folder has a case', async () => {
      const covered = new Set([...suite.refused.map(({ check }) => check), ...(suite.elsewhere ?? [])]);
      const checks = await checksBeside(suite.folder);
      expect(checks.length).toBeGreaterThan(0);
      expect(checks.filter((check) => !covered.has(check))).toEqual([]);
    });
  });
}
