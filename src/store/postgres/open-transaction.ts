import type { PoolClient, QueryResult } from 'pg';
import { assertStorable } from '../storable.ts';
import { storageFailure } from '../storage-failure.ts';
import { TransactionWaited } from '../transaction-waited.ts';
import type { LastChange, Queries, Row, SqlValue, Transaction } from '../types.ts';
import { queriesOver, type StatementNames } from './queries.ts';

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED';

/**
 * What one run of a work uses. Statements run one after another, and are sent without waiting for the answers to the
 * former ones; the first failure ends them all.
 */
export class OpenTransaction implements Transaction {
  readonly all: Queries['all'];
  readonly get: Queries['get'];
  readonly run: Queries['run'];
  /** What the engine said against the first statement that failed. */
  failure: unknown;
  readonly lastChanges: LastChange[] = [];
  private readonly client: PoolClient;
  private readonly statements: StatementNames;
  private readonly deadline: number;
  private readonly waited = Promise.withResolvers<never>();
  private readonly answers: Promise<unknown>[] = [];
  private running = 0;
  private state: 'open' | 'over' = 'open';

  /** @param deadline in milliseconds of performance.now() */
  constructor(client: PoolClient, statements: StatementNames, deadline: number) {
    this.client = client;
    this.statements = statements;
    this.deadline = deadline;
    const { all, get, run } = queriesOver((sql, params) => this.send(sql, params));
    this.all = all;
    this.get = get;
    this.run = run;
    this.expect(client.query(BEGIN)).catch(ignore);
  }

  async lock(...names: readonly string[]): Promise<void> {
    const sorted = [...names].sort();
    const locks = sorted.map((_, index) => `pg_advisory_xact_lock(hashtextextended($${index + 1}, 0))`);
    if (locks.length > 0) await this.send(`SELECT ${locks.join(', ')}`, sorted);
  }

  finish(change: LastChange): void {
    if (this.state === 'over') throw new TransactionWaited();
    assertStorable(change.params);
    this.lastChanges.push(change);
  }

  /** Runs the work, which may wait for nothing but this transaction's statements. @throws TransactionWaited */
  async perform<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.watch();
    try {
      return await Promise.race([work(this), this.waited.promise]);
    } finally {
      this.state = 'over';
    }
  }

  /** Resolves when every statement that was sent has been answered. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.answers);
  }

  private async send(sql: string, params: readonly SqlValue[] = []): Promise<QueryResult<Row>> {
    if (this.state === 'over') throw new TransactionWaited();
    this.running += 1;
    try {
      return await this.expect(this.execute(sql, params));
    } catch (error) {
      throw storageFailure(error);
    } finally {
      this.running -= 1;
      this.watch();
    }
  }

  private async execute(sql: string, params: readonly SqlValue[]): Promise<QueryResult<Row>> {
    if (this.failure !== undefined) throw new Error('An earlier statement of the transaction has failed.');
    if (performance.now() > this.deadline) throw new Error('The transaction has taken too long.');
    return this.client.query<Row>(this.statements.statement(sql, params));
  }

  /** Answers come in the order of the statements, so that the first failure is the one that the others follow from. */
  private expect<T>(answer: Promise<T>): Promise<T> {
    const noted = answer.catch((error: unknown) => {
      this.failure ??= error;
      throw error;
    });
    this.answers.push(noted);
    return noted;
  }

  /** A work that goes on at once has sent its next statement, or is done, before the event loop turns. */
  private watch(): void {
    setImmediate(() => {
      if (this.running === 0 && this.state === 'open') this.waited.reject(new TransactionWaited());
    });
  }
}

function ignore(): void {
  // The failure is kept, and ends the work at its first statement.
}
