export { CLOCKS_DIFFER_MAX_SECONDS } from './clocks.ts';
export { type CommandUse, commandLogMigrations, consumeCommand } from './command-log.ts';
export { beyondEveryWait, findDue } from './due.ts';
export { beat, heartbeatMigration } from './heartbeat.ts';
export { adoptFile, openServerStore, openStore } from './open.ts';
export { StoreOpenError, type StoreOpenReason } from './open-error.ts';
export { newOrderedId } from './ordered-id.ts';
export {
  createSpentLog,
  FORGOTTEN_AT_ONCE,
  forgottenMigration,
  keptUntil,
  type SpentLog,
  type Use,
} from './spent-log.ts';
export { together } from './together.ts';

export type { LastChange, Migration, Queries, Row, SqlValue, Store, Transaction } from './types.ts';
