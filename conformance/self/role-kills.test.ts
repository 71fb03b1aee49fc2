import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { merchantMutations } from './role-mutations.ts';

const run = promisify(execFile);

test('every rule that is taken out of the running merchant is missed by a case that names it', {
  timeout: 600_000,
}, async () => {
  const program = fileURLToPath(new URL('role-kills.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [program, '--json'], { maxBuffer: 8 * 1024 * 1024 });
  const table = JSON.parse(stdout);
  expect(table.survivors).toEqual([]);
  expect(table.mutants).toBeGreaterThan(merchantMutations.length);
  expect(table.killed).toBe(table.mutants);
  const page = readFileSync(new URL('ROLES.md', import.meta.url), 'utf8');
  for (const { mutant, by } of table.kills)
    expect(page).toContain(`| ${mutant} | ${by[0].split('/')[1]} | ${by[0]} |`);
});
