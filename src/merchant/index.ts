export type { A402Offer } from './a402/bill.ts';
export { createSeller, type Seller } from './a402/seller.ts';
export { createMerchant, type Merchant } from './app.ts';
export {
  type ConfiguredItem,
  type ConfirmationPolicy,
  type Coupon,
  type MerchantConfig,
  type MerchantSettings,
  merchantSettings,
  readMerchantConfig,
} from './config.ts';
export type { MerchantDeps } from './deps.ts';
export { merchantMigrations } from './migrations.ts';
export type { OrderView } from './orders/read.ts';
export { sellerChecks } from './readiness.ts';
