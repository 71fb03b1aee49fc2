/**
 * `npm run conformance:self`: the proof that the suite can fail, of the verifier by its vectors, of the schemas
 * by their examples, and of the roles while they run. Two parts at a time; how far they are is said on the error output.
 *
 *   npm run conformance:self               prints what each of them came to
 *   npm run conformance:self -- --json     {musts, testable, cases, mutants, killed, survivors, faults, owed}
 *
 * Ends with 1 when a mutant survives, when a case fails while nothing is out (`faults`), or when a part broke: what the
 * others came to is told all the same.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { isTestableMust, loadRequirements } from '../../tools/registry/requirements.ts';
import { scriptOptions } from '../../tools/script-options.ts';
import { allVectors } from '../files.ts';

interface Table {
  readonly role?: string;
  readonly cases?: number;
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly string[];
  /** What failed while nothing was out; or the part that gave no table. */
  readonly faults?: readonly string[];
  /** Not killed, and written down as a debt of their rows. */
  readonly owed?: readonly string[];
}

/** A part, and how it is started: whoever takes longest begins. */
const PARTS: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ...['psp', 'credit', 'agent', 'issuer', 'merchant'].map((role) => [role, 'role-kills.ts', role] as const),
  ['vectors', 'run.ts'],
  ['schemas', 'schema-mutants.ts'],
  ...['trust', 'merchant-two-way', 'merchant-escrow'].map((role) => [role, 'role-kills.ts', role] as const),
];
const AT_ONCE = 2;

function tableIn(name: string, said: string, code: number | null): Table {
  try {
    const parsed = JSON.parse(said) as Table | readonly Table[];
    const [table] = Array.isArray(parsed) ? (parsed as readonly Table[]) : [parsed as Table];
    if (table !== undefined) return table;
  } catch {
    // It has said on the error output why.
  }
  const faults = [`${name} gave no table and ended with ${String(code)}`];
  return { mutants: 0, killed: 0, survivors: [], faults };
}

/** In a process of its own: it puts its hooks in place before src is loaded. A survivor ends it with 1, with its table. */
async function tableOf([name, program, ...args]: (typeof PARTS)[number]): Promise<Table> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [path, '--json', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const table = tableIn(name, said, child.exitCode);
  console.error(`${name}: ${table.killed} of ${table.mutants} mutants killed`);
  return table;
}

const { values } = scriptOptions('npm run conformance:self -- [--json]', { json: { type: 'boolean' } });

const { rows } = loadRequirements(fileURLToPath(new URL('../..', import.meta.url)));
const waiting = [...PARTS];
const found = new Map<string, Table>();

async function lane(): Promise<void> {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
    found.set(part[0], await tableOf(part));
}

await Promise.all(Array.from({ length: AT_ONCE }, lane));
const tables = PARTS.map(([name]) => [name, found.get(name) ?? tableIn(name, '', null)] as const);
const sum = (pick: (table: Table) => number): number =>
  tables.reduce((total, [, table]) => total + pick(table), 0);
const total = {
  musts: rows.filter(({ strength, profile }) => strength === 'MUST' || profile === 'MUST').length,
  testable: rows.filter(isTestableMust).length,
  cases: allVectors().length + sum(({ role, cases = 0 }) => (role === undefined ? 0 : cases)),
  mutants: sum(({ mutants }) => mutants),
  killed: sum(({ killed }) => killed),
  survivors: tables.flatMap(([, { survivors }]) => survivors),
  faults: tables.flatMap(([, { faults = [] }]) => faults),
  owed: tables.flatMap(([, { owed = [] }]) => owed),
};
if (values.json) console.log(JSON.stringify(total));
else {
  for (const [name, { mutants, killed, survivors }] of tables)
    console.log(
      `${name}: ${mutants} mutants, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`,
    );
  for (const fault of total.faults) console.log(fault);
  console.log(`${total.testable} testable of ${total.musts} MUSTs; ${total.cases} vectors and cases`);
}
const holds = tables.every(
  ([, { mutants, survivors, faults = [] }]) => mutants > 0 && survivors.length + faults.length === 0,
);
if (!holds) process.exitCode = 1;
