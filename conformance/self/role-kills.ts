/**
 * The same proof for roles that are judged over HTTP: takes one rule after the other out of the reference role while it
 * runs, and runs the cases that name its requirement.
 *
 *   node conformance/self/role-kills.ts                  writes ROLES.md
 *   node conformance/self/role-kills.ts --json           prints the tables and writes nothing
 *   node conformance/self/role-kills.ts --json issuer    of one role alone
 *
 * Ends with 1 when a mutant survives, when a role has none, or when a case fails while nothing is out.
 */
import { writeFileSync } from 'node:fs';
import { type RoleTable, tablesOf } from './role-proof.ts';
import { roleProofs } from './role-proofs.ts';

const page = new URL('ROLES.md', import.meta.url);

function sectionOf({ role, cases, mutants, killed, survivors, kills }: RoleTable): string[] {
  return [
    '',
    `## ${role}`,
    '',
    `${role}: ${cases} cases, ${mutants} mutants, ${killed} killed, ${survivors.length} survivors.`,
    '',
    '| taken out | clause | the first case that notices |',
    '|---|---|---|',
    ...kills.map(
      ({ mutant, requirement, by }) => `| ${mutant} | ${requirement} | ${by[0] ?? '**nobody**'} |`,
    ),
  ];
}

function markdown(tables: readonly RoleTable[]): string {
  return [
    '# What notices a missing rule of a role',
    '',
    'Made by `node conformance/self/role-kills.ts`. Each rule is taken out of the running reference role alone, by a module',
    'hook; the cases that name its requirement are run over HTTP with it and without it.',
    ...tables.flatMap(sectionOf),
    '',
  ].join('\n');
}

const [only] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const tables = await tablesOf(roleProofs.filter(({ role }) => only === undefined || role === only));
if (process.argv.includes('--json')) console.log(JSON.stringify(tables, null, 1));
else {
  if (only === undefined) writeFileSync(page, markdown(tables));
  for (const { role, mutants, killed, survivors } of tables)
    console.log(
      `${role}: ${mutants} mutants, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`,
    );
}
const isWhole =
  tables.length > 0 && tables.every(({ mutants, survivors }) => mutants > 0 && survivors.length === 0);
if (!isWhole) process.exitCode = 1;
