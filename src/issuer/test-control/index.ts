export { createTestControl, type TestControlDeps } from './app.ts';
export { type MovableClock, movableClock } from './clock.ts';
export { readTestControl, type TestControlSettings } from './settings.ts';
