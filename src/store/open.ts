import { StoreOpenError } from './open-error.ts';
import { openSqliteStore } from './sqlite/store.ts';
import type { Migration, Store } from './types.ts';

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const POSTGRES = /^postgres(?:ql)?:\/\//;

/**
 * Opens the store at `location`: the path of a file, which is made when it is not there, or a postgres:// address of a
 * database that is there. Brings its schema up to `migrations` (ids are unique over all modules that share it).
 *
 * @throws StoreOpenError with one line for the console: folder not writable, no connection, damaged file, schema of a
 *   newer version
 */
export async function openStore(location: string, migrations: readonly Migration[]): Promise<Store> {
  if (POSTGRES.test(location)) {
    // Loaded only where it is used: most of the time a process starts without a database server.
    const { openPostgresStore } = await import('./postgres/store.ts');
    return openPostgresStore(location, migrations);
  }
  if (location === '' || location === ':memory:' || SCHEME.test(location)) {
    throw new StoreOpenError(
      'location',
      'The store needs the path of a database file or a postgres:// address.',
    );
  }
  return openSqliteStore(location, migrations);
}
