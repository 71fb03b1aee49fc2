/** npm start -- --scenario <name>: plays it, tells whether all that the case asks held. */

import { humanPrinter, jsonPrinter } from '../demo/trace.ts';
import { StartError } from '../src/http/index.ts';
import { SCENARIOS } from './cases/index.ts';
import type { Scenario } from './format.ts';
import { postgresDatabases } from './postgres.ts';
import { humanShow, jsonShow } from './show.ts';
import { stageScenario } from './stage.ts';

export interface ScenarioOptions {
  readonly isJson: boolean;
  readonly firstPort: number;
}

/** The scenario's name is not one of the list. */
export class UnknownScenario extends StartError {
  constructor(name: string) {
    super(`There is no scenario “${name}”. npm start -- --list names them all.`);
  }
}

export function listScenarios(out: NodeJS.WritableStream, isJson: boolean): void {
  const width = Math.max(...SCENARIOS.map(({ name }) => name.length));
  for (const { name, title } of SCENARIOS) {
    out.write(isJson ? `${JSON.stringify({ name, title })}\n` : `${name.padEnd(width)}  ${title}\n`);
  }
}

/** @returns whether everything held; @throws UnknownScenario */
export async function runScenario(
  name: string,
  out: NodeJS.WritableStream,
  options: ScenarioOptions,
): Promise<boolean> {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (scenario === undefined) throw new UnknownScenario(name);
  const trace = options.isJson ? jsonPrinter(out) : humanPrinter(out);
  const show = options.isJson ? jsonShow(out) : humanShow(out, trace);
  const postgres = postgresDatabases();
  try {
    let isHeld = true;
    for (const engine of enginesOf(scenario)) {
      trace.chapter(`${scenario.title} (${engine})`);
      const staging = { firstPort: options.firstPort, trace, show, databases: { postgres: postgres.create } };
      const summary = await stageScenario(scenario, engine, staging);
      show.summary(summary);
      isHeld &&= summary.held;
    }
    return isHeld;
  } finally {
    await postgres.stop();
  }
}

export function enginesOf({ engines = ['sqlite'] }: Scenario): NonNullable<Scenario['engines']> {
  return engines;
}
