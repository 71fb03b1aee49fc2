import type {
  AgentAttestationClaims,
  AnchorClaims,
  CommandClaims,
  ConfirmationClaims,
  CreditAnswerClaims,
  CreditApplicationClaims,
  CreditAuthorizationClaims,
  CreditMappingClaims,
  CreditRequestClaims,
  CreditStatusClaims,
  EnrolmentClaims,
  FindingClaims,
  HolderProofClaims,
  MandateClaims,
  PaymentRequestClaims,
  QuoteClaims,
  ReceiptClaims,
  RefusalClaims,
  StatusListClaims,
  TrustListClaims,
} from '../generated/types.ts';

/** The claims of each signed message, by its short name. */
export interface ClaimsOf {
  mandate: MandateClaims;
  confirmation: ConfirmationClaims;
  enrolment: EnrolmentClaims;
  attestation: AgentAttestationClaims;
  paymentRequest: PaymentRequestClaims;
  quote: QuoteClaims;
  receipt: ReceiptClaims;
  refusal: RefusalClaims;
  command: CommandClaims;
  holderProof: HolderProofClaims;
  statusList: StatusListClaims;
  trustList: TrustListClaims;
  anchor: AnchorClaims;
  finding: FindingClaims;
  creditApplication: CreditApplicationClaims;
  creditMapping: CreditMappingClaims;
  creditRequest: CreditRequestClaims;
  creditAnswer: CreditAnswerClaims;
  creditAuthorization: CreditAuthorizationClaims;
  creditStatus: CreditStatusClaims;
}

export type MessageKind = keyof ClaimsOf;

/** The exact `typ` of each signed message (spec: Registrations). */
export const TYP: Readonly<Record<MessageKind, string>> = {
  mandate: 'act-mandate+jwt',
  confirmation: 'act-confirmation+jwt',
  enrolment: 'act-enrolment+jwt',
  attestation: 'act-agent+jwt',
  paymentRequest: 'act-payment-request+jwt',
  quote: 'act-quote+jwt',
  receipt: 'act-receipt+jwt',
  refusal: 'act-refusal+jwt',
  command: 'act-command+jwt',
  holderProof: 'act-holder+jwt',
  statusList: 'statuslist+jwt',
  trustList: 'act-trust-list+jwt',
  anchor: 'act-anchor+jwt',
  finding: 'act-finding+jwt',
  creditApplication: 'act-credit-application+jwt',
  creditMapping: 'act-credit-mapping+jwt',
  creditRequest: 'act-credit-request+jwt',
  creditAnswer: 'act-credit-answer+jwt',
  creditAuthorization: 'act-credit-authorization+jwt',
  creditStatus: 'act-credit-status+jwt',
};
