import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

test('every rule that is taken out of a running role is missed by a case that names it', {
  timeout: 1_200_000,
}, async () => {
  const program = fileURLToPath(new URL('role-kills.ts', import.meta.url));
  const { stdout, stderr } = await run(process.execPath, [program, '--json'], { maxBuffer: 8 * 1024 * 1024 })
    // It ends with 1 where one survives, and has said which.
    .catch((error: { readonly stdout: string; readonly stderr: string }) => error);
  const page = readFileSync(new URL('ROLES.md', import.meta.url), 'utf8');
  expect(stdout, stderr).toMatch(/^\[/);
  const tables = JSON.parse(stdout);
  expect(tables.map(({ role }: { readonly role: string }) => role)).toEqual([
    'merchant',
    'merchant-two-way',
    'issuer',
    'psp',
    'agent',
    'trust',
    'credit',
  ]);
  for (const { role, survivors, faults, mutants, killed, kills } of tables) {
    expect({ survivors, faults }).toEqual({ survivors: [], faults: [] });
    expect(mutants).toBeGreaterThanOrEqual(role === 'merchant-two-way' ? 2 : 10);
    expect(killed).toBe(mutants);
    for (const { mutant, by } of kills)
      expect(page).toContain(`| ${mutant} | ${by[0].split('/')[1]} | ${by[0]} |`);
  }
});
