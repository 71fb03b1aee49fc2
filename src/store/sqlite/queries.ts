import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { assertStorable } from '../storable.ts';
import { storageFailure } from '../storage-failure.ts';
import type { LastChange, Queries, Row, SqlValue, Transaction } from '../types.ts';
import { sqliteStatement } from './dialect.ts';

const CACHE_MAX_STATEMENTS = 256;
const SELECT = 'SELECT ';

/** Prepares each statement once. The oldest one leaves when the cache is full. */
export class StatementCache {
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  prepare(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sqliteStatement(sql));
    statement.setReadBigInts(true);
    const oldest = this.statements.keys().next();
    if (this.statements.size >= CACHE_MAX_STATEMENTS && !oldest.done) this.statements.delete(oldest.value);
    this.statements.set(sql, statement);
    return statement;
  }
}

const NOTHING: readonly SqlValue[] = [];

/** What is told of the statements that go through a connection. */
interface Watch {
  /** @throws once the caller may no longer use it */
  assertOpen(): void;
  /** A statement has changed a row, or may have. */
  wrote?(): void;
}

const UNWATCHED: Watch = { assertOpen: () => undefined };

/** Queries over one connection. Everything that the engine throws becomes store_unavailable. */
export function queriesOver(statements: StatementCache, watch: Watch = UNWATCHED): Queries {
  function assertUsable(params: readonly SqlValue[]): void {
    watch.assertOpen();
    assertStorable(params);
  }
  /** Whatever does not only select may change rows and answer with them. */
  function reading(sql: string): StatementSync {
    if (!sql.startsWith(SELECT)) watch.wrote?.();
    return statements.prepare(sql);
  }
  return {
    async all(sql, params = NOTHING) {
      assertUsable(params);
      try {
        return reading(sql).all(...params) as Row[];
      } catch (error) {
        throw storageFailure(error);
      }
    },
    async get(sql, params = NOTHING) {
      assertUsable(params);
      try {
        return reading(sql).get(...params) as Row | undefined;
      } catch (error) {
        throw storageFailure(error);
      }
    },
    async run(sql, params = NOTHING) {
      assertUsable(params);
      try {
        const changes = Number(statements.prepare(sql).run(...params).changes);
        if (changes > 0) watch.wrote?.();
        return { changes };
      } catch (error) {
        throw storageFailure(error);
      }
    },
  };
}

/**
 * Reads what is committed. While no transaction is open the writing connection has nothing else to show, and it has the
 * pages in memory, which the reading one loses with every commit. Whatever could write goes to the reading one, which
 * refuses it.
 */
export function readingQueries(
  writer: DatabaseSync,
  writing: StatementCache,
  reading: StatementCache,
): Queries {
  const warm = queriesOver(writing);
  const cold = queriesOver(reading);
  const forReading = (sql: string): Queries =>
    writer.isOpen && !writer.isTransaction && sql.startsWith(SELECT) ? warm : cold;
  return {
    all: (sql, params) => forReading(sql).all(sql, params),
    get: (sql, params) => forReading(sql).get(sql, params),
    run: cold.run,
  };
}

/** The transaction of one work, and what only who runs it may ask. */
export interface WorkTransaction extends Transaction {
  makeLastChanges(): Promise<void>;
  /** Whether it has changed a row, or may have. */
  hasWritten(): boolean;
}

/** One transaction runs at a time and the file has one writer: every name is held already. */
export function transactionOver(statements: StatementCache, assertOpen: () => void): WorkTransaction {
  let hasWritten = false;
  const wrote = (): void => {
    hasWritten = true;
  };
  const queries = queriesOver(statements, { assertOpen, wrote });
  const changes: LastChange[] = [];
  return {
    ...queries,
    async lock() {
      assertOpen();
    },
    finish(change) {
      assertOpen();
      changes.push(change);
    },
    async makeLastChanges() {
      for (const { sql, params, otherwise } of changes) {
        if ((await queries.run(sql, params)).changes !== 1) throw otherwise();
      }
    },
    hasWritten: () => hasWritten,
  };
}
