import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { storageFailure } from '../storage-failure.ts';
import type { LastChange, Transaction } from '../types.ts';
import type { PostgresLimits } from './connection.ts';
import { orFail } from './dialect.ts';
import { isConnectionSound, isRepeatable, isUnchanged } from './failures.ts';
import { OpenTransaction } from './open-transaction.ts';
import { answered, StatementNames } from './queries.ts';

const MAX_RUNS = 6;
const FIRST_PAUSE_MILLISECONDS = 5;

type Work<T> = (tx: Transaction) => Promise<T>;

/** How one run of a work ended: with its commit, by its own refusal, or by a failure of the engine. */
type Run<T> =
  | { readonly end: 'committed'; readonly value: T }
  | { readonly end: 'refused'; readonly refusal: unknown }
  | { readonly end: 'failed'; readonly failure: unknown };

/**
 * Runs works as transactions at READ COMMITTED: conditional updates and row locks are what the money path rests on, and
 * they need no repetition. SERIALIZABLE would repeat every payment to a merchant that is paid twice at the same time.
 */
export class Transactions {
  private readonly pool: Pool;
  private readonly limits: PostgresLimits;
  private readonly statements = new StatementNames();

  constructor(pool: Pool, limits: PostgresLimits) {
    this.pool = pool;
    this.limits = limits;
  }

  /** See `Store.transact`. */
  async transact<T>(work: Work<T>): Promise<T> {
    const client = await answered(this.pool.connect());
    const deadline = performance.now() + this.limits.transactionMilliseconds;
    let last: Run<T> | undefined;
    try {
      for (let runs = 1; ; runs += 1) {
        last = await this.runOnce(client, work, deadline);
        const again = last.end === 'failed' && isRepeatable(last.failure);
        if (!again || runs === MAX_RUNS || performance.now() > deadline) break;
        await pause(runs);
      }
    } finally {
      client.release(last?.end === 'failed' && !isConnectionSound(last.failure));
    }
    return settled(last);
  }

  private async runOnce<T>(client: PoolClient, work: Work<T>, deadline: number): Promise<Run<T>> {
    const tx = new OpenTransaction(client, this.statements, deadline);
    let value: T;
    try {
      value = await tx.perform(work);
    } catch (refusal) {
      await tx.idle();
      return takeBack(client, tx, refusal);
    }
    await tx.idle();
    // The work may have gone on after a failed statement; the server has not.
    if (tx.failure !== undefined) return takeBack(client, tx, undefined);
    return this.commit(client, tx, value);
  }

  /**
   * The last changes and the commit go to the server in one message; where one of them does not take place, the server
   * answers the commit with a rollback.
   *
   * A failed commit is never repeated here, except where the server itself says that it has taken everything back: when
   * its answer is lost, the transaction may be durable, and only the rows can tell.
   */
  private async commit<T>(client: PoolClient, { lastChanges }: OpenTransaction, value: T): Promise<Run<T>> {
    const changes = lastChanges.map(({ sql, params }) =>
      client.query(this.statements.statement(orFail(sql), params)),
    );
    const [end, ...ends] = await Promise.allSettled([client.query('COMMIT'), ...changes]);
    const at = ends.findIndex(({ status }) => status === 'rejected');
    if (at >= 0) return unchanged(ends[at], lastChanges[at]);
    if (end.status === 'rejected') return { end: 'failed', failure: end.reason };
    if (end.value.command === 'COMMIT') return { end: 'committed', value };
    return { end: 'failed', failure: new Error(`The commit was answered with ${end.value.command}.`) };
  }
}

function unchanged(
  end: PromiseSettledResult<unknown> | undefined,
  change: LastChange | undefined,
): Run<never> {
  const failure = end?.status === 'rejected' ? end.reason : undefined;
  const isRefused = change !== undefined && isUnchanged(failure);
  return isRefused ? { end: 'refused', refusal: change.otherwise() } : { end: 'failed', failure };
}

/** What ended the work goes to its caller; a failure that a repetition may heal goes first. */
async function takeBack(client: PoolClient, tx: OpenTransaction, refusal: unknown): Promise<Run<never>> {
  const { failure } = tx;
  if (failure !== undefined && !isConnectionSound(failure)) return { end: 'failed', failure };
  try {
    await client.query('ROLLBACK');
  } catch (lost) {
    return { end: 'failed', failure: lost };
  }
  const isEnginesFault = failure !== undefined && (refusal === undefined || isRepeatable(failure));
  return isEnginesFault ? { end: 'failed', failure } : { end: 'refused', refusal };
}

/** Two works that have met once should not meet again. */
function pause(runs: number): Promise<void> {
  return sleep(FIRST_PAUSE_MILLISECONDS * 2 ** (runs - 1) * Math.random());
}

function settled<T>(last: Run<T> | undefined): T {
  if (last?.end === 'committed') return last.value;
  throw last?.end === 'refused' ? last.refusal : storageFailure(last?.failure);
}
