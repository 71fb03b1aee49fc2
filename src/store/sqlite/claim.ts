import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreOpenError } from '../open-error.ts';

const OWNER_ONLY = 0o600;

/**
 * Claims a database file for this process until `close`. The claim is a lock of the operating system on a file beside
 * it, which ends with the process however that ends: two servers would each believe that they alone write.
 *
 * @throws StoreOpenError in_use, folder
 */
export function claimFile(location: string): { close(): void } {
  const file = resolve(location);
  makeLock(file);
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const detail = error instanceof Error ? error.message : String(error);
    if (!detail.includes('locked')) {
      throw new StoreOpenError('folder', `Cannot claim the database file ${file}: ${detail}.`, error);
    }
    throw new StoreOpenError('in_use', `The database file ${file} is used by another process.`, error);
  }
  const held = lock;
  return { close: () => held.close() };
}

/**
 * SQLite opens what may only be read, too, and then locks nobody out. Whether it may be written is asked, not tried: with
 * any handle that this process closes, the system ends the locks that it has on the file.
 */
function makeLock(file: string): void {
  const path = `${file}.lock`;
  try {
    closeSync(openSync(path, 'wx', OWNER_ONLY));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unclaimable(file, error);
  }
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw unclaimable(file, error);
  }
}

function unclaimable(file: string, error: unknown): StoreOpenError {
  const message = `Cannot claim the database file ${file}: its .lock cannot be written (${codeOf(error)}).`;
  return new StoreOpenError('folder', message, error);
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';
