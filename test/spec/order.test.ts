/** Chapter 5 says which check comes when. Its numbers are read here and held against the lists that are run. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Check } from '../../src/verifier/check.ts';
import { instantChecks } from '../../src/verifier/instant-request.ts';
import { paymentChecks, subAccountChecks, transactionChecks } from '../../src/verifier/payment-request.ts';

const spec = new URL('../../spec/', import.meta.url);
const chapter = readFileSync(fileURLToPath(new URL('05-checks.md', spec)), 'utf8');

const between = (from: string, to: string): string =>
  chapter.slice(chapter.indexOf(from), chapter.indexOf(to));
const payment = between('## 5.2 The payment', '## 5.2a');
const instant = between('## 5.2a', '## 5.3');
const handedDown = /^\*\*What was handed down\*\*.*$/m.exec(payment)?.[0] ?? '';

const CHECK_LINK = /\]\((\.\.\/src\/verifier\/checks\/[a-z0-9/-]+\.ts)\)/g;

/** The checks that a text links to, in its order. */
async function linked(text: string): Promise<Check<never>[]> {
  const modules = [...text.matchAll(CHECK_LINK)].map(
    ([, path = '']) => import(new URL(path, spec).href) as Promise<{ readonly check: Check<never> }>,
  );
  return (await Promise.all(modules)).map(({ check }) => check);
}

/** Each numbered line of the list, by its number. */
const items = new Map(
  [...payment.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number, text = '']) => [Number(number), text] as const),
);

/** What `14, 15, 33–36` or `26 to 30` links to. */
function numbered(numbers: string): Promise<Check<never>[]> {
  const texts = [...numbers.matchAll(/(\d+)(?:(?:–| to )(\d+))?/g)].flatMap(([, first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => items.get(Number(first) + at) ?? ''),
  );
  return linked(texts.join('\n'));
}

const requirements = (checks: readonly Check<never>[]): string[] =>
  checks.map(({ requirement, name }) => `${requirement} ${name}`);
const listOf = (checks: readonly object[]): readonly Check<never>[] => checks as readonly Check<never>[];

/** Both in the order in which they are run. What is asked of a signer is wrapped, and stands in 5.1. */
function inOrder(list: readonly Check<never>[], chosen: readonly Check<never>[]): string[] {
  return requirements(list.filter((check) => chosen.includes(check)));
}

test('the list of 5.2 is numbered without a gap', () => {
  expect([...items.keys()]).toEqual(Array.from({ length: items.size }, (_, at) => at + 1));
  expect(items.size).toBeGreaterThan(40);
});

test('the checks of a payment are run in the order of 5.2, and each of them stands there', async () => {
  const list = listOf(paymentChecks);
  const told = await linked([...items.values()].join('\n'));
  expect(requirements(told)).toEqual(inOrder(list, told));
  const elsewhere = await linked(`${handedDown}${between('## 5.10', '\uffff')}${instant}`);
  const untold = list.filter((check) => !told.includes(check) && !elsewhere.includes(check));
  expect(requirements(untold).filter((line) => !/ (mandate|quote|above): /.test(line))).toEqual([]);
});

test('the amount is held against the mandates above where the text says', async () => {
  const after = Number(/After (\d+) the amount is held/.exec(handedDown)?.[1]);
  const before = (await numbered(String(after))).at(-1);
  const names = requirements(listOf(paymentChecks));
  const at = names.findIndex((line) => line.startsWith('OA-DLG-06'));
  expect(names[at - 1]).toBe(before && requirements([before])[0]);
});

test('what is judged again in the money transaction is what the text numbers', async () => {
  const [, numbers = ''] = /Inside the money transaction ([\d, –]+)/.exec(payment) ?? [];
  const told = [
    ...(await numbered(numbers)),
    ...(await linked(handedDown)).slice(-2),
    ...listOf(subAccountChecks),
  ];
  expect(told).toHaveLength(transactionChecks.length);
  expect(new Set(requirements(told))).toEqual(new Set(requirements(listOf(transactionChecks))));
});

test('5.2a refers to the lines of 5.2 that are run at act:L1', async () => {
  const references = [...instant.matchAll(/5\.2, (\d+ to \d+)/g)].map(([, range = '']) => range);
  expect(references).toHaveLength(4);
  const told = await Promise.all(references.map(numbered));
  const list = listOf(instantChecks);
  // “But for the delegator”: the tool itself says whose account pays.
  const expected = told.flat().filter(({ requirement }) => requirement !== 'PSD-PAY-DEL-25');
  expect(requirements(expected)).toEqual(inOrder(list, expected));
});
