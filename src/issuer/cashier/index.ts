export { type CashierDeps, createCashier } from './cashier.ts';
export { addCashierPage } from './routes.ts';
