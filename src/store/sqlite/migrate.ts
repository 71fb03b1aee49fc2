import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { StoreOpenError } from '../open-error.ts';
import type { Migration } from '../types.ts';
import { sqliteMigration } from './dialect.ts';

/** What a migration says, so that one that was edited after it ran is noticed. */
export function migrationChecksum({ id, sql, appendOnly = [] }: Migration): string {
  return createHash('sha256')
    .update(JSON.stringify([id, sql, appendOnly]))
    .digest('hex');
}

/**
 * Brings the schema up to the given migrations, all or nothing, and refuses a file that knows others.
 *
 * @throws StoreOpenError newer_schema, migration_changed, migration_failed
 */
export function migrate(database: DatabaseSync, file: string, migrations: readonly Migration[]): void {
  try {
    database.exec('BEGIN IMMEDIATE');
    const applied = appliedMigrations(database);
    assertKnown(applied, migrations, file);
    for (const migration of migrations) {
      if (!applied.has(migration.id)) apply(database, migration);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (error instanceof StoreOpenError) throw error;
    throw new StoreOpenError('migration_failed', `The database file ${file} could not be set up.`, error);
  }
}

function appliedMigrations(database: DatabaseSync): ReadonlyMap<string, string> {
  database.exec(
    'CREATE TABLE IF NOT EXISTS schema_migrations (id TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL) STRICT',
  );
  const rows = database.prepare('SELECT id, checksum FROM schema_migrations').all();
  return new Map(rows.map((row) => [String(row.id), String(row.checksum)]));
}

function assertKnown(
  applied: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
  file: string,
): void {
  const known = new Map(migrations.map((migration) => [migration.id, migrationChecksum(migration)]));
  for (const [id, checksum] of applied) {
    const expected = known.get(id);
    if (expected === undefined) {
      throw new StoreOpenError(
        'newer_schema',
        `The database file ${file} was written by a newer version (it knows ${id}).`,
      );
    }
    if (expected !== checksum) {
      throw new StoreOpenError('migration_changed', `Migration ${id} is not the one that made ${file}.`);
    }
  }
}

function apply(database: DatabaseSync, migration: Migration): void {
  for (const statement of sqliteMigration(migration)) database.exec(statement);
  database
    .prepare('INSERT INTO schema_migrations (id, checksum) VALUES (?1, ?2)')
    .run(migration.id, migrationChecksum(migration));
}
