import { StoreOpenError } from './open-error.ts';
import { openSqliteStore } from './sqlite/store.ts';
import type { Migration, Store } from './types.ts';

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Opens the store in the file at `location`, which is made when it is not there, and brings its schema up to
 * `migrations` (ids are unique over all modules that share the file).
 *
 * @throws StoreOpenError with one line for the console: folder not writable, damaged file, schema of a newer version
 */
export async function openStore(location: string, migrations: readonly Migration[]): Promise<Store> {
  if (location === '' || location === ':memory:' || SCHEME.test(location)) {
    throw new StoreOpenError('location', 'The store needs the path of a database file.');
  }
  return openSqliteStore(location, migrations);
}
