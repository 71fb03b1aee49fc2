export { recheckHolderProof, verifyPaymentProof } from './a402.ts';
export { type VerifiedAnchor, verifyAnchor } from './anchor.ts';
export { assertAnchored, assertConsistent } from './anchor-proof.ts';
export { verifyAttestation } from './attestation.ts';
export { AUTONOMY, type AutonomyLevel, type AutonomyRow } from './autonomy.ts';
export {
  type Accepted,
  assertAccepted,
  type Check,
  type CheckLine,
  type CheckResult,
  clauseHeld,
  type Judgement,
  judgeNow,
  type Obligation,
  type ObligationKind,
  type Refusal,
  type RefusalSummary,
  type Refused,
  type Verified,
} from './check.ts';
export { verifyCommand } from './command.ts';
export { verifyConfirmation } from './confirmation.ts';
export {
  type CreditOutcome,
  creditOutcomeOf,
  verifyCreditAnswer,
  verifyCreditCredential,
  verifyCreditRequest,
  verifyCreditStatus,
} from './credit.ts';
export { verifyHandingDown } from './delegation.ts';
export { accountOf } from './dispute/account.ts';
export {
  DISPUTE_BUNDLE_MAX_BYTES,
  type DisputeContext,
  type DisputeJudgement,
  sealDispute,
  verifyDispute,
} from './dispute/bundle.ts';
export { type Finding, type Findings, findingOf } from './dispute/policy.ts';
export { type JudgedRecord, judgeRecord } from './dispute/record-verdict.ts';
export { verifyEnrolment } from './enrolment.ts';
export { type InspectedToken, inspectToken } from './explain.ts';
export type { AskedRequest, ProofContext, ProofFacts, ProofInput, ProofState } from './facts/a402.ts';
export type { CommandAction, CommandContext, CommandFacts, CommandKey } from './facts/command.ts';
export type { ConfirmationContext, ConfirmationFacts, ConfirmationInput } from './facts/confirmation.ts';
export type {
  CreditVerificationState,
  ExpectedCreditAnswer,
  ExpectedCreditStatus,
  OnCreditAnswer,
  OnCreditRequest,
  OnCreditStatus,
} from './facts/credit.ts';
export { discountsFor } from './facts/discounts.ts';
export type { ExpectedFinding, FindingFacts } from './facts/finding.ts';
export type { InstantContext, InstantFacts, InstantInput } from './facts/instant.ts';
export type { InstantPurchaseFacts } from './facts/instant-purchase.ts';
export type { InstructionFacts } from './facts/instruction.ts';
export type { IntentFacts } from './facts/intent.ts';
export type { AttestationFacts, EnrolmentFacts } from './facts/key-statements.ts';
export type { MandateFacts } from './facts/mandate.ts';
export type {
  AncestorState,
  KnownState,
  LiveStatus,
  PaymentFacts,
  PaymentState,
  RequestFacts,
  SubAccountState,
  ToolState,
  Usage,
} from './facts/payment.ts';
export { BUNDLE_MAX_BYTES, type PurchaseContext, type PurchaseFacts } from './facts/purchase.ts';
export type { CartFacts, CartLine, QuoteFacts } from './facts/quote.ts';
export type { ExpectedOrder, OnReceipt, ReceiptFacts } from './facts/receipt.ts';
export type { ExpectedRefusal, RefusalFacts } from './facts/refusal.ts';
export type { TrustContext } from './facts/signer.ts';
export type { ListedStatus, StatusListFacts } from './facts/status-list.ts';
export type { Terms } from './facts/terms.ts';
export type { PinnedKeys } from './facts/trust-list.ts';
export { verifyFinding } from './finding.ts';
export { verifyInstantPurchase } from './instant-purchase.ts';
export {
  type InstantState,
  recheckInstantInTransaction,
  verifyConfirmedRequest,
  verifyInstantRequest,
} from './instant-request.ts';
export { assertCertified } from './institution.ts';
export { verifyInstruction } from './instruction.ts';
export { verifyIntentSelection } from './intent.ts';
export {
  isMandateGenuine,
  type MandateContext,
  type MandateJudgementFacts,
  verifyIac,
  verifyMandate,
} from './mandate.ts';
export {
  type PaymentContext,
  type PaymentInput,
  recheckInTransaction,
  recheckReplay,
  verifyPaymentRequest,
} from './payment-request.ts';
export { verifyPurchase } from './purchase.ts';
export { type QuoteJudgementFacts, verifyQuote } from './quote.ts';
export { verifyReceipt } from './receipt.ts';
export {
  ANCHOR_RETRIES,
  ANCHOR_TIMEOUT_MILLISECONDS,
  believedAnchor,
  CHAIN_MAX_RECORDS,
  type ChainBreak,
  type ChainJudgement,
  type FoundAnchor,
  type FoundKey,
  keyFromTrustList,
  type RecordJudgement,
  type RecordPorts,
  VERDICTS,
  type Verdict,
  type VerificationStep,
  verifyChain,
  verifyRecord,
} from './records/index.ts';
export { verifyRefusal } from './refusal.ts';
export { verifyStatusList } from './status-list.ts';
export { leafKeyOf } from './trust/leaf-key.ts';
export { logIdOf, logKeysOf, originOf } from './trust/log-keys.ts';
export { trustListAt } from './trust/status-at.ts';
export type { Role, TrustEntry, TrustList } from './trust/trust-list.ts';
export { openTrustList } from './trust-list.ts';
