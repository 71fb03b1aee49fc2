export { createIssuer, type Issuer } from './app.ts';
export { COMMAND_ROLES } from './commands/index.ts';
export { type CodeDelivery, setPaymentPassword } from './confirmation/index.ts';
export {
  codeLogin,
  createAccountHolder,
  createEnrolmentCode,
  type LoginIdentity,
  type NewAccountHolder,
  type NewEnrolmentCode,
  removeDevice,
  type UserLogin,
} from './devices/index.ts';
export { localStatusOf, type RiskControl, type RiskSuspension } from './iac/index.ts';
export { issuerMigrations } from './migrations.ts';
export type { IssuerPorts, IssuerSide, PaymentSide } from './ports.ts';
export {
  type Account,
  auditLedger,
  createRemoteStatusList,
  createStatusSource,
  findAccount,
  fundAccount,
  type Interconnection,
  type Ledger,
  limitsDecide,
  openAccount,
  type Partner,
  type Promotion,
  type Psp,
  type PspPolicy,
  type RiskDecision,
  type RiskQuestion,
  type StatusAnswer,
  type StatusSource,
} from './psp/index.ts';
export type { ControlProofs } from './signing/index.ts';
