import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { storageFailure } from '../storage-failure.ts';
import type { Migration, Queries, Store, Transaction } from '../types.ts';
import { openFailure, openReader, openWriter } from './connection.ts';
import { GroupCommit } from './group-commit.ts';
import { type Mark, openMark } from './mark.ts';
import { migrate } from './migrate.ts';
import { readingQueries, StatementCache } from './queries.ts';
import { SameFiles } from './same-files.ts';

class SqliteStore implements Store {
  readonly read: Queries;
  private readonly writer: DatabaseSync;
  private readonly reader: DatabaseSync;
  private readonly commits: GroupCommit;
  private readonly mark: Mark | undefined;
  private closing: Promise<void> | undefined;

  constructor(writer: DatabaseSync, reader: DatabaseSync, file: string, mark: Mark | undefined) {
    this.writer = writer;
    this.reader = reader;
    this.mark = mark;
    const statements = new StatementCache(writer);
    this.read = readingQueries(writer, statements, new StatementCache(reader));
    const beside = [`${file}-wal`, `${file}.mark`, `${file}.lock`];
    const served = mark && { mark, files: new SameFiles(file, beside, reader) };
    this.commits = new GroupCommit(writer, statements, served);
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
    this.mark?.close();
  }
}

/**
 * @param isServed whether a server commits to it, so that what it was told of is held against the file
 * @throws StoreOpenError
 */
export function openSqliteStore(
  location: string,
  migrations: readonly Migration[],
  isServed: boolean,
): Store {
  const file = resolve(location);
  const writer = openWriter(file);
  let mark: Mark | undefined;
  let reader: DatabaseSync | undefined;
  try {
    if (isServed) mark = openMark(file, writer);
    migrate(writer, file, migrations);
    reader = openReader(file);
    return new SqliteStore(writer, reader, file, mark);
  } catch (error) {
    reader?.close();
    mark?.close();
    writer.close();
    // What was opened may still not take a write, or need one more file than the process may open.
    throw openFailure(file, error, 'folder');
  }
}
