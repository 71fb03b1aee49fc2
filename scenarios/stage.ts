/** A scenario from its file to its verdict: a fresh folder, a world of its own for each engine, and an audience. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stage } from '../demo/stage.ts';
import type { Printer } from '../demo/trace.ts';
import type { Engine, Scenario } from './format.ts';
import { type Audience, playScenario } from './play.ts';
import { type ScenarioPrinter, type ScenarioSummary, summaryOf } from './show.ts';
import { balancesOf, look } from './snapshot.ts';
import { agentId, agentNames, ISSUER, PSP, sellerNames, shopId } from './world/plan.ts';
import { startWorld, type World } from './world/world.ts';

export interface Staging {
  readonly firstPort: number;
  readonly trace: Printer;
  readonly show: ScenarioPrinter;
  /** Opens a database for a role, where the engine is not SQLite. */
  readonly databases: Readonly<Record<Exclude<Engine, 'sqlite'>, () => Promise<string>>>;
}

/** Plays a scenario on one engine, from an empty folder to an empty folder. */
export async function stageScenario(
  scenario: Scenario,
  engine: Engine,
  staging: Staging,
): Promise<ScenarioSummary> {
  const data = mkdtempSync(join(tmpdir(), 'openact-scenario-'));
  const names = namesOf(scenario);
  const agents = new Set(agentNames(scenario.world).map(agentId));
  const stage = new Stage(staging.trace, names, agents);
  const begun = performance.now();
  let world: World | undefined;
  try {
    world = await startWorld({
      plan: scenario.world,
      data,
      firstPort: staging.firstPort,
      trace: (event) => stage.event(event),
      ...(engine === 'sqlite' ? {} : { databaseOf: staging.databases[engine] }),
    });
    const results = await playScenario(world, scenario, audienceOf(stage, staging, world));
    await stage.close();
    return summaryOf(scenario.name, engine, results, (performance.now() - begun) / 1000);
  } finally {
    await world?.close();
    rmSync(data, { recursive: true, force: true });
  }
}

function audienceOf(stage: Stage, { show }: Staging, world: World): Audience {
  stage.open(async () => balancesOf(await look(world), (id) => id.replace(/^acct-/, '')));
  return {
    say: (line) => stage.say(line),
    begins(step, isTwin) {
      stage.at(levelOf(step));
      stage.after(() => show.begins(step, isTwin));
    },
    ends: (result) => stage.after(() => show.ends(result)),
  };
}

function levelOf(step: { do: string; under?: string }): 'act:L1' | 'act:L2' | 'act:L3' {
  if (step.do === 'fetch' || step.do === 'proof') return 'act:L3';
  return (step.do === 'buy' || step.do === 'pay') && step.under === undefined ? 'act:L1' : 'act:L2';
}

function namesOf({ world }: Scenario): Map<string, string> {
  return new Map([
    [ISSUER, 'issuer'],
    [PSP, 'psp'],
    ...sellerNames(world).map((name) => [shopId(name), name] as const),
    ...agentNames(world).map((name) => [agentId(name), name] as const),
  ]);
}
