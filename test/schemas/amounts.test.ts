/** A number that a schema takes for an amount may be written as one, `500.00`, wherever it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { AMOUNT_MEMBERS, parseStrict } from '../../src/protocol/json/index.ts';

const folder = fileURLToPath(new URL('../../schemas', import.meta.url));
const AMOUNT = /\$defs\/amount_number$/;

/** The members of a schema whose value is an amount as a number. */
function amountMembersOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]: [string, unknown]) => {
    const { $ref } = (value ?? {}) as { readonly $ref?: unknown };
    const own = typeof $ref === 'string' && AMOUNT.test($ref) ? [name] : [];
    return [...own, ...amountMembersOf(value)];
  });
}

const schemas = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.json') && !path.startsWith('examples'),
);
const members = new Set(
  schemas.flatMap((path) => amountMembersOf(JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')))),
);

test('OA-JSON-03 every member that a schema takes for an amount is read as one', () => {
  expect(members).toContain('max_total_amount');
  expect(members.size).toBeGreaterThan(5);
  expect([...members].filter((name) => !AMOUNT_MEMBERS.has(name))).toEqual([]);
});

test.each([...members])('%s may be written with two decimals', (name) => {
  const read = (lexeme: string) => parseStrict(new TextEncoder().encode(`{"${name}":${lexeme}}`));
  expect(read('500.00')).toEqual({ [name]: 500 });
  expect(() => read('500.005')).toThrow();
});
