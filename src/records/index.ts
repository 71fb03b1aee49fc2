export { type AnchorSinkDeps, createAnchorSink, queryAnchor } from './anchor-sink.ts';
export { backupRecords, exportRecords, type Restored, readBackup, restoreRecords } from './backup.ts';
export { connectLog, type LogConnection, readLogUrl } from './connect.ts';
export { type AnchorPosition, type AnchorSink, type Delivery, deliverDue } from './deliver.ts';
export { recordMigrations } from './migrations.ts';
export { observeRecords } from './observe.ts';
export { type Happening, writeEvent } from './outbox.ts';
export {
  allRecords,
  backlog,
  findRecord,
  type RecordFilter,
  recordsOfMandate,
  recordsOfOrder,
  recordsOfTrade,
} from './read.ts';
export { type Completion, insertRecord, type RecordingDeps, recordWaiting } from './record.ts';
export { type RecordWorker, type RecordWorkerDeps, startRecords } from './worker.ts';
