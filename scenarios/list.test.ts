import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { REASON_CODE } from '../src/protocol/credit/index.ts';
import { codes } from '../src/protocol/errors/index.ts';
import { SCENARIOS } from './cases/index.ts';
import { reachedCodes } from './codes.ts';
import unreached from './unreached.json' with { type: 'json' };

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

  test('plays each of the eighteen reasons of a verification of credit in a step of its own, between two that pass', () => {
    const { engines, steps, twin } = SCENARIOS.find(({ name }) => name === '22-credit') ?? {};
    expect(engines).toEqual(['sqlite', 'postgres']);
    const passed = twin?.map(({ expect: { answer } = {} }) => [answer?.reason, answer?.level]);
    expect(passed).toEqual([
      ['VERIFIED', 'CREDENTIAL'],
      ['VERIFIED', 'ASSOCIATED_CREDIT'],
    ]);
    const reasons = Object.entries(REASON_CODE);
    expect(reasons).toHaveLength(17);
    const played = (code: string) =>
      steps?.filter((step) => step.do === 'credit' && step.expect?.refused === code).length;
    for (const [reason, code] of reasons) expect(played(code), reason).toBeGreaterThan(0);
  });

  test('knows a test or a vector for every code of unreached.json', () => {
    const shown = shownCodes();
    expect(unreached.filter((code) => !shown.has(code))).toEqual([]);
    expect(shown.has('no_such_code')).toBe(false);
  });
});

const root = fileURLToPath(new URL('..', import.meta.url));

/** Codes as tests and vectors write them: between quotation marks. */
function shownCodes(): Set<string> {
  const folders = ['src', 'test', 'conformance'].map((name) => join(root, name));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') || /vectors\/.*\.json$/.test(name))
      .map((name) => join(folder, name)),
  );
  const words = files.flatMap((file) => readFileSync(file, 'utf8').match(/(['"])[a-z0-9_]+\1/g) ?? []);
  return new Set(words.map((word) => word.slice(1, -1)));
}
