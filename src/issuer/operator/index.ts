export { createOperatorApp, type OperatorDeps } from './app.ts';
export { type OperatorSettings, readOperator } from './settings.ts';
