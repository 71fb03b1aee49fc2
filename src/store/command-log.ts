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
];

/**
 * The last second at which a message that is accepted at `now` could still pass the check of its time: it may be
 * dated a skew ahead, and is accepted until a skew after its date.
 */
export function keptUntil(now: number): number {
  return now + 2 * REQUEST_TIME_SKEW_SECONDS;
}

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
 * @throws ActError command_duplicate
 * @see OA-CMD-02
 */
export async function consumeCommand(tx: Queries, { iss, jti, digest, now }: CommandUse): Promise<void> {
  const [, { changes }] = await together(
    // What another transaction is deleting is left to it: nobody waits for its commit.
    tx.run(
      `DELETE FROM commands WHERE (iss, jti) IN
         (SELECT iss, jti FROM commands WHERE kept_until < $1 FOR UPDATE SKIP LOCKED)`,
      [now],
    ),
    tx.run(
      'INSERT INTO commands (iss, jti, digest, kept_until) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [iss, jti, digest, keptUntil(now)],
    ),
  );
  if (changes === 0) throw new ActError('command_duplicate');
}
