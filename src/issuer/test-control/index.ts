export { createTestControl, type TestControlDeps } from './app.ts';
export { createOutages, type Outages } from './outages.ts';
export { readTestControl, type TestControlSettings } from './settings.ts';
