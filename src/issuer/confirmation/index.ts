export type { Decision, DecisionHandler } from './decision.ts';
export { type CodeDelivery, isGoodScanCode, setPaymentPassword } from './factors/index.ts';
export { confirmationMigrations } from './migrations.ts';
export type { ConfirmationKind, PendingConfirmation, Question, StoredConfirmation } from './question.ts';
export { addConfirmationRoutes } from './routes.ts';
export {
  type ConfirmationDeps,
  type ConfirmationService,
  createConfirmationService,
  type InboxEntry,
} from './service.ts';
export {
  renderMandateSummary,
  renderPaymentSummary,
  renderSubAccountSummary,
  renderToolSummary,
} from './summary.ts';
