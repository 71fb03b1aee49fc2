export { type CommandUse, commandLogMigrations, consumeCommand, keptUntil } from './command-log.ts';
export { beat, heartbeatMigration } from './heartbeat.ts';
export { adoptFile, openServerStore, openStore } from './open.ts';
export { StoreOpenError, type StoreOpenReason } from './open-error.ts';
export { together } from './together.ts';

export type { LastChange, Migration, Queries, Row, SqlValue, Store, Transaction } from './types.ts';
