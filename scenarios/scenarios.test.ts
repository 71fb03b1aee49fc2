import { Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { jsonPrinter } from '../demo/trace.ts';
import { SCENARIOS } from './cases/index.ts';
import { enginesOf } from './main.ts';
import { freePorts } from './ports.ts';
import { postgresDatabases } from './postgres.ts';
import { jsonShow } from './show.ts';
import { stageScenario } from './stage.ts';
import { portsOf } from './world/plan.ts';

const postgres = postgresDatabases();
afterAll(() => postgres.stop());

const SCENARIO_TIMEOUT_MILLISECONDS = 600_000;

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
  test.each(enginesOf(scenario))(
    'holds on %s',
    async (engine) => {
      const staging = {
        firstPort: await freePorts(portsOf(scenario.world)),
        trace: jsonPrinter(nowhere()),
        show: jsonShow(nowhere()),
        databases: { postgres: postgres.create },
      };
      const { held, steps, differences } = await stageScenario(scenario, engine, staging);
      expect(differences).toEqual([]);
      expect(held).toBe(true);
      expect(steps.some(({ seen }) => seen.outcome === 'refused')).toBe(true);
    },
    SCENARIO_TIMEOUT_MILLISECONDS,
  );
});
