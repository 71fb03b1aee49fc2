import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Code, codes } from '../../protocol/errors/index.ts';

const here = new URL('./', import.meta.url);
const chapter = readFileSync(new URL('../../../spec/09-errors.md', here), 'utf8');
const CHECK = /requirement: '([A-Z0-9-]+)'/;
const CODE = /code: '([a-z0-9_]+)'/g;

/** Requirement and code of every check, as its file has them. */
const refusals = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, here), 'utf8');
    const requirement = CHECK.exec(text)?.[1];
    return [...text.matchAll(CODE)].flatMap(([, code]) =>
      requirement === undefined || code === undefined ? [] : [{ requirement, code: code as Code }],
    );
  });

/** Who reads the chapter alone has to find by which code a clause is refused. */
describe('a clause that is refused by the code of another', () => {
  const borrowed = refusals.filter(({ requirement, code }) => codes[code].requirement !== requirement);

  test('is looked for among many', () => {
    expect(refusals.length).toBeGreaterThan(100);
    expect(borrowed.length).toBeGreaterThan(20);
  });

  test.each(borrowed)(
    '$requirement stands beside $code in the chapter of errors',
    ({ requirement, code }) => {
      const row = chapter
        .split('\n')
        .find((line) => line.startsWith(`| \`${code}\` | `) && !/\| \d{3} \|/.test(line));
      expect(row?.split(/[ |]+/)).toContain(requirement);
    },
  );
});
