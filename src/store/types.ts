/** What a statement takes and gives. Integers always come back as bigint. */
export type SqlValue = string | number | bigint | null | Uint8Array;

export type Row = Record<string, SqlValue>;

/** Statements with `$1` placeholders, in the SQL that SQLite and PostgreSQL share. */
export interface Queries {
  /** @throws ActError store_unavailable */
  all(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** The first row, if there is one. @throws ActError store_unavailable */
  get(sql: string, params?: readonly SqlValue[]): Promise<Row | undefined>;
  /** @throws ActError store_unavailable */
  run(sql: string, params?: readonly SqlValue[]): Promise<{ readonly changes: number }>;
}

export interface Store {
  /** Reads what is committed. */
  readonly read: Queries;
  /**
   * Runs `work` as one transaction and resolves once its commit is durable. Many calls may share a commit; each has
   * a savepoint of its own, so a refused one takes back its own changes only. Inside `work` nothing may be awaited
   * but `tx`: a work that waits for something else is taken back, because it would hold up everybody behind it.
   *
   * @throws what `work` throws; ActError store_unavailable when the storage fails, and then nothing was stored
   */
  transact<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
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
