// Generated from schemas/ by `npm run generate`. Do not edit.
import type * as types from './types.ts';

export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
}
export interface Validator<T> {
  (data: unknown): data is T;
  readonly errors?: readonly ValidationError[] | null;
}
export const validatePaymentNeeded: Validator<types.PaymentNeeded>;
export const validatePaymentProof: Validator<types.PaymentProof>;
export const validatePaymentValidation: Validator<types.PaymentValidation>;
export const validateAgentAttestationClaims: Validator<types.AgentAttestationClaims>;
export const validateInstantPurchaseBundle: Validator<types.InstantPurchaseBundle>;
export const validatePurchaseBundle: Validator<types.PurchaseBundle>;
export const validateCart: Validator<types.Cart>;
export const validateCommandClaims: Validator<types.CommandClaims>;
export const validateConfirmationClaims: Validator<types.ConfirmationClaims>;
export const validateEnrolmentClaims: Validator<types.EnrolmentClaims>;
export const validateHolderProofClaims: Validator<types.HolderProofClaims>;
export const validateAgentCard: Validator<types.AgentCard>;
export const validatePaymentCapability: Validator<types.PaymentCapability>;
export const validateCatalogueItem: Validator<types.CatalogueItem>;
export const validateCatalogue: Validator<types.Catalogue>;
export const validateCommandBody: Validator<types.CommandBody>;
export const validateConfirmationCodeAnswer: Validator<types.ConfirmationCodeAnswer>;
export const validateConfirmationBody: Validator<types.ConfirmationBody>;
export const validateDelegationBody: Validator<types.DelegationBody>;
export const validateDeviceEnrolmentBody: Validator<types.DeviceEnrolmentBody>;
export const validateInstantPaymentAnswer: Validator<types.InstantPaymentAnswer>;
export const validateInstantPaymentBody: Validator<types.InstantPaymentBody>;
export const validateIntentTransferAnswer: Validator<types.IntentTransferAnswer>;
export const validateIntentTransferBody: Validator<types.IntentTransferBody>;
export const validateMandateRequestBody: Validator<types.MandateRequestBody>;
export const validateNegotiationAnswer: Validator<types.NegotiationAnswer>;
export const validateNegotiationBody: Validator<types.NegotiationBody>;
export const validatePaymentAnswer: Validator<types.PaymentAnswer>;
export const validatePaymentBody: Validator<types.PaymentBody>;
export const validateQuoteAnswer: Validator<types.QuoteAnswer>;
export const validateQuoteRequestBody: Validator<types.QuoteRequestBody>;
export const validateReleaseAnswer: Validator<types.ReleaseAnswer>;
export const validateReleaseBody: Validator<types.ReleaseBody>;
export const validateSubAccountKeyBody: Validator<types.SubAccountKeyBody>;
export const validateSubAccountRequestBody: Validator<types.SubAccountRequestBody>;
export const validateSubAccountAnswer: Validator<types.SubAccountAnswer>;
export const validateTaskBody: Validator<types.TaskBody>;
export const validateToolRequestBody: Validator<types.ToolRequestBody>;
export const validateValidationAnswer: Validator<types.ValidationAnswer>;
export const validateIacPayload: Validator<types.IacPayload>;
export const validateIntent: Validator<types.Intent>;
export const validateMandateCredential: Validator<types.MandateCredential>;
export const validateMandateClaims: Validator<types.MandateClaims>;
export const validatePaymentRequestClaims: Validator<types.PaymentRequestClaims>;
export const validateProblem: Validator<types.Problem>;
export const validateQuoteClaims: Validator<types.QuoteClaims>;
export const validateReceiptClaims: Validator<types.ReceiptClaims>;
export const validateRefusalClaims: Validator<types.RefusalClaims>;
export const validateShown: Validator<types.Shown>;
export const validateStatusListClaims: Validator<types.StatusListClaims>;
export const validateTransactionConfirmation: Validator<types.TransactionConfirmation>;
export const validateTrustListClaims: Validator<types.TrustListClaims>;
