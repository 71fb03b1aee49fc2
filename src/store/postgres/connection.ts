import { type ClientBase, Pool, type PoolConfig } from 'pg';
import { StoreOpenError } from '../open-error.ts';
import { valueTypes } from './values.ts';

/** How much a store takes from the database server, and how long it waits for it. */
export interface PostgresLimits {
  /** Connections for transactions; as many again, at most, are used for reading. */
  readonly connections: number;
  /** For a free connection, and for making one. */
  readonly connectMilliseconds: number;
  /** For a row or a name that another transaction holds. */
  readonly lockMilliseconds: number;
  /** For one statement, at the server; a silent server is given up a little later. */
  readonly statementMilliseconds: number;
  /** For a whole transaction with its repetitions, from the moment it has a connection. */
  readonly transactionMilliseconds: number;
  /** For processes of an older version to end, before the tables are brought up to date. */
  readonly olderMilliseconds: number;
  /** How long it is remembered that the server's disk has refused a write. */
  readonly roomMilliseconds: number;
}

export const DEFAULT_LIMITS: PostgresLimits = {
  connections: 10,
  connectMilliseconds: 4_000,
  lockMilliseconds: 3_000,
  statementMilliseconds: 4_000,
  transactionMilliseconds: 5_000,
  olderMilliseconds: 30_000,
  roomMilliseconds: 15_000,
};

const SILENCE_MILLISECONDS = 1_000;
const IDLE_IN_TRANSACTION_MILLISECONDS = 10_000;
const OLDEST_SERVER = 150_000;

/**
 * A bounded set of connections. One that has failed leaves the set and says so to nobody else: the query that was
 * running on it has failed, too.
 */
export function openPool(
  location: string,
  limits: PostgresLimits,
  onConnect?: (client: ClientBase) => Promise<void>,
): Pool {
  const config: PoolConfig = {
    connectionString: location,
    application_name: 'openact',
    max: limits.connections,
    connectionTimeoutMillis: limits.connectMilliseconds,
    statement_timeout: limits.statementMilliseconds,
    query_timeout: limits.statementMilliseconds + SILENCE_MILLISECONDS,
    lock_timeout: limits.lockMilliseconds,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLISECONDS,
    keepAlive: true,
    // Statements are sent while the answers to former ones are still on their way.
    pipeline: true,
    types: valueTypes,
    onConnect: async (client) => {
      await assertServer(client);
      await onConnect?.(client);
    },
  };
  const pool = new Pool(config);
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/** For reading only: the server refuses whatever would change something. */
export function openReadingPool(location: string, limits: PostgresLimits): Pool {
  return openPool(location, limits, async (client) => {
    await client.query('SET default_transaction_read_only = on');
  });
}

/**
 * Whether acknowledged means durable on this server, text is stored as it is, and triggers keep append-only tables so.
 * Looked at on every connection, because a restart may change it. How commits wait and how bytes are written is set for
 * the session: a database may have it otherwise, and a change of the server's settings does not reach who is connected.
 *
 * @throws StoreOpenError engine
 */
async function assertServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
       current_setting('fsync') AS fsync, current_setting('session_replication_role') AS replication,
       set_config('bytea_output', 'hex', false),
       set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
         ELSE current_setting('synchronous_commit') END, false)`,
  );
  const { version, encoding, fsync, replication } = rows[0];
  // Written so that a version that cannot be read is refused.
  if (!(Number(version) >= OLDEST_SERVER)) {
    throw new StoreOpenError('engine', `PostgreSQL ${version} is too old: 15 is needed.`);
  }
  if (encoding !== 'UTF8') {
    throw new StoreOpenError('engine', `The database is encoded in ${encoding}: UTF8 is needed.`);
  }
  if (fsync !== 'on') {
    throw new StoreOpenError('engine', 'The database server runs without fsync: commits are not durable.');
  }
  if (replication === 'replica') {
    throw new StoreOpenError(
      'engine',
      'The database runs no triggers (session_replication_role is replica): append-only tables would not be.',
    );
  }
}

function ignore(): void {
  // The pool has dropped the connection; its query, if one was running, has been told.
}
