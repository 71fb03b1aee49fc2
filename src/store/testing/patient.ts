import { type Migration, openStore, type Store } from '../index.ts';
import type { PostgresLimits } from '../postgres/connection.ts';

/** For tests of what is decided, not of how soon: many that meet take their time on a slow machine. */
export const PATIENT: Omit<PostgresLimits, 'connections'> = {
  connectMilliseconds: 60_000,
  lockMilliseconds: 60_000,
  statementMilliseconds: 60_000,
  transactionMilliseconds: 90_000,
  olderMilliseconds: 60_000,
  roomMilliseconds: 600_000,
};

/** As `openStore`, but PostgreSQL is waited for as long as it takes. */
export async function openPatiently(location: string, migrations: readonly Migration[]): Promise<Store> {
  if (!location.startsWith('postgres')) return openStore(location, migrations);
  const { openPostgresStore } = await import('../postgres/store.ts');
  return openPostgresStore(location, migrations, PATIENT);
}
