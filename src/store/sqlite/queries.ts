import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { assertStorable } from '../storable.ts';
import { storageFailure } from '../storage-failure.ts';
import type { LastChange, Queries, Row, SqlValue, Transaction } from '../types.ts';
import { sqliteStatement } from './dialect.ts';

const CACHE_MAX_STATEMENTS = 256;

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

/**
 * Queries over one connection. `assertOpen` throws once the caller may no longer use it.
 * Everything that the engine throws becomes store_unavailable.
 */
export function queriesOver(statements: StatementCache, assertOpen: () => void = () => undefined): Queries {
  async function using<T>(
    sql: string,
    params: readonly SqlValue[],
    use: (statement: StatementSync) => T,
  ): Promise<T> {
    assertOpen();
    assertStorable(params);
    try {
      return use(statements.prepare(sql));
    } catch (error) {
      throw storageFailure(error);
    }
  }
  return {
    all: (sql, params = []) => using(sql, params, (statement) => statement.all(...params) as Row[]),
    get: (sql, params = []) => using(sql, params, (statement) => statement.get(...params) as Row | undefined),
    run: (sql, params: readonly SqlValue[] = []) =>
      using(sql, params, (statement) => ({ changes: Number(statement.run(...params).changes) })),
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
    writer.isOpen && !writer.isTransaction && sql.startsWith('SELECT ') ? warm : cold;
  return {
    all: (sql, params) => forReading(sql).all(sql, params),
    get: (sql, params) => forReading(sql).get(sql, params),
    run: cold.run,
  };
}

/** One transaction runs at a time and the file has one writer: every name is held already. */
export function transactionOver(
  statements: StatementCache,
  assertOpen: () => void,
): Transaction & { makeLastChanges(): Promise<void> } {
  const queries = queriesOver(statements, assertOpen);
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
  };
}
