/** Plays a scenario in a running world: each step is held against its expectation, each refusal between two good runs. */
import { chainsOf } from './chains.ts';
import { differences, movementDifferences, type Seen } from './compare.ts';
import type { Expected, Scenario, Step } from './format.ts';
import { refusalIn } from './refused.ts';
import { look, type Movement, movementBetween, type Snapshot } from './snapshot.ts';
import { play } from './steps/index.ts';
import type { Kept, Run } from './steps/run.ts';
import type { World } from './world/world.ts';

export interface StepResult {
  readonly step: string;
  /** Part of the positive run that frames the refusals. */
  readonly isTwin: boolean;
  readonly expected: Expected;
  readonly seen: Seen;
  /** Empty: all that was asked held. */
  readonly differences: readonly string[];
}

/** Who watches. */
export interface Audience {
  begins(step: Step, isTwin: boolean): void;
  ends(result: StepResult): Promise<void> | void;
  say(line: string): void;
}

const SETTLE_MILLISECONDS = 60_000;
const SETTLE_PAUSE_MILLISECONDS = 10;

/** @returns every step that was played, in order; it ends early when a step did not hold */
export async function playScenario(
  world: World,
  scenario: Scenario,
  audience: Audience,
): Promise<StepResult[]> {
  const player = new Player(world, audience);
  try {
    await frame(player, scenario);
    await player.recordsLeadBack();
  } catch (error) {
    if (!(error instanceof NotHeld)) throw error;
  }
  return player.results;
}

/** Between two refusals with the same positive run, one run is the end of the first frame and the beginning of the next. */
async function frame(player: Player, scenario: Scenario): Promise<void> {
  let last: readonly Step[] | undefined;
  const runTwin = async (twin: readonly Step[]): Promise<void> => {
    for (const step of twin) await player.play(step, true);
    last = twin;
  };
  for (const step of scenario.setup ?? []) await player.play(step, false);
  await runTwin(scenario.twin);
  for (const step of scenario.steps) {
    const twin = step.expect?.refused === undefined ? undefined : (step.twin ?? scenario.twin);
    if (twin !== undefined && twin !== last) await runTwin(twin);
    last = undefined;
    for (const one of [...(step.before ?? []), step, ...(step.after ?? [])]) await player.play(one, false);
    if (twin !== undefined) await runTwin(twin);
  }
}

class NotHeld extends Error {}

class Player {
  readonly results: StepResult[] = [];
  private readonly world: World;
  private readonly audience: Audience;
  private readonly run: Run;

  constructor(world: World, audience: Audience) {
    this.world = world;
    this.audience = audience;
    this.run = {
      world,
      kept: new Map(),
      say: (line) => audience.say(line),
      inner: (step) => this.perform(step),
    };
  }

  /** @throws NotHeld after the result was noted */
  async play(step: Step, isTwin: boolean): Promise<void> {
    this.audience.begins(step, isTwin);
    const before = await look(this.world);
    const expected = step.expect ?? {};
    const end = await this.attempt(step);
    const movement = await this.settled(before, expected, end.outcome);
    const seen = { ...end, ...movement };
    const result = { step: step.step, isTwin, expected, seen, differences: differences(expected, seen) };
    this.results.push(result);
    await this.audience.ends(result);
    if (result.differences.length > 0) throw new NotHeld(step.step);
  }

  /** Whatever was paid left records that verify, one after the other. @throws NotHeld after the result was noted */
  async recordsLeadBack(): Promise<void> {
    const step = 'every payment and delivery leads back to the wish, as far as anybody recorded it';
    const { whole, partial, problems } = await chainsOf(this.world);
    this.audience.say(
      `${whole} chains of records hold from the wish on, ${partial} as far as there are records`,
    );
    const seen: Seen = { outcome: 'ok', answer: { whole, partial } };
    const result = { step, isTwin: false, expected: {}, seen, differences: problems };
    this.results.push(result);
    await this.audience.ends(result);
    if (problems.length > 0) throw new NotHeld(step);
  }

  private async perform(step: Step): Promise<Kept> {
    const kept = await play(this.run, step);
    if (step.as !== undefined) this.run.kept.set(step.as, kept);
    return kept;
  }

  private async attempt(step: Step): Promise<Seen> {
    try {
      return { outcome: 'ok', answer: await this.perform(step) };
    } catch (error) {
      try {
        const { code, requirement, by } = refusalIn(error);
        return { outcome: 'refused', code, requirement, ...(by === undefined ? {} : { by }) };
      } catch (fault) {
        return { outcome: 'failed', error: fault instanceof Error ? fault.message : String(fault) };
      }
    }
  }

  /** Sellers confirm what they delivered a moment later: what was expected is waited for, a refusal is not. */
  private async settled(before: Snapshot, expected: Expected, outcome: Seen['outcome']): Promise<Movement> {
    const until = performance.now() + SETTLE_MILLISECONDS;
    let movement = movementBetween(before, await look(this.world), (id) => this.nameOf(id));
    while (
      outcome === 'ok' &&
      movementDifferences(expected, movement).length > 0 &&
      performance.now() < until
    ) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_PAUSE_MILLISECONDS));
      movement = movementBetween(before, await look(this.world), (id) => this.nameOf(id));
    }
    return movement;
  }

  private nameOf(accountId: string): string {
    if (accountId.startsWith('acct-')) return accountId.slice('acct-'.length);
    for (const [name, { sub_account_id: id }] of this.run.kept) if (accountId === `sub:${id}`) return name;
    return accountId;
  }
}
