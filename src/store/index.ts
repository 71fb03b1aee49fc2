export { type CommandUse, commandLogMigrations, consumeCommand, keptUntil } from './command-log.ts';
export { openStore } from './open.ts';
export { StoreOpenError, type StoreOpenReason } from './open-error.ts';
export { takesTransactions } from './takes-transactions.ts';
export type { Migration, Queries, Row, SqlValue, Store, Transaction } from './types.ts';
