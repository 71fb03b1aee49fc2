import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { storageFailure } from '../storage-failure.ts';
import type { Migration, Queries, Store, Transaction } from '../types.ts';
import { openReader, openWriter } from './connection.ts';
import { GroupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { readingQueries, StatementCache } from './queries.ts';

class SqliteStore implements Store {
  readonly read: Queries;
  private readonly writer: DatabaseSync;
  private readonly reader: DatabaseSync;
  private readonly commits: GroupCommit;
  private closing: Promise<void> | undefined;

  constructor(writer: DatabaseSync, reader: DatabaseSync) {
    this.writer = writer;
    this.reader = reader;
    const statements = new StatementCache(writer);
    this.read = readingQueries(writer, statements, new StatementCache(reader));
    this.commits = new GroupCommit(writer, statements);
  }

  async transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.closing) throw storageFailure(new Error('The store is closed.'));
    return this.commits.transact(work);
  }

  close(): Promise<void> {
    this.closing ??= this.drainAndClose();
    return this.closing;
  }

  private async drainAndClose(): Promise<void> {
    await this.commits.drained();
    this.reader.close();
    this.writer.close();
  }
}

/** @throws StoreOpenError */
export function openSqliteStore(location: string, migrations: readonly Migration[]): Store {
  const file = resolve(location);
  const writer = openWriter(file);
  try {
    migrate(writer, file, migrations);
    return new SqliteStore(writer, openReader(file));
  } catch (error) {
    writer.close();
    throw error;
  }
}
