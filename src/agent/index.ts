export { type BuyingFetch, type BuyingInit, createBuyingFetch } from './a402/buyer.ts';
export type { Wallet } from './a402/pay.ts';
export type { ConfirmedWallet } from './a402/pay-confirmed.ts';
export { createAgentApp } from './app.ts';
export { runAgentCli } from './cli.ts';
export {
  type AgentConfig,
  type AgentContext,
  type AgentDeps,
  type AgentKey,
  type AgentRuntime,
  type AgentSettings,
  agentContext,
  agentSettings,
  type MerchantAddress,
} from './config.ts';
export { decide } from './decision/decide.ts';
export { type ConfirmedUse, type Objection, type Offer, objectionsTo } from './decision/prechecks.ts';
export type { DecisionRecord, JudgedCandidate, LoggedDecision } from './decision/record.ts';
export { discoverCapability, type PaymentNeed, type SellerCapability } from './discovery/capability.ts';
export { answerDraft, type DraftContext, draftIntent, type IntentDraft } from './intent/draft.ts';
export { finalizeIntent } from './intent/finalize.ts';
export type { Question } from './intent/questions.ts';
export type {
  Finding,
  IntentField,
  IntentReader,
  IntentValues,
  ReadingContext,
  Utterance,
} from './intent/reader.ts';
export { type ContextSource, readConversation } from './intent/reference.ts';
export { ruleReader } from './intent/rule-reader.ts';
export { summarize } from './intent/summary.ts';
export type { GrantedMandate } from './mandate/granted.ts';
export { type MandateProgress, readMandate, requestMandate } from './mandate/request.ts';
export { SELECTED_MEMBERS, selectIac } from './mandate/select.ts';
export { agentMigrations } from './migrations.ts';
export { startRecording } from './recording.ts';
export {
  proveKey,
  readSubAccount,
  requestSubAccount,
  type SubAccountKey,
} from './sub-account/sub-account.ts';
export { type Agent, createAgent } from './tasks/agent.ts';
export type { PurchaseView, TaskView } from './tasks/task.ts';
