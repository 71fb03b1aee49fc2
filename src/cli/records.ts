import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { agentMigrations } from '../agent/index.ts';
import { trustMemoryMigration } from '../http/index.ts';
import { issuerMigrations } from '../issuer/index.ts';
import { merchantMigrations } from '../merchant/index.ts';
import { backupRecords, exportRecords, restoreRecords } from '../records/index.ts';
import { type Migration, openStore, type Store, StoreOpenError } from '../store/index.ts';
import { type CliIo, type Command, EXIT, UnusableInput } from './io.ts';
import { writeNewFile } from './new-file.ts';
import { RECORDS_USAGE } from './usage.ts';

const OPTIONS = {
  role: { type: 'string' },
  database: { type: 'string' },
  intent: { type: 'string' },
  trade: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const MIGRATIONS: ReadonlyMap<string, readonly Migration[]> = new Map([
  ['issuer', issuerMigrations],
  ['merchant', merchantMigrations],
  ['agent', agentMigrations],
]);

function optionsOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

type Values = ReturnType<typeof optionsOf>['values'];

function required(values: Values, name: 'role' | 'database' | 'out' | 'from'): string {
  const value = values[name];
  if (value === undefined || value === '') throw new UnusableInput(`--${name} is missing.`);
  return value;
}

/**
 * What is read has to be there: a database that was only now made has no records, and would say so without a fault.
 *
 * @throws UnusableInput
 */
async function assertThere(database: string): Promise<void> {
  if (/^postgres(?:ql)?:/.test(database)) return;
  const size = await stat(database).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) throw new UnusableInput(`There is no database ${database}.`);
}

/** Records are kept by roles, each in its own database. */
async function withStore<T>(values: Values, work: (store: Store) => Promise<T>): Promise<T> {
  const migrations = MIGRATIONS.get(required(values, 'role'));
  if (migrations === undefined) throw new UnusableInput('--role takes issuer, merchant, agent.');
  const store = await openStore(required(values, 'database'), [...migrations, trustMemoryMigration]).catch(
    (error: unknown) => {
      throw error instanceof StoreOpenError ? new UnusableInput(error.message) : error;
    },
  );
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function exportTo(values: Values, io: CliIo): Promise<void> {
  await assertThere(required(values, 'database'));
  const { intent, trade } = values;
  const filter = {
    ...(intent === undefined ? {} : { intentId: intent }),
    ...(trade === undefined ? {} : { tradeNo: trade }),
  };
  await withStore(values, async (store) => {
    for await (const line of exportRecords(store, filter)) io.write(line);
  });
}

async function backUp(values: Values, io: CliIo): Promise<void> {
  const out = required(values, 'out');
  await assertThere(required(values, 'database'));
  let lines = 0;
  const counted = async function* (store: Store) {
    for await (const line of backupRecords(store)) {
      lines += 1;
      yield line;
    }
  };
  await withStore(values, (store) => writeNewFile(out, counted(store)));
  // The last line is the seal.
  io.write(`records backed up   ${lines - 1}\n`);
}

async function restore(values: Values, io: CliIo): Promise<void> {
  const from = required(values, 'from');
  const text = await readFile(from, 'utf8').catch(() => {
    throw new UnusableInput(`The file ${from} cannot be read.`);
  });
  const { added, present } = await withStore(values, (store) => restoreRecords(store, text, io.now()));
  io.write(`records restored    ${added}\nrecords in place    ${present}\n`);
}

const SUBCOMMANDS: ReadonlyMap<string, (values: Values, io: CliIo) => Promise<void>> = new Map([
  ['export', exportTo],
  ['backup', backUp],
  ['restore', restore],
]);

/** `openact records`: what a role has recorded of its events. */
export const recordsCommand: Command = async (args, io) => {
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    io.write(RECORDS_USAGE);
    return EXIT.ok;
  }
  const run = SUBCOMMANDS.get(positionals[0] ?? '');
  if (run === undefined || positionals.length !== 1)
    throw new UnusableInput('records takes export, backup or restore.');
  await run(values, io);
  return EXIT.ok;
};
