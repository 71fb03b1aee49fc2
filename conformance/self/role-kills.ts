/**
 * The same proof for roles that are judged while they run: takes one rule after the other out of the reference role while it
 * runs, and runs the cases that name its requirement until one notices: first the one that ROLES.md names.
 *
 *   node conformance/self/role-kills.ts                  writes ROLES.md
 *   node conformance/self/role-kills.ts agent            writes the part of one role anew
 *   node conformance/self/role-kills.ts agent talk/      writes the rows of the mutants whose names begin so
 *   node conformance/self/role-kills.ts --json           prints the tables and writes nothing
 *   node conformance/self/role-kills.ts --json issuer    of one role alone
 *   node conformance/self/role-kills.ts --check          runs nothing: whether ROLES.md is of these mutants and cases
 *
 * Says on the error output how far it is. Ends with 1 when a mutant survives, when a role has none, or when a case fails
 * while nothing is out; whatever has happened until then, the rest is run and told.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { misused, scriptOptions } from '../../tools/script-options.ts';
import {
  assertStanding,
  type Noticed,
  type Plan,
  planOf,
  type RoleKill,
  type RoleTable,
  tablesOf,
} from './role-proof.ts';
import { roleProofs } from './role-proofs.ts';

const page = new URL('ROLES.md', import.meta.url);
const NOBODY = '**nobody**';
const ROW = /^\| (\S+) \| ([A-Z0-9-]+) \| (\S+) \|$/gm;

function sectionOf({ role, cases, mutants, killed, survivors, kills }: RoleTable): string {
  return [
    `## ${role}`,
    '',
    `${role}: ${cases} cases, ${mutants} mutants, ${killed} killed, ${survivors.length} survivors.`,
    '',
    '| taken out | clause | a case that notices |',
    '|---|---|---|',
    ...kills.map(({ mutant, requirement, by }) => `| ${mutant} | ${requirement} | ${by[0] ?? NOBODY} |`),
    '',
  ].join('\n');
}

const HEAD = [
  '# What notices a missing rule of a role',
  '',
  'Made by `node conformance/self/role-kills.ts`. Each rule is taken out of the running reference role alone, by a module',
  'hook; the cases that name its requirement are run with it and without it, over HTTP, until one notices, first',
  'the one that stands here.',
  '',
].join('\n');

/** The sections of the page, by role. */
function sections(): Map<string, string> {
  const [, ...parts] = readFileSync(page, 'utf8').split(/^(?=## )/m);
  return new Map(parts.map((text) => [/^## (\S+)/.exec(text)?.[1] ?? '', `${text.trimEnd()}\n`]));
}

/** The rows of a part of the page, by mutant and clause. */
const rowsOf = (section: string): Map<string, RoleKill> =>
  new Map(
    [...section.matchAll(ROW)].map(([, mutant = '', requirement = '', by = '']) => [
      `${mutant} ${requirement}`,
      { mutant, requirement, by: by === NOBODY ? [] : [by] },
    ]),
  );

/** The table of a role of which only some mutants were put in, with what the page says of the others. */
function completed(table: RoleTable, section = ''): RoleTable {
  const proof = roleProofs.find(({ role }) => role === table.role);
  if (proof === undefined) return table;
  const known = rowsOf(section);
  for (const kill of table.kills) known.set(`${kill.mutant} ${kill.requirement}`, kill);
  const kills = planOf(proof).mutants.flatMap(
    ({ name, requirement }) => known.get(`${name} ${requirement}`) ?? [],
  );
  const survivors = kills.filter(({ by }) => by.length === 0).map(({ mutant }) => mutant);
  return { ...table, mutants: kills.length, killed: kills.length - survivors.length, survivors, kills };
}

function writePage(tables: readonly RoleTable[], isWhole: boolean): void {
  const before = sections();
  const known = isWhole ? new Map<string, string>() : new Map(before);
  for (const table of tables) known.set(table.role, sectionOf(completed(table, before.get(table.role))));
  const ordered = roleProofs.flatMap(({ role }) => known.get(role) ?? []);
  writeFileSync(page, [HEAD, ...ordered].join('\n'));
}

/** What the page has otherwise than the mutants and cases that there are now. */
function staleLines({ role, mutants, cases }: Plan, section = ''): string[] {
  // A mutant may be about several clauses, and has a row for each.
  const shown = rowsOf(section);
  const planned = new Set(mutants.map(({ name, requirement }) => `${name} ${requirement}`));
  const missing = [...planned]
    .filter((mutant) => !shown.has(mutant))
    .map((mutant) => `${role}: ${mutant} is not on the page`);
  const gone = [...shown.keys()].filter((mutant) => !planned.has(mutant));
  const unnoticed = [...shown].filter(([, { requirement, by }]) => cases.get(by[0] ?? '') !== requirement);
  return [
    ...missing,
    ...gone.map((name) => `${role}: ${name} is on the page and is no mutant`),
    ...unnoticed.map(
      ([name, { by }]) =>
        `${role}: ${name} is noticed by ${by[0] ?? 'nobody'}, which is no case of its clause`,
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

const TELL_EVERY = 20;

/** For whoever waits: a line now and then. */
function tell(role: string, done: number, mutants: number): void {
  if (done % TELL_EVERY === 0 || done === mutants) console.error(`${role}: ${done} of ${mutants} mutants`);
}

async function run(only: string | undefined, prefix: string, isJson: boolean): Promise<boolean> {
  const proofs = roleProofs.filter(({ role }) => only === undefined || role === only);
  const known = new Map([...sections()].map(([role, section]) => [role, rowsOf(section)]));
  const noticed: Noticed = (role, mutant, clause) => known.get(role)?.get(`${mutant} ${clause}`)?.by[0];
  const tables = await tablesOf(proofs, prefix, noticed, tell);
  for (const fault of tables.flatMap(({ faults }) => faults)) console.error(fault);
  if (isJson) console.log(JSON.stringify(tables, null, 1));
  else {
    // What could not be shown does not go onto the page.
    if (tables.every(({ faults }) => faults.length === 0)) writePage(tables, only === undefined);
    for (const { role, mutants, killed, survivors } of tables)
      console.log(
        `${role}: ${mutants} mutants, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`,
      );
  }
  return (
    tables.length > 0 &&
    tables.every(({ mutants, survivors, faults }) => mutants > 0 && survivors.length + faults.length === 0)
  );
}

const USAGE =
  'node conformance/self/role-kills.ts [--json|--check] [role [beginning of the names of mutants]]';

const { values, positionals } = scriptOptions(
  USAGE,
  { json: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
  { max: 2 },
);
const [only, prefix = ''] = positionals;
if (only !== undefined && !roleProofs.some(({ role }) => role === only))
  misused(`There is no role ${only}, only ${roleProofs.map(({ role }) => role).join(', ')}.`, USAGE);
const holds = values.check ? check() : await run(only, prefix, values.json);
if (!holds) process.exitCode = 1;
