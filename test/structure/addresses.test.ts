/** Whoever reads the chapters finds every address that a server describes, and by the same name. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readdirSync(`${root}/spec`)
  .filter((name) => /^\d\d-.*\.md$/.test(name))
  .map((name) => readFileSync(`${root}/spec/${name}`, 'utf8'))
  .join('\n');

/** What stands in braces is named for its reader: `{id}` here, `{sub_account_id}` there. */
const nameless = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}');

/** `POST /mandates/{id}/suspend, /resume` is two; so is `GET /livez, /readyz`. */
function addressesIn(chapters: string): Set<string> {
  const found = new Set<string>();
  for (const [, method = '', path = '', more = ''] of chapters.matchAll(
    /(GET|POST|DELETE) (\/[^\s`|,)?]*)((?:, \/[\w/-]+)*)/g,
  )) {
    found.add(`${method} ${nameless(path)}`);
    const before = path.slice(0, path.lastIndexOf('/'));
    for (const [, other = ''] of more.matchAll(/, (\/[\w/-]+)/g)) {
      found.add(`${method} ${nameless(before + other)}`);
      found.add(`${method} ${nameless(other)}`);
    }
  }
  return found;
}

const told = addressesIn(text);

// Of a tile the chapter shows the parts of its path, and the description one parameter.
const TOLD_IN_PARTS = ['GET /tile/{}'];

test.each(['agent', 'issuer', 'merchant', 'trust'])('%s: each address stands in a chapter', (role) => {
  const file = readFileSync(`${root}/src/${role}/generated/openapi.json`, 'utf8');
  const { paths } = JSON.parse(file) as { readonly paths: Readonly<Record<string, object>> };
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${nameless(path)}`),
  );
  expect(described.length).toBeGreaterThan(10);
  const untold = described.filter((address) => !told.has(address) && !TOLD_IN_PARTS.includes(address));
  expect(untold).toEqual([]);
});
