import { DatabaseError } from 'pg';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const UNIQUE_VIOLATION = '23505';
/** A prepared statement whose table has been changed by the migration of a newer version. */
const STALE_PLAN = '0A000';
/** The server has become a standby since: another one, at the same address, may be the one that writes. */
const READ_ONLY = '25006';

/** What `orFail` of the dialect ends with. */
const DIVISION_BY_ZERO = '22012';

const REPEATABLE: ReadonlySet<string | undefined> = new Set([
  SERIALIZATION_FAILURE,
  DEADLOCK_DETECTED,
  UNIQUE_VIOLATION,
]);

/**
 * Whether the server has taken the transaction back for a reason that may be gone when its work is run again from the
 * start. A unique violation belongs to them: another transaction has inserted the row since the work looked for it,
 * and now the work finds it and answers as if it had come second from the beginning.
 */
export function isRepeatable(failure: unknown): boolean {
  return failure instanceof DatabaseError && REPEATABLE.has(failure.code);
}

/** Whether a last change has changed no row. */
export function isUnchanged(failure: unknown): boolean {
  return failure instanceof DatabaseError && failure.code === DIVISION_BY_ZERO;
}

/** Whether the connection can be used on: the server has answered, neither ended the session nor lost a plan, and writes. */
export function isConnectionSound(failure: unknown): boolean {
  if (!(failure instanceof DatabaseError) || failure.severity !== 'ERROR') return false;
  return failure.code !== STALE_PLAN && failure.code !== READ_ONLY;
}
