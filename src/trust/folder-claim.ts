import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../http/index.ts';
import { makeFolder } from '../store/make-folder.ts';
import { StoreOpenError } from '../store/open-error.ts';
import { claimFile } from '../store/sqlite/claim.ts';

const PRIVATE_FOLDER = 0o700;

/**
 * Works in a trust folder as the only one. Two that published at once would both read the last list and sign two lists of
 * one sequence: readers cannot tell which of them is the next, and what the second says would undo the first. The claim
 * ends with the process, however that ends.
 *
 * @throws StartError while somebody else works there; then nothing was changed
 */
export async function aloneIn<T>(dir: string, work: () => Promise<T>): Promise<T> {
  if (!existsSync(dir)) throw new StartError(`There is no folder ${dir}.`);
  const claim = claimOf(dir);
  try {
    return await work();
  } finally {
    claim.close();
  }
}

/** As `aloneIn`, in a folder that may begin with this. @throws StartError */
export async function begunIn<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    makeFolder(dir, PRIVATE_FOLDER);
  } catch (error) {
    throw new StartError(`${dir} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  return aloneIn(dir, work);
}

function claimOf(dir: string): { close(): void } {
  try {
    return claimFile(join(dir, 'trust-list'));
  } catch (error) {
    if (error instanceof StoreOpenError && error.reason === 'in_use') {
      throw new StartError(
        `Another process works in ${dir}: nothing was changed, try again when it is done.`,
      );
    }
    if (error instanceof StoreOpenError) throw new StartError(`${dir} cannot be written (${error.reason}).`);
    throw error;
  }
}
