import type { Pool } from 'pg';
import { storageFailure } from '../storage-failure.ts';
import type { Migration, Queries, Store, Transaction } from '../types.ts';
import { DEFAULT_LIMITS, openPool, openReadingPool, type PostgresLimits } from './connection.ts';
import { placeOf } from './location.ts';
import { migrate } from './migrate.ts';
import { answered, queriesOver, StatementNames } from './queries.ts';
import { Room } from './room.ts';
import { Transactions } from './transactions.ts';
import { shareVersion } from './version-guard.ts';

class PostgresStore implements Store {
  readonly read: Queries;
  private readonly writers: Pool;
  private readonly readers: Pool;
  private readonly transactions: Transactions;
  private readonly room: Room;
  private readonly active = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;

  constructor(writers: Pool, readers: Pool, limits: PostgresLimits) {
    this.writers = writers;
    this.readers = readers;
    this.transactions = new Transactions(writers, limits);
    this.room = new Room(limits.roomMilliseconds);
    const statements = new StatementNames();
    this.read = queriesOver((sql, params) =>
      this.track(() => answered(this.readers.query(statements.statement(sql, params)))),
    );
  }

  async transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.track(() => this.transactions.transact(work));
    } catch (error) {
      this.room.note(error);
      throw error;
    }
  }

  lackedRoom(): Error | undefined {
    return this.room.lately();
  }

  close(): Promise<void> {
    this.closing ??= this.drainAndClose();
    return this.closing;
  }

  private async track<T>(begin: () => Promise<T>): Promise<T> {
    if (this.closing) throw storageFailure(new Error('The store is closed.'));
    const mine = begin();
    this.active.add(mine);
    try {
      return await mine;
    } finally {
      this.active.delete(mine);
    }
  }

  private async drainAndClose(): Promise<void> {
    await Promise.allSettled(this.active);
    await Promise.all([this.writers.end(), this.readers.end()]);
  }
}

/**
 * Opens the database at a postgres:// address. Several processes may open the same one at once.
 *
 * @throws StoreOpenError location, connection, engine, in_use, newer_schema, migration_changed, migration_failed
 */
export async function openPostgresStore(
  location: string,
  migrations: readonly Migration[],
  changes: Partial<PostgresLimits> = {},
): Promise<Store> {
  const limits = { ...DEFAULT_LIMITS, ...changes };
  const place = placeOf(location);
  const migrator = openPool(location, { ...limits, connections: 1 });
  try {
    await migrate(migrator, place, migrations, limits.olderMilliseconds);
  } finally {
    await migrator.end();
  }
  const writers = openPool(location, limits, (client) => shareVersion(client, place, migrations));
  return new PostgresStore(writers, openReadingPool(location, limits), limits);
}
