import { readdirSync } from 'node:fs';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { jsonPrinter } from '../demo/trace.ts';
import { codes } from '../src/protocol/errors/index.ts';
import { SCENARIOS } from './cases/index.ts';
import { reachedCodes } from './codes.ts';
import { enginesOf } from './main.ts';
import { freePorts } from './ports.ts';
import { postgresDatabases } from './postgres.ts';
import { jsonShow } from './show.ts';
import { stageScenario } from './stage.ts';
import unreached from './unreached.json' with { type: 'json' };
import { portsOf } from './world/plan.ts';

const postgres = postgresDatabases();
afterAll(() => postgres.stop());

const SCENARIO_TIMEOUT_MILLISECONDS = 120_000;

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

describe('the list of scenarios', () => {
  test('names every file of the folder once, in order, by its case', () => {
    const folder = fileURLToPath(new URL('./cases', import.meta.url));
    const files = readdirSync(folder).filter((name) => /^\d\d/.test(name));
    expect(SCENARIOS.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
    expect(SCENARIOS.length).toBeGreaterThan(0);
  });

  test('reaches every outcome code but exactly those of unreached.json', () => {
    const reached = reachedCodes(SCENARIOS);
    const missing = Object.keys(codes).filter((code) => !reached.has(code));
    expect(missing.toSorted((left, right) => (left < right ? -1 : 1))).toEqual(unreached);
  });
});
