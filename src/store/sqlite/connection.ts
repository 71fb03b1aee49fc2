import { closeSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../make-folder.ts';
import { StoreOpenError } from '../open-error.ts';

/** Older ones can lose a commit in WAL mode when a checkpoint and a writer meet. */
const OLDEST_SQLITE = [3, 51, 3] as const;
const BUSY_TIMEOUT_MILLISECONDS = 5_000;
const CACHE_KIBIBYTES = 16_384;
/** 32 MiB of log, read again at a start: a page that many commits change is copied to the file once, not by each of them. */
const CHECKPOINT_PAGES = 8_192;
/** The file may be written and the folder not, where the log belongs; or nothing more fits onto the disk. */
const UNWRITABLE: ReadonlyMap<number, string> = new Map([
  [8, 'SQLITE_READONLY'],
  [13, 'SQLITE_FULL'],
]);
const OWNER_ONLY = 0o600;
/** Whoever may write in the folder may put another file there. */
const OWNER_FOLDER = 0o700;
/** A start must not take the longer the more was stored: of a larger file only the length and the schema are looked at. */
const READ_THROUGH_MAX_BYTES = 64 * 1024 * 1024;

/**
 * Opens the one writing connection: write-ahead log, a sync on every commit, foreign keys, a busy timeout.
 *
 * @throws StoreOpenError folder, engine, damaged
 */
export function openWriter(file: string): DatabaseSync {
  makeFile(file);
  return guarded(file, () => {
    const database = new DatabaseSync(file, {
      timeout: BUSY_TIMEOUT_MILLISECONDS,
      enableForeignKeyConstraints: true,
    });
    try {
      assertVersion(String(firstValue(database, 'SELECT sqlite_version()')));
      assertWriteAheadLog(file, firstValue(database, 'PRAGMA journal_mode = WAL'));
      database.exec('PRAGMA synchronous = FULL');
      database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      // What a savepoint would take back is kept in memory: otherwise every work writes a file for it.
      database.exec(`PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${CACHE_KIBIBYTES}`);
      assertSound(file, database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Opens a connection that sees what is committed and can change nothing. */
export function openReader(file: string): DatabaseSync {
  return guarded(file, () => new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MILLISECONDS }));
}

/** @throws StoreOpenError engine */
export function assertVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? Number.NaN;
    if (part > oldest) return;
    // Written so that a version that cannot be read is refused.
    if (!(part >= oldest)) {
      throw new StoreOpenError(
        'engine',
        `SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} is needed.`,
      );
    }
  }
}

/** @throws StoreOpenError folder */
export function makeFile(file: string): void {
  try {
    makeFolder(dirname(file), OWNER_FOLDER);
    closeSync(openSync(file, 'a', OWNER_ONLY));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new StoreOpenError('folder', `Cannot write the database file ${file} (${code}).`, error);
  }
}

function guarded<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw openFailure(file, error, 'damaged');
  }
}

/**
 * Why a file could not be opened, in one line.
 *
 * @param otherwise what it is where SQLite does not say that the file cannot be written
 */
export function openFailure(file: string, error: unknown, otherwise: 'damaged' | 'folder'): StoreOpenError {
  if (error instanceof StoreOpenError) return error;
  const unwritable = unwritableOf(error);
  if (unwritable !== undefined)
    return new StoreOpenError('folder', `Cannot write the database file ${file} (${unwritable}).`, error);
  const cannot = otherwise === 'damaged' ? 'cannot be read' : 'cannot be used';
  const detail = error instanceof Error ? error.message : String(error);
  return new StoreOpenError(otherwise, `The database file ${file} ${cannot}: ${detail}.`, error);
}

/** What SQLite calls the reason. The low byte is its primary code. */
function unwritableOf(error: unknown): string | undefined {
  return error instanceof Error && 'errcode' in error
    ? UNWRITABLE.get(Number(error.errcode) & 0xff)
    : undefined;
}

function firstValue(database: DatabaseSync, sql: string): unknown {
  return Object.values(database.prepare(sql).get() ?? {})[0];
}

function assertWriteAheadLog(file: string, mode: unknown): void {
  if (mode === 'wal') return;
  throw new StoreOpenError('engine', `The disk of ${file} does not support a write-ahead log.`);
}

function assertSound(file: string, database: DatabaseSync): void {
  assertLength(file, database);
  if (statSync(file).size > READ_THROUGH_MAX_BYTES) return;
  const verdict = firstValue(database, 'PRAGMA quick_check(1)');
  if (verdict !== 'ok') refuseDamaged(file, oneLine(String(verdict)));
}

/**
 * The length is known once the whole log stands in the file; another process that reads or writes may put that off.
 * The pages are counted first: what others commit meanwhile only lengthens the file.
 */
function assertLength(file: string, database: DatabaseSync): void {
  const pages = Number(firstValue(database, 'PRAGMA page_count'));
  const { busy, log, checkpointed } = database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() ?? {};
  if (busy !== 0 || log !== checkpointed) return;
  const expected = pages * Number(firstValue(database, 'PRAGMA page_size'));
  const { size } = statSync(file);
  if (size < expected) refuseDamaged(file, `${size} of ${expected} bytes are there`);
}

function refuseDamaged(file: string, what: string): never {
  throw new StoreOpenError('damaged', `The database file ${file} is damaged: ${what}`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
