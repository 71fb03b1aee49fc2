/**
 * `npm run conformance:self`: the proof that the suite can fail, of the verifier by its vectors, of the schemas
 * by their examples, and of the roles while they run.
 *
 *   npm run conformance:self               prints what each of them came to
 *   npm run conformance:self -- --json     {musts, testable, cases, mutants, killed, survivors, owed}
 *
 * Ends with 1 when a mutant survives.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isTestableMust, loadRequirements } from '../../tools/registry/requirements.ts';
import { scriptOptions } from '../../tools/script-options.ts';
import { allVectors } from '../files.ts';

interface Table {
  readonly cases?: number;
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly string[];
  /** Not killed, and written down as a debt of their rows. */
  readonly owed?: readonly string[];
}

const MAX_BUFFER_BYTES = 64 * 1024 * 1024;

/** In processes of their own: each puts its hooks in place before src is loaded. */
function tablesOf(name: string): unknown {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const run = () =>
    execFileSync(process.execPath, [path, '--json'], {
      encoding: 'utf8',
      maxBuffer: MAX_BUFFER_BYTES,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  try {
    return JSON.parse(run());
  } catch (error) {
    // A survivor ends it with 1; its table is there all the same.
    const { stdout } = error as { readonly stdout?: string };
    if (!stdout) throw error;
    return JSON.parse(stdout);
  }
}

const { values } = scriptOptions('npm run conformance:self -- [--json]', { json: { type: 'boolean' } });

const { rows } = loadRequirements(fileURLToPath(new URL('../..', import.meta.url)));
const roles = tablesOf('role-kills.ts') as readonly (Table & { readonly role: string })[];
const tables: Readonly<Record<string, Table>> = {
  vectors: tablesOf('run.ts') as Table,
  schemas: tablesOf('schema-mutants.ts') as Table,
  ...Object.fromEntries(roles.map((table) => [table.role, table])),
};
const both = Object.values(tables);
const sum = (pick: (table: Table) => number): number => both.reduce((total, table) => total + pick(table), 0);
const total = {
  musts: rows.filter(({ strength, profile }) => strength === 'MUST' || profile === 'MUST').length,
  testable: rows.filter(isTestableMust).length,
  cases: allVectors().length + roles.reduce((all, { cases = 0 }) => all + cases, 0),
  mutants: sum(({ mutants }) => mutants),
  killed: sum(({ killed }) => killed),
  survivors: both.flatMap(({ survivors }) => survivors),
  owed: both.flatMap(({ owed = [] }) => owed),
};
if (values.json) console.log(JSON.stringify(total));
else {
  for (const [name, { mutants, killed, survivors }] of Object.entries(tables))
    console.log(
      `${name}: ${mutants} mutants, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`,
    );
  console.log(`${total.testable} testable of ${total.musts} MUSTs; ${total.cases} vectors and cases`);
}
if (total.mutants === 0 || total.survivors.length > 0) process.exitCode = 1;
