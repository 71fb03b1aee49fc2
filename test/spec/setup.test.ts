/** What `openact conformance keys` prints for a deployment is explained in chapter 15. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { suites } from '../../conformance/roles/index.ts';
import { readSubjectFile } from '../../conformance/run/subject-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const chapter = readFileSync(`${root}/spec/15-conformance.md`, 'utf8');

/** The first cells of a section's tables. */
function explained(from: string, to: string): Set<string> {
  const cells = [...chapter.slice(chapter.indexOf(from), chapter.indexOf(to)).matchAll(/^\| ([^|]+) \|/gm)];
  return new Set(
    cells.flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name = '']) => name)),
  );
}

test.each([
  ['issuer', '## 15.2', '## 15.3'],
  ['psp', '## 15.2', '## 15.3'],
  ['credit', '## 15.7', '\uffff'],
] as const)('every member that is printed for a subject in the role %s', (role, from, to) => {
  const { settings } = readSubjectFile(`${root}/conformance/examples/reference-${role}.yaml`);
  const printed = Object.keys(suites[role]?.setUp?.(settings as never) ?? {});
  expect(printed).toContain('trust_list_url');
  const names = explained(from, to);
  expect(printed.filter((name) => !names.has(name))).toEqual([]);
});
