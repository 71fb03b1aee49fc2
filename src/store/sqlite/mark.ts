import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { StoreOpenError } from '../open-error.ts';

const OWNER_ONLY = 0o600;
const DIGITS = 20;
const LINE = /^openact-mark 1 ([0-9a-f]{32}) (\d{20})\n$/;

/**
 * How many commits a server has told anybody of, in a file of its own beside the database: after each commit, and
 * before its callers hear. It is written in place and not synced, so that it costs no second wait for the disk; it
 * outlives the process, and is never ahead of a database that is whole.
 *
 * @see OA-LDG-26
 */
export class Mark {
  private readonly file: number;
  private readonly database: string;
  private readonly increment: StatementSync;

  constructor(file: number, database: string, connection: DatabaseSync) {
    this.file = file;
    this.database = database;
    this.increment = connection.prepare('UPDATE store_commits SET commits = commits + 1 RETURNING commits');
  }

  /** Within the transaction that is about to be committed. @returns what to `tell` once it is */
  count(): bigint {
    return BigInt(String(this.increment.get()?.commits));
  }

  tell(commits: bigint): void {
    const line = lineOf(this.database, commits);
    if (writeSync(this.file, line, 0) !== line.length) throw new Error('The mark could not be written.');
  }

  sync(): void {
    fsyncSync(this.file);
  }

  close(): void {
    this.sync();
    closeSync(this.file);
  }
}

const lineOf = (database: string, commits: bigint): string =>
  `openact-mark 1 ${database} ${commits.toString().padStart(DIGITS, '0')}\n`;

/**
 * Compares a database with what was told of it, before anything in it is changed, and goes on with its mark.
 *
 * @throws StoreOpenError rolled_back, folder
 */
export function openMark(file: string, connection: DatabaseSync): Mark {
  const path = `${file}.mark`;
  const told = readMark(file, path);
  const counted = readCount(connection);
  if (told === undefined) {
    if (counted !== undefined && counted.commits > 0n)
      refuse(file, `${path} is missing, which says how much was acknowledged`);
  } else if (told.database !== counted?.database) {
    refuse(file, `${path} is about another database`);
  } else if (told.commits > counted.commits) {
    refuse(file, `its last ${told.commits - counted.commits} commits are missing`);
  }
  const { database, commits } = counted ?? makeCount(connection);
  const mark = new Mark(openMarkFile(path, told === undefined), database, connection);
  mark.tell(commits);
  mark.sync();
  return mark;
}

/**
 * Takes a database file for what it is, after its operator has looked: what it says now is what was acknowledged. The
 * mark of before is about another database from then on.
 *
 * @returns how many commits it holds; undefined when no server has ever worked on it, so that there is nothing to take
 */
export function renewMark(file: string, connection: DatabaseSync): bigint | undefined {
  const counted = readCount(connection);
  if (counted === undefined) return undefined;
  const database = newDatabaseId();
  connection.prepare('UPDATE store_commits SET database_id = ?').run(database);
  const path = `${file}.mark`;
  const mark = new Mark(openMarkFile(path, true), database, connection);
  mark.tell(counted.commits);
  mark.close();
  return counted.commits;
}

interface Count {
  readonly database: string;
  readonly commits: bigint;
}

function readMark(file: string, path: string): Count | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unwritable(path, error);
  }
  // A server that died before its first commit.
  if (text === '') return undefined;
  const [, database, commits] = LINE.exec(text) ?? [];
  if (database === undefined || commits === undefined) refuse(file, `${path} cannot be read`);
  return { database, commits: BigInt(commits) };
}

function readCount(connection: DatabaseSync): Count | undefined {
  const known = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'store_commits'";
  if (connection.prepare(known).get() === undefined) return undefined;
  const row = connection
    .prepare('SELECT database_id, CAST(commits AS TEXT) AS commits FROM store_commits')
    .get();
  return row && { database: String(row.database_id), commits: BigInt(String(row.commits)) };
}

/** One row: which database it is, which its copies have in common, and how often a server has committed to it. */
function makeCount(connection: DatabaseSync): Count {
  const database = newDatabaseId();
  connection.exec(`BEGIN IMMEDIATE;
    CREATE TABLE store_commits (database_id TEXT NOT NULL PRIMARY KEY, commits INTEGER NOT NULL) STRICT;
    INSERT INTO store_commits (database_id, commits) VALUES ('${database}', 0);
    COMMIT`);
  return { database, commits: 0n };
}

const newDatabaseId = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');

/** A new one stands in its folder before the first commit counts. */
function openMarkFile(path: string, isNew: boolean): number {
  try {
    if (!isNew) return openSync(path, 'r+');
    const file = openSync(path, 'w+', OWNER_ONLY);
    const folder = openSync(dirname(path), 'r');
    fsyncSync(folder);
    closeSync(folder);
    return file;
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): StoreOpenError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return new StoreOpenError('folder', `Cannot write the mark of the database ${path} (${code}).`, error);
}

function refuse(file: string, what: string): never {
  throw new StoreOpenError(
    'rolled_back',
    `The database file ${file} is not the one that was served from (rolled_back): ${what}. ` +
      'Bring back the file with its -wal and its .mark, all of the same time; ' +
      '"openact store adopt" takes it as it is, when nothing better is left.',
  );
}
