import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
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
});
