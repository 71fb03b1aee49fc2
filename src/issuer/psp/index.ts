export {
  type Account,
  type Funding,
  findAccount,
  fundAccount,
  type NewAccount,
  openAccount,
} from './accounts.ts';
export type { InstantPayments } from './instant/index.ts';
export type { Interconnection, Partner, Promotion } from './interconnect/config.ts';
export type { NettingKey, StoredNetting } from './interconnect/netting.ts';
export type { Reconciliation } from './interconnect/reconcile.ts';
export {
  type Audit,
  auditLedger,
  type Leg,
  legsBetween,
  postTransfer,
  reversalOf,
  type Transfer,
} from './ledger.ts';
export { pspMigrations } from './migrations.ts';
export { startNotices } from './notices/worker.ts';
export { payerCodeRoutes } from './payer-codes/routing.ts';
export { DEFAULT_POLICY, type PspPolicy } from './policy.ts';
export {
  type Cashier,
  type CashierConsequence,
  type CashierDecision,
  type CashierEvidence,
  type CashierQuestion,
  type DeviceDirectory,
  type Ledger,
  limitsDecide,
  type PreparedQuestion,
  type PspConfig,
  type RiskDecision,
  type RiskQuestion,
  type StatusAnswer,
  type StatusSource,
  type TrustListSource,
} from './ports.ts';
export { createPsp, type Psp } from './psp.ts';
export { createRemoteStatusList } from './remote-status-list.ts';
export { pspRoutes } from './routes.ts';
export {
  createStatusSource,
  type LocalStatus,
  type RemoteStatus,
  type StatusSourceOptions,
} from './status-source.ts';
export type { SubAccount, SubAccountRequest, SubAccountStatus, SubAccounts } from './sub-accounts/index.ts';
export { type ToolBindingStatus, type ToolBindings, type ToolRequest, toolLock } from './tools.ts';
