export { createTestControl, type TestControlDeps } from './app.ts';
export { createOutages, type Outages } from './outages.ts';
