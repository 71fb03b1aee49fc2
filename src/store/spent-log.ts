import { REQUEST_TIME_SKEW_SECONDS } from '../protocol/limits.ts';
import { CLOCKS_DIFFER_MAX_SECONDS } from './clocks.ts';
import { together } from './together.ts';
import type { Migration, Queries, SqlValue } from './types.ts';

/**
 * The last second at which a message that is accepted at `now` could still pass the check of its time: it may be
 * dated a skew ahead, and is accepted until a skew after its date.
 */
export function keptUntil(now: number): number {
  return now + 2 * REQUEST_TIME_SKEW_SECONDS;
}

/**
 * Each use forgets so many of the oldest at most. All that a crowd has left behind, taken away by whoever comes first after
 * it, would keep everybody waiting for seconds.
 */
export const FORGOTTEN_AT_ONCE = 100;

/** `new`, `used` before, or `forgotten`: nobody can tell whether it was used, as it may have been forgotten too early. */
export type Use = 'new' | 'used' | 'forgotten';

/** Ids of messages that are good once, in a table of their own; the rows are forgotten when the messages are too old. */
export interface SpentLog {
  /** Uses an id up, inside the transaction that does what the message says. @param now Unix seconds */
  use(tx: Queries, values: readonly SqlValue[], now: number): Promise<Use>;
}

/**
 * The minutes of whose ids some were forgotten, and -1, which who forgets holds. At most one row a minute, for good: a
 * clock that is ahead could not say which of them are old.
 */
export function forgottenMigration(id: string, table: string): Migration {
  return {
    id,
    sql: `
CREATE TABLE ${table}_forgotten (
  kept_until_minute BIGINT NOT NULL PRIMARY KEY
);
INSERT INTO ${table}_forgotten (kept_until_minute) VALUES (-1);
`,
  };
}

/**
 * A clock that went ahead has ids forgotten before their time. When it comes back, a message that could have one of those
 * is not taken: for four minutes after the clock was wrong, and again once the time has come that it showed meanwhile, for
 * as long as it showed it. How far it was ahead makes no difference.
 *
 * @param table has the columns, a `kept_until` with an index, and a `forgottenMigration`
 * @param key of the table; `more` columns are kept besides
 */
export function createSpentLog(
  table: string,
  key: readonly [string, string],
  more: readonly string[] = [],
): SpentLog {
  const columns = [...key, ...more];
  const places = columns.map((_, at) => `$${at + 1}`);
  const insert = `INSERT INTO ${table} (${columns.join(', ')}, kept_until)
    VALUES (${places.join(', ')}, $${columns.length + 1}) ON CONFLICT DO NOTHING`;
  // A message that is good now was good a window ago at the earliest, and will be until a window from now.
  const count = `SELECT COUNT(*) AS minutes FROM ${table}_forgotten WHERE kept_until_minute BETWEEN $1 AND $2`;
  return {
    async use(tx, values, now) {
      const [, , { changes }, forgotten] = await together(
        ...forgetSpent(tx, table, key.join(', '), now - CLOCKS_DIFFER_MAX_SECONDS - 60),
        tx.run(insert, [...values, keptUntil(now)]),
        // Read after the insert: an id that another transaction is forgetting meanwhile is free only once that is committed.
        tx.get(count, [Math.floor(now / 60), Math.floor(keptUntil(keptUntil(now)) / 60)]),
      );
      if (changes === 0) return 'used';
      return Number(forgotten?.minutes) === 0 ? 'new' : 'forgotten';
    },
  };
}

/**
 * Says first of which minutes ids are forgotten, then forgets them. What another transaction is at is left to it: nobody
 * waits for its commit.
 */
function forgetSpent(tx: Queries, table: string, key: string, before: number) {
  return [
    tx.run(
      `INSERT INTO ${table}_forgotten (kept_until_minute)
         SELECT DISTINCT kept_until / 60 FROM
           (SELECT kept_until FROM ${table} WHERE kept_until < $1 ORDER BY kept_until LIMIT ${FORGOTTEN_AT_ONCE}) AS oldest
         WHERE -1 =
           (SELECT kept_until_minute FROM ${table}_forgotten WHERE kept_until_minute = -1
             AND EXISTS (SELECT 1 FROM ${table} WHERE kept_until < $1) FOR UPDATE SKIP LOCKED)
         ON CONFLICT DO NOTHING`,
      [before],
    ),
    tx.run(
      `WITH oldest AS MATERIALIZED
         (SELECT ${key}, kept_until FROM ${table} WHERE kept_until < $1
          ORDER BY kept_until LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)
       DELETE FROM ${table} WHERE (${key}) IN
         (SELECT ${key} FROM oldest WHERE kept_until / 60 =
           (SELECT kept_until_minute FROM ${table}_forgotten WHERE kept_until_minute = kept_until / 60))`,
      [before],
    ),
  ] as const;
}
