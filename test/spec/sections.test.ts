/** What is cited by number (sections, attacks, claims of a message) is there, once. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

const sources = (folder: string): string[] =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${root}/${folder}/${name}`);

const chapters = readdirSync(`${root}/spec`).filter((name) => /^\d\d-.*\.md$/.test(name));
const sectionsOf = (chapter: string): string[] =>
  [...read(`spec/${chapter}`).matchAll(/^## (\d+\.\d+[a-z]?) /gm)].map(([, number = '']) => number);

const citing = [
  'README.md',
  'conformance/README.md',
  ...readdirSync(`${root}/spec`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `spec/${name}`),
];

test.each(chapters)('%s: its sections are numbered one after the other', (chapter) => {
  const numbers = sectionsOf(chapter);
  expect([...new Set(numbers)]).toEqual(numbers);
  const [own] = /^\d\d/.exec(chapter) ?? [];
  const plain = numbers.filter((number) => !/[a-z]$/.test(number));
  expect(plain).toEqual(plain.map((_, at) => `${Number(own)}.${at + 1}`));
});

test('a link that is a number of a section leads to the chapter that has it', () => {
  const links = citing.flatMap((path) =>
    [...read(path).matchAll(/\[(\d+\.\d+[a-z]?)\]\((?:[./a-z]*\/)?(\d\d-[a-z-]+\.md)?/g)].map(
      ([, number = '', chapter = path.slice('spec/'.length)]) => ({ path, number, chapter }),
    ),
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(({ number, chapter }) => !sectionsOf(chapter).includes(number))).toEqual([]);
});

/** Of the claims that each signed message has: its schema, by the words in the table of 11.3. */
const SCHEMAS = {
  mandate: 'mandate',
  confirmation: 'confirmation',
  'attestation of an agent': 'agent-attestation',
  enrolment: 'enrolment',
  'payment request': 'payment-request',
  quote: 'quote',
  receipt: 'receipt',
  refusal: 'refusal',
  command: 'command',
  'holder’s proof': 'holder-proof',
  anchor: 'anchor',
  finding: 'finding',
  'trust list': 'trust-list',
} as const;
const REGISTERED = ['iss', 'sub', 'aud', 'jti', 'iat', 'nbf', 'exp', 'cnf', 'status'];

test.each(Object.entries(SCHEMAS))('11.3 names every claim of the %s', (message, schema) => {
  const { properties } = JSON.parse(read(`schemas/${schema}.json`)) as { readonly properties: object };
  const rows = read('spec/11-registrations.md')
    .split('\n')
    .filter((line) => line.split(' | ')[1] === message)
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, name]) => name));
  const claims = Object.keys(properties).filter((name) => !REGISTERED.includes(name));
  expect(rows).toHaveLength(claims.length);
  expect(new Set(rows)).toEqual(new Set(claims));
});

test('each attack of the catalogue has a number of its own, and what is cited is there', () => {
  const rows = [...read('SECURITY.md').matchAll(/^\| ([A-Z]+\d+(?:, [A-Z]+\d+)*) \|/gm)].map(
    ([, cell = '']) => cell,
  );
  const numbers = rows.flatMap((cell) => cell.split(', '));
  expect(numbers.length).toBeGreaterThan(80);
  expect([...new Set(numbers)]).toEqual(numbers);
  const cited = sources('src').flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /catalogue ((?:[A-Z]+\d+(?:–[A-Z]+\d+| to [A-Z]+\d+)?(?:, )?)+)/g,
      ),
    ].flatMap(([, list = '']) => list.match(/[A-Z]+\d+/g) ?? []),
  );
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter((number) => !numbers.includes(number))).toEqual([]);
});
