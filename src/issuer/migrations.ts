import { commandLogMigrations, heartbeatMigration, type Migration } from '../store/index.ts';
import { confirmationMigrations } from './confirmation/index.ts';
import { deviceMigrations } from './devices/index.ts';
import { iacMigrations } from './iac/index.ts';
import { pspMigrations } from './psp/index.ts';
import { signingMigrations } from './signing/index.ts';

/** Every migration of the account side's database, in order. */
export const issuerMigrations: readonly Migration[] = [
  ...commandLogMigrations,
  ...signingMigrations,
  ...deviceMigrations,
  ...confirmationMigrations,
  ...iacMigrations,
  ...pspMigrations,
  heartbeatMigration,
];
