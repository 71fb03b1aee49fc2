import { storageFailure } from './storage-failure.ts';
import type { Migration, Store } from './types.ts';

/** The latest time at which some process of the role has written here. One row. */
export const heartbeatMigration: Migration = {
  id: 'heartbeat-1',
  sql: 'CREATE TABLE heartbeat (name TEXT NOT NULL PRIMARY KEY, latest BIGINT NOT NULL);',
};

/**
 * Writes the time and resolves once that is durable: what a server has to try before it says that it can work. It cannot
 * where the disk has refused others a moment ago, even if this one row still fits.
 *
 * @param now Unix seconds
 * @returns the latest time ever written, by any process, so that a clock that went back is noticed
 * @throws ActError store_unavailable
 * @see OA-OPS-20
 */
export async function beat(store: Store, now: number): Promise<number> {
  const row = await store.transact((tx) =>
    tx.get(
      `INSERT INTO heartbeat (name, latest) VALUES ('role', $1) ON CONFLICT (name) DO UPDATE
       SET latest = CASE WHEN excluded.latest > heartbeat.latest THEN excluded.latest ELSE heartbeat.latest END
       RETURNING latest`,
      [now],
    ),
  );
  const refused = store.lackedRoom?.();
  if (refused !== undefined) throw storageFailure(refused);
  return Number(row?.latest);
}
