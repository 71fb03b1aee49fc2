import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('role-kills.ts', import.meta.url));
const PAGE = readFileSync(new URL('ROLES.md', import.meta.url), 'utf8');

/** Every role, and how many mutants it has at least. */
const ROLES = [
  ['merchant', 10],
  ['merchant-two-way', 2],
  ['merchant-escrow', 5],
  ['issuer', 10],
  ['psp', 10],
  ['agent', 10],
  ['trust', 10],
  ['credit', 10],
] as const;

test('no role is left out', () => {
  const onPage = [...PAGE.matchAll(/^## (\S+)$/gm)].map(([, role]) => role);
  expect(new Set(onPage)).toEqual(new Set(ROLES.map(([role]) => role)));
});

// Each in a process of its own, all at once: most of the time they wait for servers.
describe('every rule that is taken out of a running role is missed by a case that names it', () => {
  test.concurrent.each(ROLES)('%s', { timeout: 1_200_000 }, async (role, atLeast) => {
    const { stdout, stderr } = await run(process.execPath, [PROGRAM, '--json', role], {
      maxBuffer: 8 * 1024 * 1024,
    })
      // It ends with 1 where one survives, and has said which.
      .catch((error: { readonly stdout: string; readonly stderr: string }) => error);
    expect(stdout, stderr).toMatch(/^\[/);
    const [table, ...others] = JSON.parse(stdout);
    expect(others).toEqual([]);
    const { survivors, faults, mutants, killed, kills } = table;
    expect({ role: table.role, survivors, faults }).toEqual({ role, survivors: [], faults: [] });
    expect(mutants).toBeGreaterThanOrEqual(atLeast);
    expect(killed).toBe(mutants);
    for (const { mutant, by } of kills)
      expect(PAGE).toContain(`| ${mutant} | ${by[0].split('/')[1]} | ${by[0]} |`);
  });
});
