export { type CreditControlDeps, createCreditControl } from './app.ts';
