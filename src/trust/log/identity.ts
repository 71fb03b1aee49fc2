import { StartError } from '../../http/index.ts';
import type { Store } from '../../store/index.ts';

/**
 * Writes down, once, which log a database keeps. Another log that went on with its tree would sign for entries of the
 * first one, and whoever has kept a checkpoint of that would take it for rewritten.
 *
 * @param origin the name in the checkpoints of the log
 * @throws StartError when the database keeps another log
 */
export async function keepLogIdentity(store: Store, origin: string): Promise<void> {
  const kept = await store.transact(async (tx) => {
    await tx.run('INSERT INTO log_identity (one, origin) VALUES (1, $1) ON CONFLICT (one) DO NOTHING', [
      origin,
    ]);
    return (await tx.get('SELECT origin FROM log_identity WHERE one = 1'))?.origin;
  });
  if (kept !== origin) {
    throw new StartError(`The database keeps the log ${String(kept)}, not ${origin} (OPENACT_LOG_ID).`);
  }
}
