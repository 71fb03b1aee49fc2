import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { StoreOpenError } from './open-error.ts';
import { claimFile } from './sqlite/claim.ts';
import { makeFile, openWriter } from './sqlite/connection.ts';
import { renewMark } from './sqlite/mark.ts';
import { openSqliteStore } from './sqlite/store.ts';
import type { Migration, Store } from './types.ts';

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const POSTGRES = /^postgres(?:ql)?:\/\//;
/** What somebody means as an address and misspells must not become a file of that name. */
const ALMOST_POSTGRES = /^postgres(?:ql)?:/i;

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
  assertFile(location);
  return openSqliteStore(location, migrations, false);
}

function assertFile(location: string): void {
  if (location === '' || location === ':memory:' || SCHEME.test(location) || ALMOST_POSTGRES.test(location)) {
    throw new StoreOpenError(
      'location',
      'The store needs the path of a database file or a postgres:// address.',
    );
  }
}

/**
 * Opens a store as the server that works on it. Any number of processes may share a PostgreSQL database; a file belongs to
 * one, under whatever name it is opened, and a second is refused. A file that is behind what this server has told of it
 * is refused, too.
 *
 * @throws StoreOpenError as `openStore`; in_use, rolled_back
 * @see OA-LDG-25, OA-LDG-26
 */
export async function openServerStore(location: string, migrations: readonly Migration[]): Promise<Store> {
  if (POSTGRES.test(location)) return openStore(location, migrations);
  assertFile(location);
  makeFile(resolve(location));
  const file = realpathSync(location);
  const claim = claimFile(file);
  try {
    const store = openSqliteStore(file, migrations, true);
    return {
      read: store.read,
      transact: (work) => store.transact(work),
      async close() {
        await store.close();
        claim.close();
      },
    };
  } catch (error) {
    claim.close();
    throw error;
  }
}

/**
 * For the operator whose database file is refused as rolled back, with nothing better left: takes it as it is from now on.
 * Changes no row of any role.
 *
 * @returns how many commits it holds
 * @throws StoreOpenError location (not a file that a server has worked on), in_use, folder, damaged
 * @see OA-LDG-26
 */
export function adoptFile(location: string): bigint {
  if (SCHEME.test(location) || !existsSync(location))
    throw new StoreOpenError('location', `There is no database file ${location}.`);
  const file = realpathSync(location);
  const claim = claimFile(file);
  try {
    const writer = openWriter(file);
    try {
      const commits = renewMark(file, writer);
      if (commits !== undefined) return commits;
      throw new StoreOpenError('location', `No server has worked on ${file}: there is nothing to adopt.`);
    } finally {
      writer.close();
    }
  } finally {
    claim.close();
  }
}
