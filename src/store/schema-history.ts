import { createHash } from 'node:crypto';
import { StoreOpenError } from './open-error.ts';
import type { Migration } from './types.ts';

/** What a migration says, so that one that was edited after it ran is noticed. */
export function migrationChecksum({ id, sql, appendOnly = [] }: Migration): string {
  return createHash('sha256')
    .update(JSON.stringify([id, sql, appendOnly]))
    .digest('hex');
}

/**
 * Refuses a database that knows other migrations than these.
 *
 * @param place how the database is called on the console
 * @param applied checksums of the migrations that ran there, by id
 * @throws StoreOpenError newer_schema, migration_changed
 */
export function assertKnownMigrations(
  place: string,
  applied: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
): void {
  const known = new Map(migrations.map((migration) => [migration.id, migrationChecksum(migration)]));
  for (const [id, checksum] of applied) {
    const expected = known.get(id);
    if (expected === undefined) {
      throw new StoreOpenError(
        'newer_schema',
        `The database ${place} belongs to another role, or was written by a newer version: it knows ${id}.`,
      );
    }
    if (expected !== checksum) {
      throw new StoreOpenError('migration_changed', `Migration ${id} is not the one that made ${place}.`);
    }
  }
}
