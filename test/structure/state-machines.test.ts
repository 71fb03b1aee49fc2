/**
 * Every state machine of the product has a model test. What there is, is read from the databases, from the statements that
 * change rows, and from the schemas of what is shown; which test drives it stands in the table of CONTRIBUTING.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { agentMigrations } from '../../src/agent/index.ts';
import { issuerMigrations } from '../../src/issuer/index.ts';
import { merchantMigrations } from '../../src/merchant/migrations.ts';
import type { Migration } from '../../src/store/index.ts';
import { openPatiently } from '../../src/store/testing/patient.ts';
import { sqlite } from '../../src/store/testing/sqlite.ts';
import { creditMigrations } from '../../src/trust/credit/migrations.ts';
import { disputeMigrations } from '../../src/trust/disputes/migrations.ts';
import { logMigrations } from '../../src/trust/log/migrations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The states of what has no CHECK in its table. */
const TYPES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  agent_tasks: ['src/agent/tasks/task.ts', 'AuthorityStatus'],
  agent_purchases: ['src/agent/purchase/purchase.ts', 'PurchaseState'],
  payments: ['src/issuer/psp/trade-state.ts', 'TradeState'],
  credit_states: ['src/protocol/generated/types.ts', 'CreditState'],
};

/** Rows that change, and why they are no state machine. */
const NO_MACHINE: Readonly<Record<string, string>> = {
  accounts: 'a balance: the sum of its entries (OA-LDG-02)',
  usage: 'sums under a mandate, bounded by CHECKs of the table',
  promotions_used: 'a sum, bounded by its budget',
  requests: 'ids that were used, and how long they are kept',
  merchant_items: 'stock and locks of the orders, which are the machine',
  merchant_calls: 'a count in a window of time',
  credit_windows: 'a count in a window of time',
  credit_requests: 'that a request was answered, so that the next answer is none',
  confirmation_code_tries: 'a count in a window of time, of the codes, which are the machine',
  payment_passwords: 'a secret that its holder replaces, and a count of tries',
  iac_status_lists: 'a count of what is allotted, and a version',
  issued_messages: 'claims of one moment, and their signature once it is made',
  receipts: 'claims of one moment, and their signature once it is made',
  agent_mandates: 'what was asked for, and what was granted; the task is the machine',
  agent_tools: 'what was asked for, and what was bound; the task is the machine',
  agent_intents: 'an answer that is kept until its user deletes it',
  agent_intent_transfers: 'an identifier for a repeated call',
  heartbeat: 'whether the store can be written',
  trust_memory: 'the newest trust list that was seen',
  store_commits: 'which transactions were committed',
};

/** States that are shown, and that nothing here moves: they stand in files that somebody signs, or follow from others. */
const NOT_MOVED: Readonly<Record<string, readonly string[]>> = {
  'trust-list.json': ['ACTIVE', 'SUSPENDED', 'WITHDRAWN'],
  'credit-register.json': ['VALID', 'CORRECTED', 'REPLACED', 'REVOKED'],
  'a402/payment-validation.json': ['PAYMENT_VALIDATED', 'PAYMENT_REFUSED'],
  // Of the key: that its sub-account is neither PENDING nor ACTIVE.
  'http/sub-account.json': ['DEAD'],
};

interface Machine {
  readonly name: string;
  readonly tables: readonly string[];
  readonly states: readonly string[];
  readonly tests: readonly string[];
}

const quoted = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

const machines: readonly Machine[] = (() => {
  const [, section = ''] = read('CONTRIBUTING.md').split('\n## State machines\n');
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((line) => {
    const [, name = '', tables, states, tests = ''] = line.split('|');
    return {
      name: name.trim(),
      tables: quoted(tables),
      states: quoted(states),
      tests: [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path),
    };
  });
})();

function filesOf(folder: string, ends: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ends) && !name.includes('testing/'))
    .map((name) => `${folder}/${name}`);
}

/** A test, with the models that it takes from a folder `testing`. */
function textOf(path: string): string {
  const text = read(path);
  const models = [...text.matchAll(/from '([^']*testing\/[\w-]*model\.ts)'/g)];
  return [text, ...models.map(([, from = '']) => read(join(dirname(path), from)))].join('\n');
}

const namesIn = (list = ''): string[] => [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);

interface Column {
  readonly table: string;
  readonly column: string;
  readonly sql: string;
}

/** Every column of text that is called what a state is called, in every database. */
async function stateColumns(): Promise<{ tables: Set<string>; columns: Column[] }> {
  const tables = new Set<string>();
  const columns: Column[] = [];
  const roles: readonly (readonly Migration[])[] = [
    ...[agentMigrations, issuerMigrations, merchantMigrations],
    ...[creditMigrations, disputeMigrations, logMigrations],
  ];
  for (const migrations of roles) {
    const database = await sqlite.create();
    const store = await openPatiently(database.location, migrations);
    const rows = await store.read.all(
      `SELECT m.name AS "table", p.name AS "column", p.type AS kind, m.sql AS sql
       FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'`,
    );
    for (const row of rows) {
      const { table, column, kind, sql } = row as Record<string, string>;
      tables.add(String(table));
      const isState = kind === 'TEXT' && (column === 'state' || column === 'status');
      if (isState) columns.push({ table: String(table), column: String(column), sql: String(sql) });
    }
    await store.close();
    await database.remove();
  }
  return { tables, columns };
}

