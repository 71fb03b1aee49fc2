export { type CashierDeps, createCashier } from './cashier.ts';
