import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreOpenError } from '../open-error.ts';

/**
 * Claims a database file for this process until `close`. The claim is a lock of the operating system on a file beside
 * it, which ends with the process however that ends: two servers would each believe that they alone write.
 *
 * @throws StoreOpenError in_use, folder
 */
export function claimFile(location: string): { close(): void } {
  const file = resolve(location);
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
