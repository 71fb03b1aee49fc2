export { createTestControl, type TestControlDeps } from './app.ts';
export { createOutages, type Outages, type RecordKeys } from './outages.ts';
export { type Restartable, restartable } from './restartable.ts';
