import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { storageFailure } from '../storage-failure.ts';
import { TransactionWaited } from '../transaction-waited.ts';
import type { Transaction } from '../types.ts';
import type { Mark } from './mark.ts';
import { type StatementCache, transactionOver, type WorkTransaction } from './queries.ts';
import type { SameFiles } from './same-files.ts';

const BATCH_MAX_TRANSACTIONS = 256;
/** So many commits are made with savepoints, after one that had to be begun again because it had none. */
const MARKED_AFTER_REFUSAL = 64;

type Settle = () => void;

interface Job {
  /** Does the work and answers how to tell its caller, once the commit is known. */
  run(tx: Transaction): Promise<Settle>;
  undone(tellCaller: (reject: (reason: unknown) => void) => void): Settle;
}

/** The statements around every work, prepared once. */
type Control = Readonly<
  Record<'begin' | 'commit' | 'savepoint' | 'takeBack' | 'release' | 'changes', StatementSync>
>;

function controlOf(database: DatabaseSync): Control {
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    savepoint: database.prepare('SAVEPOINT work'),
    takeBack: database.prepare('ROLLBACK TO work'),
    release: database.prepare('RELEASE work'),
    changes: database.prepare('SELECT total_changes() AS changes'),
  };
}

/** A work refuses what it has begun to write, and no savepoint says where it began. */
class Entangled extends Error {}

/**
 * Runs queued transactions one after another, many in one BEGIN … COMMIT. A caller hears of its outcome only after the
 * COMMIT: a refusal, too, may rest on what a neighbour in the same commit has written.
 *
 * A savepoint before each makes SQLite keep a copy of every page that is changed, for nothing as long as nobody refuses
 * what it has begun to write. So there is none until somebody does: then all of them are taken back and run again, each
 * in a savepoint of its own, and the next commits have savepoints at once.
 */
export class GroupCommit {
  private readonly database: DatabaseSync;
  private readonly statements: StatementCache;
  private readonly control: Control;
  private readonly mark: Mark | undefined;
  private readonly files: SameFiles | undefined;
  private readonly queue: Job[] = [];
  private running: Promise<void> | undefined;
  private markedToCome = 0;

  constructor(
    database: DatabaseSync,
    statements: StatementCache,
    served: { readonly mark: Mark; readonly files: SameFiles } | undefined,
  ) {
    this.database = database;
    this.statements = statements;
    this.mark = served?.mark;
    this.files = served?.files;
    this.control = controlOf(database);
  }

  /** Queues one transaction. See `Store.transact`. */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({
        run: async (tx) => {
          const value = await work(tx);
          return () => resolve(value);
        },
        undone: (tellCaller) => () => tellCaller(reject),
      });
      this.running ??= this.runQueue();
    });
  }

  /** Resolves when nothing is queued. */
  async drained(): Promise<void> {
    while (this.running) await this.running;
  }

  private async runQueue(): Promise<void> {
    while (this.queue.length > 0) {
      // One turn of the event loop, so that requests which have arrived meanwhile share the commit.
      await eventLoopTurn().turn;
      await this.runBatch();
    }
    this.running = undefined;
  }

  private async runBatch(): Promise<void> {
    const jobs: Job[] = [];
    let settles: readonly Settle[];
    try {
      settles = await this.committed(jobs);
    } catch (error) {
      const failed = jobs.length > 0 ? jobs : this.queue.splice(0, BATCH_MAX_TRANSACTIONS);
      settles = failed.map((job) => job.undone((reject) => reject(storageFailure(error))));
      this.abandon();
    }
    for (const settle of settles) settle();
  }

  /** Takes from the queue into `jobs` what shares one commit. */
  private async committed(jobs: Job[]): Promise<readonly Settle[]> {
    if (this.markedToCome > 0) {
      this.markedToCome -= 1;
      return this.runAll(jobs, 'marked');
    }
    try {
      return await this.runAll(jobs, 'bare');
    } catch (error) {
      if (!(error instanceof Entangled)) throw error;
      this.markedToCome = MARKED_AFTER_REFUSAL;
      this.database.exec('ROLLBACK');
      return this.runAll(jobs, 'marked');
    }
  }

  private async runAll(jobs: Job[], how: 'bare' | 'marked'): Promise<readonly Settle[]> {
    this.control.begin.run();
    const before = this.changes();
    const settles: Settle[] = [];
    while (settles.length < BATCH_MAX_TRANSACTIONS) {
      const job = jobs[settles.length] ?? this.take(jobs);
      if (!job) break;
      settles.push(await (how === 'bare' ? this.runBare(job) : this.runInSavepoint(job)));
    }
    this.commit(this.changes() !== before);
    return settles;
  }

  private take(jobs: Job[]): Job | undefined {
    const job = this.queue.shift();
    if (job) jobs.push(job);
    return job;
  }

  /** What changes nothing is nothing to remember, and waits for no disk. */
  private commit(isChange: boolean): void {
    const commits = isChange ? this.mark?.count() : undefined;
    if (isChange) this.files?.assertThere();
    this.control.commit.run();
    if (commits !== undefined) this.mark?.tell(commits);
  }

  private changes(): unknown {
    return this.control.changes.get()?.changes;
  }

  /** @throws Entangled; Error when the transaction is lost, and with it the whole batch */
  private async runBare(job: Job): Promise<Settle> {
    const settle = await this.outcomeOf(job, (tx) => {
      if (tx.hasWritten()) throw new Entangled();
    });
    // A full disk ends it early, and whatever came next would be committed by itself.
    if (!this.database.isTransaction) throw new Error('The transaction has ended early.');
    return settle;
  }

  /** @throws when the savepoint is lost, and with it the whole batch */
  private async runInSavepoint(job: Job): Promise<Settle> {
    this.control.savepoint.run();
    const settle = await this.outcomeOf(job, () => this.control.takeBack.run());
    this.control.release.run();
    return settle;
  }

  private async outcomeOf(job: Job, takeBack: (tx: WorkTransaction) => void): Promise<Settle> {
    let open = true;
    const tx = transactionOver(this.statements, () => {
      if (!open) throw new TransactionWaited();
    });
    try {
      return await withoutWaiting(runWhole(job, tx));
    } catch (refusal) {
      takeBack(tx);
      return job.undone((reject) => reject(refusal));
    } finally {
      open = false;
    }
  }

  private abandon(): void {
    // Some failures (a full disk) have ended the transaction already.
    if (!this.database.isTransaction) return;
    try {
      this.database.exec('ROLLBACK');
    } catch {
      // The storage is failing: everybody in the batch has been told, and the next batch finds out for itself.
    }
  }
}

async function runWhole(job: Job, tx: WorkTransaction): Promise<Settle> {
  const settle = await job.run(tx);
  await tx.makeLastChanges();
  return settle;
}

interface Turn {
  readonly turn: Promise<void>;
  cancel(): void;
}

function eventLoopTurn(): Turn {
  let immediate: NodeJS.Immediate | undefined;
  const turn = new Promise<void>((resolve) => {
    immediate = setImmediate(resolve);
  });
  return { turn, cancel: () => clearImmediate(immediate) };
}

/** The engine answers at once, so a work that awaits only its queries is done before the event loop turns. */
async function withoutWaiting<T>(work: Promise<T>): Promise<T> {
  const { turn, cancel } = eventLoopTurn();
  const waited = turn.then((): never => {
    throw new TransactionWaited();
  });
  try {
    return await Promise.race([work, waited]);
  } finally {
    cancel();
  }
}
