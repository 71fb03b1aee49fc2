import { ActError } from '../protocol/errors/index.ts';
import { createSpentLog, forgottenMigration } from './spent-log.ts';
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
  forgottenMigration('command-log-0002', 'commands'),
];

const commands = createSpentLog('commands', ['iss', 'jti'], ['digest']);

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
 * @throws ActError command_duplicate; store_unavailable where a clock that was ahead may have forgotten the id
 * @see OA-CMD-02
 */
export async function consumeCommand(tx: Queries, { iss, jti, digest, now }: CommandUse): Promise<void> {
  const use = await commands.use(tx, [iss, jti, digest], now);
  if (use === 'used') throw new ActError('command_duplicate');
  if (use === 'forgotten') throw new ActError('store_unavailable', { rule: 'command_may_be_forgotten' });
}
