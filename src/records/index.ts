export { type AnchorPosition, type AnchorSink, type Delivery, deliverDue } from './deliver.ts';
export { recordMigrations } from './migrations.ts';
export { observeRecords } from './observe.ts';
export { type Happening, writeEvent } from './outbox.ts';
export { allRecords, backlog, findRecord, type RecordFilter } from './read.ts';
export { type Completion, insertRecord, type RecordingDeps, recordWaiting } from './record.ts';
export { type RecordWorker, type RecordWorkerDeps, startRecords } from './worker.ts';
