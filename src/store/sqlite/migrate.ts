import type { DatabaseSync } from 'node:sqlite';
import { StoreOpenError } from '../open-error.ts';
import { assertKnownMigrations, migrationChecksum } from '../schema-history.ts';
import type { Migration } from '../types.ts';
import { sqliteMigration } from './dialect.ts';

/**
 * Brings the schema up to the given migrations, all or nothing, and refuses a file that knows others.
 *
 * @throws StoreOpenError newer_schema, migration_changed, migration_failed
 */
export function migrate(database: DatabaseSync, file: string, migrations: readonly Migration[]): void {
  try {
    database.exec('BEGIN IMMEDIATE');
    const applied = appliedMigrations(database);
    assertKnownMigrations(file, applied, migrations);
    for (const migration of migrations) {
      if (!applied.has(migration.id)) apply(database, migration);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (error instanceof StoreOpenError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new StoreOpenError(
      'migration_failed',
      `The database file ${file} could not be set up: ${detail}.`,
      error,
    );
  }
}

function appliedMigrations(database: DatabaseSync): ReadonlyMap<string, string> {
  database.exec(
    'CREATE TABLE IF NOT EXISTS schema_migrations (id TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL) STRICT',
  );
  const rows = database.prepare('SELECT id, checksum FROM schema_migrations').all();
  return new Map(rows.map((row) => [String(row.id), String(row.checksum)]));
}

function apply(database: DatabaseSync, migration: Migration): void {
  for (const statement of sqliteMigration(migration)) database.exec(statement);
  database
    .prepare('INSERT INTO schema_migrations (id, checksum) VALUES (?1, ?2)')
    .run(migration.id, migrationChecksum(migration));
}
