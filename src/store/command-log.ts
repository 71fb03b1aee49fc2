import { ActError } from '../protocol/errors/index.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../protocol/limits.ts';
import { together } from './together.ts';
import type { Migration, Queries } from './types.ts';

export const commandLogMigrations: readonly Migration[] = [
  {
    id: 'command-log-0001',
    sql: `
CREATE TABLE commands (
  iss TEXT NOT NULL,
  jti TEXT NOT NULL,
  digest TEXT NOT NULL,
  kept_until BIGINT NOT NULL,
  PRIMARY KEY (iss, jti)
);
CREATE INDEX commands_kept_until ON commands (kept_until);
`,
  },
  {
    // The minutes of whose ids some were forgotten, and -1, which who forgets holds. At most one row a minute, for good:
    // a clock that is ahead could not say which of them are old.
    id: 'command-log-0002',
    sql: `
CREATE TABLE commands_forgotten (
  kept_until_minute BIGINT NOT NULL PRIMARY KEY
);
INSERT INTO commands_forgotten (kept_until_minute) VALUES (-1);
`,
  },
];

/**
 * The last second at which a message that is accepted at `now` could still pass the check of its time: it may be
 * dated a skew ahead, and is accepted until a skew after its date.
 */
export function keptUntil(now: number): number {
  return now + 2 * REQUEST_TIME_SKEW_SECONDS;
}

/** By so much the clocks of processes on one database may differ, or one clock go back, before commands are refused. */
const CLOCKS_DIFFER_MAX_SECONDS = 60;

/** A verified act-command+jwt: who gave it, its id, its digest, and the time of the request. */
export interface CommandUse {
  readonly iss: string;
  readonly jti: string;
  readonly digest: string;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * Uses a command up, inside the transaction that does what it says. Keyed on (iss, jti) and not on bytes, because
 * every ES256 message has a twin with other bytes (catalogue J9).
 *
 * A clock that went ahead has ids forgotten before their time. When it comes back, a command that could be one of those is
 * not taken: for four minutes after the clock was wrong, and again once the time has come that it showed meanwhile, for as
 * long as it showed it. How far it was ahead makes no difference.
 *
 * @throws ActError command_duplicate; store_unavailable where the id may have been forgotten
 * @see OA-CMD-02
 */
export async function consumeCommand(tx: Queries, { iss, jti, digest, now }: CommandUse): Promise<void> {
  const [, , { changes }, forgotten] = await together(
    ...forgetSpent(tx, now - CLOCKS_DIFFER_MAX_SECONDS - 60),
    tx.run(
      'INSERT INTO commands (iss, jti, digest, kept_until) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [iss, jti, digest, keptUntil(now)],
    ),
    // Read after the insert: an id that another transaction is forgetting meanwhile is free only once that is committed.
    // A message that is good now was good a window ago at the earliest, and will be until a window from now.
    tx.get('SELECT COUNT(*) AS minutes FROM commands_forgotten WHERE kept_until_minute BETWEEN $1 AND $2', [
      Math.floor(now / 60),
      Math.floor(keptUntil(keptUntil(now)) / 60),
    ]),
  );
  if (changes === 0) throw new ActError('command_duplicate');
  if (Number(forgotten?.minutes) !== 0)
    throw new ActError('store_unavailable', { rule: 'command_may_be_forgotten' });
}

/**
 * Says first of which minutes ids are forgotten, then forgets them. What another transaction is at is left to it: nobody
 * waits for its commit.
 */
function forgetSpent(tx: Queries, before: number) {
  return [
    tx.run(
      `INSERT INTO commands_forgotten (kept_until_minute)
         SELECT DISTINCT kept_until / 60 FROM commands WHERE kept_until < $1 AND -1 =
           (SELECT kept_until_minute FROM commands_forgotten WHERE kept_until_minute = -1
             AND EXISTS (SELECT 1 FROM commands WHERE kept_until < $1) FOR UPDATE SKIP LOCKED)
         ON CONFLICT DO NOTHING`,
      [before],
    ),
    tx.run(
      `DELETE FROM commands WHERE (iss, jti) IN
         (SELECT iss, jti FROM commands WHERE kept_until < $1 AND kept_until / 60 =
           (SELECT kept_until_minute FROM commands_forgotten WHERE kept_until_minute = kept_until / 60)
           FOR UPDATE SKIP LOCKED)`,
      [before],
    ),
  ] as const;
}
