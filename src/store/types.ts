/** What a statement takes and gives. Integers always come back as bigint. */
export type SqlValue = string | number | bigint | null | Uint8Array;

export type Row = Record<string, SqlValue>;

/**
 * Statements with `$1` placeholders, in the SQL that SQLite and PostgreSQL share. Inside a transaction a SELECT may end
 * in FOR UPDATE (SKIP LOCKED).
 */
export interface Queries {
  /** @throws ActError store_unavailable */
  all(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** The first row, if there is one. @throws ActError store_unavailable */
  get(sql: string, params?: readonly SqlValue[]): Promise<Row | undefined>;
  /** @throws ActError store_unavailable */
  run(sql: string, params?: readonly SqlValue[]): Promise<{ readonly changes: number }>;
}

/** The queries of one transaction. What it reads may change before its next statement, unless it holds a lock. */
export interface Transaction extends Queries {
  /**
   * Waits until no other transaction holds one of these names, and holds them until this one is over. For what has no
   * row yet that could be locked, such as an order that nobody has paid. Take all names in one call, before rows.
   *
   * @throws ActError store_unavailable when the wait is too long
   */
  lock(...names: readonly string[]): Promise<void>;
  /**
   * Leaves a change to the end of the work, for a row that many works have in common (the balance of a merchant, the
   * stock of an item): whoever waits for that row waits for the commit alone, and not for what this work does before
   * it. Such changes are made in the order in which they were left, in one exchange with the commit.
   */
  finish(change: LastChange): void;
}

/** A conditional UPDATE of one row. */
export interface LastChange {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  /** What the whole work is refused with when the statement changes no row. */
  readonly otherwise: () => Error;
}

export interface Store {
  /** Reads what is committed; cannot write. */
  readonly read: Queries;
  /**
   * Runs `work` as one transaction and resolves once its commit is durable. A refused one takes back its own changes
   * only. SQLite: many calls share a commit and run one after another. PostgreSQL: they run side by side at READ
   * COMMITTED, so that `work` has to decide by conditional statements, row locks and `lock`. It may be run several
   * times (deadlock, a row that somebody else has inserted first, a neighbour in the same commit that is refused), so it
   * must have no effect but through `tx`.
   * Inside `work` nothing may be awaited but `tx`: a work that waits for something else is taken back, because it would
   * hold up everybody behind it.
   *
   * @throws what `work` throws; ActError store_unavailable when the storage fails: then nothing was stored, unless the
   *   connection was lost during the commit, whose outcome has to be asked for
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * PostgreSQL: what its disk has refused a transaction for within the last seconds. A write that fits into what is there
   * already may succeed all the same, and tells nothing. SQLite needs room for every commit.
   */
  lackedRoom?(): Error | undefined;
  /** Lets the queued transactions commit, then closes. */
  close(): Promise<void>;
}

/**
 * One step of the schema. `sql`: statements that each end in a semicolon at the end of a line, with the types TEXT,
 * BIGINT and BLOB. `appendOnly`: tables in which the engine refuses UPDATE and DELETE; triggers are written
 * differently by each engine, so they are not part of `sql`.
 */
export interface Migration {
  readonly id: string;
  readonly sql: string;
  readonly appendOnly?: readonly string[];
}
