/**
 * The same proof for roles that are judged while they run: takes one rule after the other out of the reference role while it
 * runs, and runs the cases that name its requirement.
 *
 *   node conformance/self/role-kills.ts                  writes ROLES.md
 *   node conformance/self/role-kills.ts agent            writes the part of one role anew
 *   node conformance/self/role-kills.ts --json           prints the tables and writes nothing
 *   node conformance/self/role-kills.ts --json issuer    of one role alone
 *   node conformance/self/role-kills.ts --check          runs nothing: whether ROLES.md is of these mutants and cases
 *
 * Ends with 1 when a mutant survives, when a role has none, or when a case fails while nothing is out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { assertStanding, type Plan, planOf, type RoleTable, tablesOf } from './role-proof.ts';
import { roleProofs } from './role-proofs.ts';

const page = new URL('ROLES.md', import.meta.url);

function sectionOf({ role, cases, mutants, killed, survivors, kills }: RoleTable): string {
  return [
    `## ${role}`,
    '',
    `${role}: ${cases} cases, ${mutants} mutants, ${killed} killed, ${survivors.length} survivors.`,
    '',
    '| taken out | clause | the first case that notices |',
    '|---|---|---|',
    ...kills.map(
      ({ mutant, requirement, by }) => `| ${mutant} | ${requirement} | ${by[0] ?? '**nobody**'} |`,
    ),
    '',
  ].join('\n');
}

const HEAD = [
  '# What notices a missing rule of a role',
  '',
  'Made by `node conformance/self/role-kills.ts`. Each rule is taken out of the running reference role alone, by a module',
  'hook; the cases that name its requirement are run with it and without it, over HTTP.',
  '',
].join('\n');

/** The sections of the page, by role. */
function sections(): Map<string, string> {
  const [, ...parts] = readFileSync(page, 'utf8').split(/^(?=## )/m);
  return new Map(parts.map((text) => [/^## (\S+)/.exec(text)?.[1] ?? '', `${text.trimEnd()}\n`]));
}

function writePage(tables: readonly RoleTable[], isWhole: boolean): void {
  const known = isWhole ? new Map<string, string>() : sections();
  for (const table of tables) known.set(table.role, sectionOf(table));
  const ordered = roleProofs.flatMap(({ role }) => known.get(role) ?? []);
  writeFileSync(page, [HEAD, ...ordered].join('\n'));
}

/** What the page has otherwise than the mutants and cases that there are now. */
function staleLines({ role, mutants, cases }: Plan, section = ''): string[] {
  const rows = [...section.matchAll(/^\| (\S+) \| ([A-Z0-9-]+) \| (\S+) \|$/gm)];
  // A mutant may be about several clauses, and has a row for each.
  const shown = new Map(
    rows.map(([, name = '', requirement = '', by = '']) => [`${name} ${requirement}`, { requirement, by }]),
  );
  const planned = new Set(mutants.map(({ name, requirement }) => `${name} ${requirement}`));
  const missing = [...planned]
    .filter((mutant) => !shown.has(mutant))
    .map((mutant) => `${role}: ${mutant} is not on the page`);
  const gone = [...shown.keys()].filter((mutant) => !planned.has(mutant));
  const unnoticed = [...shown].filter(([, { requirement, by }]) => cases.get(by) !== requirement);
  return [
    ...missing,
    ...gone.map((name) => `${role}: ${name} is on the page and is no mutant`),
    ...unnoticed.map(
      ([name, { by }]) => `${role}: ${name} is noticed by ${by}, which is no case of its clause`,
    ),
  ];
}

function check(): boolean {
  assertStanding(roleProofs);
  const known = sections();
  const stale = roleProofs.flatMap((proof) => staleLines(planOf(proof), known.get(proof.role)));
  for (const line of stale) console.error(`conformance/self/ROLES.md: ${line}`);
  return stale.length === 0;
}

async function run(only: string | undefined, isJson: boolean): Promise<boolean> {
  const tables = await tablesOf(roleProofs.filter(({ role }) => only === undefined || role === only));
  if (isJson) console.log(JSON.stringify(tables, null, 1));
  else {
    writePage(tables, only === undefined);
    for (const { role, mutants, killed, survivors } of tables)
      console.log(
        `${role}: ${mutants} mutants, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`,
      );
  }
  return tables.length > 0 && tables.every(({ mutants, survivors }) => mutants > 0 && survivors.length === 0);
}

const [only] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const holds = process.argv.includes('--check') ? check() : await run(only, process.argv.includes('--json'));
if (!holds) process.exitCode = 1;