function statesOf({ table, column, sql }: Column): readonly string[] {
  const [, checked] = new RegExp(`\\b${column} TEXT[^,]*CHECK \\(${column} IN \\(([^)]*)\\)`).exec(sql) ?? [];
  if (checked !== undefined) return namesIn(checked);
  const [file, type] = TYPES[table] ?? [];
  if (file === undefined) throw new Error(`nothing says which states ${table} has`);
  const [, union] = new RegExp(`export type ${type} =([^;]*);`).exec(read(file)) ?? [];
  return namesIn(union);
}

/** Tables whose rows are changed by a statement of the product. */
function changedTables(tables: ReadonlySet<string>): Set<string> {
  const changed = new Set<string>();
  for (const file of filesOf('src', '.ts').filter((name) => !name.endsWith('.test.ts'))) {
    const text = read(file);
    for (const [, name = ''] of text.matchAll(/UPDATE ([a-z0-9_]+) SET/g)) changed.add(name);
    for (const [, name = ''] of text.matchAll(/INSERT INTO ([a-z0-9_]+)[^`;]*?DO UPDATE/g)) changed.add(name);
  }
  return new Set([...changed].filter((name) => tables.has(name)));
}

/** Every value that a member called state or status may have, by schema. */
function shownStates(): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const walk = (node: unknown, file: string, member?: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { enum: values, const: value } = node as { enum?: unknown[]; const?: unknown };
    if (!Array.isArray(node) && (member === 'state' || member === 'status'))
      for (const one of values ?? [value]) if (typeof one === 'string') found.push([file, one]);
    for (const [name, child] of Object.entries(node)) walk(child, file, name);
  };
  for (const file of filesOf('schemas', '.json').filter((name) => !name.includes('/examples/')))
    walk(JSON.parse(read(file)), file.slice('schemas/'.length));
  return found;
}

describe('every state machine has a model test', () => {
  let tables: Set<string>;
  let columns: readonly Column[];
  beforeAll(async () => {
    const found = await stateColumns();
    ({ tables, columns } = found);
  });

  test('the table names tables, states and tests that there are', () => {
    expect(machines.length).toBeGreaterThan(15);
    for (const { name, tables: kept, states, tests } of machines) {
      expect([name, kept.filter((table) => !tables.has(table))]).toEqual([name, []]);
      expect([name, kept.length > 0, states.length > 1, tests.length > 0]).toEqual([name, true, true, true]);
      expect([name, tests.filter((path) => !existsSync(join(root, path)))]).toEqual([name, []]);
    }
  });

  test('every column of a state stands in it, with each of its states', () => {
    expect(columns.length).toBeGreaterThan(15);
    for (const column of columns) {
      const states = machines
        .filter(({ tables: kept }) => kept.includes(column.table))
        .flatMap((machine) => machine.states);
      const missing = statesOf(column).filter((state) => !states.includes(state));
      expect([column.table, states.length > 0, missing]).toEqual([column.table, true, []]);
    }
  });

  test('whatever else changes is a machine of it, or says why it is none', () => {
    const kept = machines.flatMap((machine) => machine.tables);
    const changed = [...changedTables(tables)];
    expect(changed.length).toBeGreaterThan(25);
    expect(changed.filter((name) => !kept.includes(name) && NO_MACHINE[name] === undefined)).toEqual([]);
    expect(Object.keys(NO_MACHINE).filter((name) => kept.includes(name))).toEqual([]);
  });

  test('what is shown as a state is a state of a machine, or is moved by nobody here', () => {
    const states = machines.flatMap((machine) => machine.states);
    const unknown = shownStates().filter(
      ([file, state]) => !states.includes(state) && !NOT_MOVED[file]?.includes(state),
    );
    expect(unknown).toEqual([]);
  });

  test('its tests are model tests: commands or sequences at random, in which each of the states stands', () => {
    for (const { name, states, tests } of machines) {
      const texts = tests.map(textOf);
      expect(tests.every((path) => path.endsWith('.model.test.ts'))).toBe(true);
      expect(texts.every((text) => /\bfc\.(assert|asyncProperty)\(/.test(text))).toBe(true);
      const together = texts.join('\n');
      const missing = states.filter((state) => !new RegExp(`['" ]${state}['" ]`).test(together));
      expect([name, missing]).toEqual([name, []]);
    }
  });

  test('no model test is forgotten in it', () => {
    const listed = machines.flatMap(({ tests }) => tests);
    expect(filesOf('src', '.model.test.ts').filter((path) => !listed.includes(path))).toEqual([]);
  });
});
