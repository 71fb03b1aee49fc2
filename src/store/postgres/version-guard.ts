import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { StoreOpenError } from '../open-error.ts';
import { assertKnownMigrations } from '../schema-history.ts';
import type { Migration } from '../types.ts';

/** One of each schema: every connection that writes has a share in it, and whoever changes the tables needs it whole. */
const LOCK = "hashtextextended('openact version of ' || current_schema(), 0)";
const LOOK_MILLISECONDS = 100;

/**
 * Keeps newer versions from changing the tables for as long as this connection lives, and refuses it where one already
 * has: a process of an older version writes without what the newer one goes by.
 *
 * @throws StoreOpenError in_use, newer_schema, migration_changed
 */
export async function shareVersion(
  client: ClientBase,
  place: string,
  migrations: readonly Migration[],
): Promise<void> {
  const { rowCount } = await client.query(`SELECT 1 WHERE pg_try_advisory_lock_shared(${LOCK})`);
  if (rowCount !== 1)
    throw new StoreOpenError('in_use', `The database ${place} is being brought up to date.`);
  assertKnownMigrations(place, await appliedMigrations(client), migrations);
}

/**
 * Waits, within a transaction and until its end, until nobody writes: who does is of another version. It does not stand
 * in line for the lock, where those who are at work would have to wait behind it.
 *
 * @throws StoreOpenError in_use
 */
export async function ownVersion(client: ClientBase, place: string, waitMilliseconds: number): Promise<void> {
  for (const end = performance.now() + waitMilliseconds; ; await sleep(LOOK_MILLISECONDS)) {
    const { rowCount } = await client.query(`SELECT 1 WHERE pg_try_advisory_xact_lock(${LOCK})`);
    if (rowCount === 1) return;
    if (performance.now() > end)
      throw new StoreOpenError(
        'in_use',
        `Processes of an older version are at work on the database ${place}: end them first.`,
      );
  }
}

/** Checksums of the migrations that ran in this schema, by id. */
export async function appliedMigrations(client: ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query('SELECT id, checksum FROM schema_migrations');
  return new Map(rows.map((row) => [String(row.id), String(row.checksum)]));
}
