import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { StoreOpenError } from '../open-error.ts';
import { assertKnownMigrations, migrationChecksum } from '../schema-history.ts';
import type { Migration } from '../types.ts';
import { APPEND_ONLY_FUNCTION, postgresMigration } from './dialect.ts';
import { appliedMigrations, ownVersion } from './version-guard.ts';

/** Any number, as long as every version of this program takes the same one. */
const MIGRATION_LOCK = 7_105_117;
const LOCK_TIMEOUT = '60s';
const MIGRATIONS_TABLE =
  'CREATE TABLE IF NOT EXISTS schema_migrations (id TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL)';
const QUERY_MILLISECONDS = 120_000;

/**
 * Brings the schema up to the given migrations, all or nothing, and refuses a database that knows others. Of several
 * processes that start at once one migrates, and the others wait for it. Tables that processes of an older version write
 * to are left as they are.
 *
 * @param waitMilliseconds how long such processes have to end
 * @throws StoreOpenError connection, engine, in_use, newer_schema, migration_changed, migration_failed
 */
export async function migrate(
  pool: Pool,
  place: string,
  migrations: readonly Migration[],
  waitMilliseconds: number,
): Promise<void> {
  const client = await connect(pool, place);
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'; SET LOCAL statement_timeout = 0`);
    await query(client, 'SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await query(client, MIGRATIONS_TABLE);
    const applied = await appliedMigrations(client);
    assertKnownMigrations(place, applied, migrations);
    const missing = migrations.filter(({ id }) => !applied.has(id));
    if (missing.length > 0) await ownVersion(client, place, waitMilliseconds);
    for (const migration of missing) await apply(client, migration);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    // With the connection goes its transaction.
    client.release(true);
    if (error instanceof StoreOpenError) throw error;
    throw new StoreOpenError(
      'migration_failed',
      `The database ${place} could not be set up${why(error)}.`,
      error,
    );
  }
}

async function connect(pool: Pool, place: string): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    if (error instanceof StoreOpenError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code ?? (/timeout/i.test(message) ? 'no answer' : oneLine(message));
    throw new StoreOpenError('connection', `Cannot connect to the database ${place} (${reason}).`, error);
  }
}

/** What the server itself says of it: a role without rights, a standby, a schema that is not there. */
function why(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = error instanceof DatabaseError ? ` (${error.code})` : '';
  return `: ${oneLine(error.message)}${code}`;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replace(/\.$/, '');

/** Setting up a schema, or waiting for another process that does, may take longer than a request may wait. */
function query(client: PoolClient, text: string, values: readonly unknown[] = []) {
  return client.query({ text, values: [...values], query_timeout: QUERY_MILLISECONDS } as {
    text: string;
    values: unknown[];
  });
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  if (migration.appendOnly !== undefined) await query(client, APPEND_ONLY_FUNCTION);
  await query(client, postgresMigration(migration));
  await query(client, 'INSERT INTO schema_migrations (id, checksum) VALUES ($1, $2)', [
    migration.id,
    migrationChecksum(migration),
  ]);
}
