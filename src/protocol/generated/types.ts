// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * Claims of act-anchor+jwt: what the log keeps of an attestation record (TSD-ATT-OCA). iss is the submitter.
 */
export type AnchorClaims = {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  record_id: string;
  /**
   * Of the structure of the record.
   */
  version: '1';
  /**
   * The registered event types (TSD-ATT-EVT).
   */
  event_type:
    | 'act:delegation:intent-created'
    | 'act:delegation:delegation-issued'
    | 'act:delegation:delegation-suspended'
    | 'act:delegation:delegation-resumed'
    | 'act:delegation:delegation-revoked'
    | 'act:delegation:delegation-expired'
    | 'act:commerce:decision-logged'
    | 'act:commerce:cart-confirmed'
    | 'act:payment:transaction-completed'
    | 'act:commerce:fulfillment-completed';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  event_time: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  intent_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  delegation_id?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  order_no?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no?: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  payload_hash: string;
  /**
   * SHA-256, or SM3 (GB/T 32905).
   */
  hash_algorithm: 'SHA-256' | 'SM3';
  /**
   * base64url of at least 16 random bytes: who knows it may read what was anchored under it.
   */
  privacy_channel: string;
  /**
   * Changes nothing of the rest, and holds nothing that names a person or says what was bought.
   */
  ext?: {
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    [k: string]: string;
  };
};
/**
 * The payload of an Intent Authorization Credential (IAC), ADD-IAC-ISS. Defaults are applied by readers, never written in.
 */
export type IacPayload = {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  delegation_id: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  delegator_identity: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_start_time: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_end_time: string;
  /**
   * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
   */
  max_total_amount: number;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  intent_id?: string;
  conversation_history?: ConversationHistory;
  /**
   * Default SPECIFIED.
   */
  delegation_mode?: 'SPECIFIED' | 'BOUNDED';
  /**
   * ISO 4217 code.
   */
  currency?: string;
  /**
   * @minItems 1
   * @maxItems 16
   *
   * Items: A name in the urn:act namespace.
   */
  allowed_payment_methods?: string[];
  /**
   * How the user was verified (registered values of this profile).
   */
  user_confirmation_method?: 'FACE' | 'FINGERPRINT' | 'PASSWORD' | 'OTP' | 'GAZE' | 'VOICE' | 'QR';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  user_confirmation_timestamp?: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  source_isr_digest?: string;
  ext?: Ext;
};
/**
 * The user's raw intent, or its digest with a reference to it (ADD-INT-ICS).
 */
export type ConversationHistory = {
  user_intent_raw?:
    | string
    | {
        role: string;
        content: string;
        /**
         * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
         */
        create_time: string;
      }[];
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  user_intent_raw_digest?: string;
  /**
   * @minItems 1
   * @maxItems 5
   */
  input_mode?: ('TEXT' | 'VOICE' | 'IMAGE' | 'INTERACTIVE_CARD' | 'OTHER')[];
  context_ref?: string;
};
/**
 * @minItems 1
 * @maxItems 64
 *
 * Items: A category name of the deployment.
 */
export type AllowedCategories = string[];
/**
 * @minItems 1
 * @maxItems 64
 *
 * Items: An ACT identifier, compared byte by byte.
 */
export type AllowedMerchants = string[];
/**
 * @minItems 1
 * @maxItems 100
 */
export type Lines = {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  item_id: string;
  name: string;
  /**
   * A category name of the deployment.
   */
  category: string;
  quantity: number;
  /**
   * An amount as a decimal string, in major units.
   */
  unit_price: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
}[];
/**
 * Claims of act-credit-answer+jwt: the signed result of a verification (TSD-CRD-VER). It decides nothing.
 */
export type CreditAnswerClaims = {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  request_id: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  completed_level: 'NONE' | 'CREDENTIAL' | 'ASSOCIATED_CREDIT';
  result: CreditResult;
  reason: CreditReason;
  credential_status: 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | 'EXPIRED' | 'NOT_DISCLOSED';
  /**
   * A business purpose.
   */
  purpose: string;
  purpose_limited: true;
  scope: CreditScope;
  /**
   * Whose credit it is: the associated subject’s, never the agent’s own.
   */
  credit_source?: 'ASSOCIATED_CREDIT';
  mapped_value?: MappedCredit;
  mapping_policy?: MappingPolicy;
  usage_bound?: CreditBound;
  assertion_valid?: boolean;
  status_query?: CreditStatusQuery;
  use_restrictions?: CreditUseRestrictions;
};
/**
 * The four results of a verification (TSD-CRD-VER).
 */
export type CreditResult = 'PASS' | 'FAIL' | 'INCONCLUSIVE' | 'REVIEW_REQUIRED';
/**
 * The eighteen reason codes of TSD-CRD-VER.
 */
export type CreditReason =
  | 'VERIFIED'
  | 'INVALID_REQUEST'
  | 'REQUEST_PROOF_INVALID'
  | 'REQUEST_EXPIRED'
  | 'REPLAY_DETECTED'
  | 'AUTHORIZATION_REQUIRED'
  | 'AUTHORIZATION_EXPIRED'
  | 'AUTHORIZATION_REVOKED'
  | 'AUTHORIZATION_SCOPE_MISMATCH'
  | 'AGENT_NOT_REGISTERED'
  | 'ASSOCIATION_CREDENTIAL_NOT_FOUND'
  | 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE'
  | 'ASSOCIATION_PROOF_INVALID'
  | 'CREDIT_ASSERTION_UNAVAILABLE'
  | 'CREDIT_ASSERTION_INVALID'
  | 'MAPPING_POLICY_UNSUPPORTED'
  | 'INCONCLUSIVE'
  | 'REVIEW_REQUIRED';
/**
 * What the associated subject is to the agent.
 */
export type CreditRole = 'DEVELOPER' | 'DEPLOYER' | 'OPERATOR' | 'CONTROLLER' | 'RESPONSIBLE_PARTY';
/**
 * How the associated subject has confirmed.
 */
export type CreditConfirmation = 'DIRECT_SIGNATURE' | 'ATTESTED_CONFIRMATION';
/**
 * One way of authorising queries: each by itself, or a platform beforehand (TSD-CRD-AUTH).
 */
export type CreditMode = 'PER_REQUEST' | 'PLATFORM_PROXY';
/**
 * The ways in which the subject will authorise queries, and no other.
 *
 * @minItems 1
 * @maxItems 2
 */
export type CreditModes = CreditMode[];
/**
 * How the subject revokes. SIGNED_COMMAND: by its own signed command alone. SERVICE_REQUEST: also through the credit service, which carries it out for a subject that it has verified.
 */
export type CreditRevocation = 'SIGNED_COMMAND' | 'SERVICE_REQUEST';
/**
 * What may be, or is to be, told.
 *
 * @minItems 1
 * @maxItems 5
 */
export type CreditDataItems = (
  'credential_status' | 'mapped_value' | 'mapping_policy' | 'usage_bound' | 'assertion_valid'
)[];
/**
 * CREDENTIAL: the association alone. ASSOCIATED_CREDIT: the credit information too.
 */
export type CreditLevel = 'CREDENTIAL' | 'ASSOCIATED_CREDIT';
/**
 * Lifecycle of a credit association (TSD-CRD-LCM).
 */
export type CreditState = 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | 'EXPIRED';
/**
 * Why a state was entered: reasons are recorded, and are no states of their own.
 */
export type CreditCause =
  | 'APPLIED'
  | 'ISSUED'
  | 'WITHDRAWN'
  | 'SUBJECT_REQUEST'
  | 'RISK'
  | 'REASSESSMENT'
  | 'EVIDENCE_ROTATED'
  | 'CONTROL_CHANGED'
  | 'KEY_COMPROMISE_SUSPECTED'
  | 'OPERATOR_CHANGED'
  | 'SUBJECT_IRREGULAR'
  | 'PERIOD_REACHED'
  | 'RESUMED'
  | 'CONFIRMED_UNCHANGED'
  | 'REVERIFICATION_FAILED'
  | 'REPLACED'
  | 'TERM_ENDED';
/**
 * An off-chain record of one business event, kept by whoever it happened to (TSD-ATT-OFF).
 */
export type AttestationRecord = {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  record_id: string;
  /**
   * The registered event types (TSD-ATT-EVT).
   */
  event_type:
    | 'act:delegation:intent-created'
    | 'act:delegation:delegation-issued'
    | 'act:delegation:delegation-suspended'
    | 'act:delegation:delegation-resumed'
    | 'act:delegation:delegation-revoked'
    | 'act:delegation:delegation-expired'
    | 'act:commerce:decision-logged'
    | 'act:commerce:cart-confirmed'
    | 'act:payment:transaction-completed'
    | 'act:commerce:fulfillment-completed';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  event_time: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  record_time: string;
  /**
   * Of this structure: readers choose by it how to read.
   */
  version: '1';
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  intent_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  delegation_id?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  order_no?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  upstream_record_ref?: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  salt: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  payload_hash: string;
  /**
   * SHA-256, or SM3 (GB/T 32905).
   */
  hash_algorithm: 'SHA-256' | 'SM3';
  /**
   * Whoever made the record stands first; nobody stands twice in one role.
   *
   * @minItems 1
   * @maxItems 8
   */
  participants: RecordParticipant[];
  /**
   * What happened, by event_type. No identity data and no account numbers; what is sensitive stands as *_digest.
   */
  event_body: {};
  /**
   * Each over the whole record except this member (RFC 8785).
   *
   * @minItems 1
   * @maxItems 8
   */
  signatures: RecordSignature[];
};
export type RecordSignature = {
  /**
   * An ACT identifier, compared byte by byte.
   */
  signer: string;
  algorithm: 'ES256' | 'Ed25519';
  /**
   * base64url of 64 bytes.
   */
  value: string;
  scope: 'RECORD_EXCEPT_SIGNATURES';
  /**
   * An institution's certificate, leaf first.
   *
   * @minItems 1
   * @maxItems 3
   *
   * Items: base64 (not url-safe) of a DER certificate.
   */
  x5c?: string[];
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  kid?: string;
  /**
   * A compact JWS.
   */
  attestation?: string;
};
/**
 * Body of POST /credit/credentials/{credential_id}/confirmation: the inner signature, or a command credit.confirm over the digest of the association.
 */
export type CreditConfirmationBody = {
  subject_signature?: CreditSubjectSignature;
  /**
   * A compact JWS.
   */
  command?: string;
} & {
  [k: string]: unknown;
};
/**
 * What the user wants: words, or a conversation as ACT writes it down.
 */
export type TaskBody = {
  utterance?: string;
  conversation_history?: ConversationHistory;
  /**
   * An ACT identifier, compared byte by byte.
   */
  delegator_identity?: string;
  level?: 'act:L1';
} & {
  [k: string]: unknown;
};
/**
 * Claims of act-payment-request+jwt: an agent asks a payment service to pay one quote.
 */
export type PaymentRequestClaims = {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * ACT payment level.
   */
  level: 'act:L1' | 'act:L2' | 'act:L3';
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  quote_digest: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * An amount as a decimal string, in major units.
   */
  payer_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * A name in the urn:act namespace.
   */
  method_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  payment_tool_ref: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  intent_id?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  delegation_id?: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  mandate_digest?: string;
  /**
   * Where the mandate asks for it: for whom, as which build and with which key the agent runs. The key proves this request beside it.
   */
  runtime?: {
    /**
     * An ACT identifier, compared byte by byte.
     */
    delegator_identity: string;
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    agent_version_digest: string;
    /**
     * A public key: P-256 or Ed25519.
     */
    jwk:
      | {
          kty: 'EC';
          crv: 'P-256';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          y: string;
        }
      | {
          kty: 'OKP';
          crv: 'Ed25519';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
        };
  };
  /**
   * What set the payment off: a tap, or a code that was scanned. Either carries a merchant's order to the agent, and confirms nothing.
   */
  trigger?: 'TAP' | 'SCAN';
  /**
   * What the payment service itself takes off, by its own promotion; beside the discounts of the quote.
   *
   * @minItems 1
   * @maxItems 4
   */
  discounts?: WalletDiscount[];
};
/**
 * event_body of act:payment:transaction-completed: the money has moved. Who let it: a mandate, or at act:L1 a confirmation; or another payment service, which has judged either, at the one that credits the merchant on its instruction.
 */
export type TransactionCompletedBody = {
  /**
   * An ACT identifier, compared byte by byte.
   */
  merchant: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  quote_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  request_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  mandate_digest?: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  confirmation_digest?: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * An amount as a decimal string, in major units.
   */
  payer_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * A402 trade state.
   */
  state:
    | 'CREATE'
    | 'WAIT_BUYER_PAY'
    | 'WAIT_SELLER_FULFILLMENT'
    | 'WAIT_BUYER_RECEIPT'
    | 'TRADE_FINISHED'
    | 'TRADE_CLOSED';
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  authorization_digest?: string;
  peer?: PeerTrade1;
} & {
  [k: string]: unknown;
};

export interface AllMessages {
  PaymentNeeded: PaymentNeeded;
  PaymentProof: PaymentProof;
  PaymentValidation: PaymentValidation;
  AgentAttestationClaims: AgentAttestationClaims;
  AnchorClaims: AnchorClaims;
  InstantPurchaseBundle: InstantPurchaseBundle;
  PurchaseBundle: PurchaseBundle;
  Cart: Cart;
  CommandClaims: CommandClaims;
  ConfirmationClaims: ConfirmationClaims;
  CreditAnswerClaims: CreditAnswerClaims;
  CreditApplicationClaims: CreditApplicationClaims;
  CreditAssociation: CreditAssociation;
  CreditAuthorizationClaims: CreditAuthorizationClaims;
  CreditCredential: CreditCredential;
  CreditMappingClaims: CreditMappingClaims;
  CreditRegister: CreditRegister;
  CreditRequestClaims: CreditRequestClaims;
  CreditStatusClaims: CreditStatusClaims;
  DisputeBundle: DisputeBundle;
  EnrolmentClaims: EnrolmentClaims;
  FindingClaims: FindingClaims;
  HolderProofClaims: HolderProofClaims;
  AgentCard: AgentCard;
  AnchorListBody: AnchorListBody;
  AnchorRequestBody: AnchorRequestBody;
  AnchoredBody: AnchoredBody1;
  AssignmentProof: AssignmentProof;
  AssignmentBody: AssignmentBody;
  Assignment: Assignment;
  PaymentCapability: PaymentCapability;
  CatalogueItem: CatalogueItem;
  Catalogue: Catalogue;
  ClearingArrivalBody: ClearingArrivalBody;
  ClearingNettingBody: ClearingNettingBody;
  ClearingSettlementBody: ClearingSettlementBody;
  ClearingSpanBody: ClearingSpanBody;
  CommandBody: CommandBody;
  CompensationAnswer: CompensationAnswer;
  CompensationBody: CompensationBody;
  ConfirmationCodeAnswer: ConfirmationCodeAnswer;
  ConfirmationBody: ConfirmationBody;
  CreditApplicationBody: CreditApplicationBody;
  CreditAuthorizationBody: CreditAuthorizationBody;
  CreditConfirmationBody: CreditConfirmationBody;
  CreditCredentialBody: CreditCredentialBody;
  CreditDraftBody: CreditDraftBody;
  CreditQuestionsBody: CreditQuestionsBody;
  CreditRecordBody: CreditRecordBody;
  CreditVerificationBody: CreditVerificationBody;
  DelegationBody: DelegationBody;
  DeviceEnrolmentBody: DeviceEnrolmentBody;
  DisputeEvidenceBody: DisputeEvidenceBody;
  DisputeRequestBody: DisputeRequestBody;
  DisputeBody: DisputeBody;
  InstantPaymentAnswer: InstantPaymentAnswer;
  InstantPaymentBody: InstantPaymentBody;
  IntentTransferAnswer: IntentTransferAnswer;
  IntentTransferBody: IntentTransferBody;
  InterconnectAnswer: InterconnectAnswer;
  InterconnectNettingBody: InterconnectNettingBody;
  InterconnectPaymentBody: InterconnectPaymentBody;
  InterconnectRefundBody: InterconnectRefundBody;
  InterconnectStatement: InterconnectStatement;
  InterconnectionTerms: InterconnectionTerms;
  LogConsistencyBody: LogConsistencyBody;
  MandateRequestBody: MandateRequestBody;
  NegotiationAnswer: NegotiationAnswer;
  NegotiationBody: NegotiationBody;
  PayerCodeScanBody: PayerCodeScanBody;
  PayerCodeScanAnswer: PayerCodeScanAnswer;
  PayerCode: PayerCode;
  PaymentAnswer: PaymentAnswer;
  PaymentNoticeAnswer: PaymentNoticeAnswer;
  PaymentNoticeBody: PaymentNoticeBody;
  PaymentBody: PaymentBody;
  QuoteAnswer: QuoteAnswer;
  QuoteRequestBody: QuoteRequestBody;
  RecordListBody: RecordListBody;
  ReleaseAnswer: ReleaseAnswer;
  ReleaseBody: ReleaseBody;
  SubAccountKeyBody: SubAccountKeyBody;
  SubAccountRequestBody: SubAccountRequestBody;
  SubAccountAnswer: SubAccountAnswer;
  TaskBody: TaskBody;
  ToolRequestBody: ToolRequestBody;
  TradeEvidenceBody: TradeEvidenceBody;
  ValidationAnswer: ValidationAnswer;
  IacPayload: IacPayload;
  Intent: Intent;
  InterconnectInstruction: InterconnectInstruction;
  MandateCredential: MandateCredential;
  MandateClaims: MandateClaims;
  PaymentRequestClaims: PaymentRequestClaims;
  Problem: Problem;
  QuoteClaims: QuoteClaims;
  ReceiptClaims: ReceiptClaims;
  AttestationRecord: AttestationRecord;
  CartConfirmedBody: CartConfirmedBody;
  DecisionLoggedBody: DecisionLoggedBody;
  DelegationExpiredBody: DelegationExpiredBody;
  DelegationIssuedBody: DelegationIssuedBody;
  DelegationResumedBody: DelegationResumedBody;
  DelegationRevokedBody: DelegationRevokedBody;
  DelegationSuspendedBody: DelegationSuspendedBody;
  FulfillmentCompletedBody: FulfillmentCompletedBody;
  IntentCreatedBody: IntentCreatedBody;
  TransactionCompletedBody: TransactionCompletedBody;
  RefusalClaims: RefusalClaims;
  Shown: Shown;
  StatusListClaims: StatusListClaims;
  TransactionConfirmation: TransactionConfirmation;
  TrustListClaims: TrustListClaims;
}
/**
 * Payment-Needed: what one request costs. Without a quote it says how to be given one.
 */
export interface PaymentNeeded {
  protocol: {
    /**
     * A name in the urn:act namespace.
     */
    method_id: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    out_trade_no?: string;
    /**
     * An amount as a decimal string, in major units.
     */
    amount: string;
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * Fingerprint of the request: digest of {method, uri, body_digest}.
     */
    resource_id: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    pay_before?: string;
    /**
     * An ACT identifier, compared byte by byte.
     */
    seller_unique_id: string;
    /**
     * An ACT identifier, compared byte by byte.
     */
    buyer_unique_id?: string;
  };
  method: {
    /**
     * act-quote+jwt whose header names the certificate by x5t#S256.
     */
    quote?: string;
    /**
     * An ACT identifier, compared byte by byte.
     */
    psp_id?: string;
    buyer_header?: 'Act-Agent';
  };
}
/**
 * Payment-Proof: what was paid, and that the sender is who paid.
 */
export interface PaymentProof {
  protocol: {
    /**
     * The act-receipt+jwt for the seller.
     */
    payment_proof: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    trade_no: string;
  };
  method: {
    /**
     * act-holder+jwt for this request.
     */
    holder_proof: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    intent_id?: string;
  };
}
/**
 * Payment-Validation: what became of the proof.
 */
export interface PaymentValidation {
  protocol: {
    status: 'PAYMENT_VALIDATED' | 'PAYMENT_REFUSED';
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    resource_id: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    trade_no?: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    out_trade_no?: string;
  };
  method: {
    /**
     * A402 trade state.
     */
    state?:
      | 'CREATE'
      | 'WAIT_BUYER_PAY'
      | 'WAIT_SELLER_FULFILLMENT'
      | 'WAIT_BUYER_RECEIPT'
      | 'TRADE_FINISHED'
      | 'TRADE_CLOSED';
    /**
     * The response of an earlier delivery.
     */
    stored?: boolean;
    /**
     * A stable OpenACT code.
     */
    code?: string;
    /**
     * A requirement id of spec/requirements.yaml.
     */
    requirement?: string;
    retryability?: 'never' | 'after_correction' | 'new_request' | 'later' | 'query_first';
  };
}
/**
 * Claims of act-agent+jwt: an agent provider states which key is an agent's.
 */
export interface AgentAttestationClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An ACT identifier, compared byte by byte.
   */
  sub: string;
  cnf: {
    /**
     * A public key: P-256 or Ed25519.
     */
    jwk:
      | {
          kty: 'EC';
          crv: 'P-256';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          y: string;
        }
      | {
          kty: 'OKP';
          crv: 'Ed25519';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
        };
  };
  agent_version?: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  agent_version_digest?: string;
}
/**
 * Everything that lets a third party judge one purchase at act:L1 from bytes: the user confirmed it at the cashier, and there is no mandate.
 */
export interface InstantPurchaseBundle {
  version: '1';
  level: 'act:L1';
  /**
   * A compact JWS of a trust list, which may be longer than others.
   */
  trust_list: string;
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  /**
   * A compact JWS.
   */
  enrolment: string;
  shown: Shown;
  /**
   * A compact JWS.
   */
  confirmation: string;
  /**
   * A compact JWS.
   */
  quote: string;
  /**
   * A compact JWS.
   */
  payment_request: string;
  /**
   * A compact JWS.
   */
  receipt: string;
  /**
   * base64url of 16 to 32 random bytes.
   */
  authorization_salt: string;
  cart?: Cart;
}
/**
 * What the account side showed to the user before the confirmation.
 */
export interface Shown {
  kind: 'mandate' | 'tool_binding' | 'sub_account' | 'payment';
  /**
   * An ACT identifier, compared byte by byte.
   */
  issuer: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  agent: {
    /**
     * An ACT identifier, compared byte by byte.
     */
    agent_id: string;
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    jkt: string;
  };
  summary: Summary;
  iac?: IacPayload;
  limits?: {
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * An amount as a decimal string, in major units.
     */
    max_amount: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    valid_until: string;
    /**
     * @minItems 1
     * @maxItems 64
     *
     * Items: An ACT identifier, compared byte by byte.
     */
    merchants?: string[];
    /**
     * The user confirms every order that this pays for (AI card).
     */
    confirm_each?: true;
  };
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  sub_account_key?: string;
  /**
   * What the cashier shows of one payment at act:L1, word for word from the request and its quote.
   */
  payment?: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    out_trade_no: string;
    /**
     * An ACT identifier, compared byte by byte.
     */
    merchant: string;
    /**
     * As the trust list has it; left out where it has none.
     */
    merchant_name?: string;
    /**
     * An amount as a decimal string, in major units.
     */
    amount: string;
    /**
     * @minItems 0
     * @maxItems 16
     */
    discounts: Discount[];
    /**
     * An amount as a decimal string, in major units.
     */
    payer_amount: string;
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * A name in the urn:act namespace.
     */
    method_id: string;
    /**
     * @minItems 1
     * @maxItems 100
     *
     * Items: A category name of the deployment.
     */
    categories: string[];
  };
}
/**
 * What is shown to people.
 */
export interface Summary {
  en: string;
  zh: string;
}
/**
 * Standard and private extensions (ADD 3.3.3).
 */
export interface Ext {
  commerce?: {
    /**
     * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
     */
    max_single_amount?: number;
    /**
     * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
     */
    min_single_amount?: number;
    allowed_categories?: AllowedCategories;
    /**
     * @minItems 1
     * @maxItems 64
     *
     * Items: A category name of the deployment.
     */
    forbidden_categories?: string[];
    allowed_merchants?: AllowedMerchants;
    /**
     * @minItems 1
     * @maxItems 64
     *
     * Items: An ACT identifier, compared byte by byte.
     */
    forbidden_merchants?: string[];
  };
  agent_behavior?: {
    /**
     * Percent of the reference price.
     */
    price_deviation_tolerance?: number;
    price_deviation_action?: 'PAUSE_AND_NOTIFY' | 'AUTO_CANCEL';
    on_payment_failure?: 'AUTO_RETRY' | 'CANCEL';
    max_retry_count?: number;
  };
  fulfillment?: {
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    delivery_time_requirement?: string;
    /**
     * An address or a reference to one.
     */
    delivery_address?: string;
  };
  /**
   * May be ignored; never changes the meaning of the rest.
   */
  vendor_private?: {};
  /**
   * Constraints of this profile. Present only together with the critical header parameter `openact`; a member that is not listed here is refused by the verifier with its own code (OA-MND-05), so this object is left open.
   */
  openact?: {
    /**
     * How often the mandate may be used.
     */
    times_limit?: number;
    /**
     * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
     */
    reference_price?: number;
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    quote_digest?: string;
    /**
     * The build of the agent and the key of the runtime that may pay; each request then proves both, and for whom it runs.
     */
    runtime?: {
      /**
       * base64url of a SHA-256 value, 43 characters.
       */
      agent_version_digest: string;
      /**
       * base64url of a SHA-256 value, 43 characters.
       */
      jkt: string;
    };
    /**
     * How far the agent decides alone; left out, within the limits.
     */
    autonomy_level?: 'a2p2:L0' | 'a2p2:L1' | 'a2p2:L2' | 'a2p2:L3' | 'a2p2:L4' | 'a2p2:L5';
    /**
     * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
     */
    confirm_above?: number;
    /**
     * How many times the mandate may be handed down. Absent: not at all.
     */
    delegation_depth?: number;
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    parent_mandate?: string;
  };
}
/**
 * A reduction and who pays for it.
 */
export interface Discount {
  /**
   * An ACT identifier, compared byte by byte.
   */
  funder: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * What people call somebody: one line, without characters that cannot be seen.
   */
  label?: string;
}
/**
 * The lines behind a quote's cart_digest. The account side never sees them.
 */
export interface Cart {
  /**
   * base64url of 16 to 32 random bytes.
   */
  salt: string;
  lines: Lines;
}
/**
 * Everything that lets a third party judge one delegated purchase from bytes.
 */
export interface PurchaseBundle {
  version: '1';
  /**
   * A compact JWS of a trust list, which may be longer than others.
   */
  trust_list: string;
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  /**
   * A compact JWS.
   */
  enrolment: string;
  shown: Shown;
  /**
   * A compact JWS.
   */
  confirmation: string;
  /**
   * A compact JWS.
   */
  mandate: string;
  /**
   * Where the mandate was handed down: the mandates above it, the delegator's own first.
   *
   * @minItems 1
   * @maxItems 3
   *
   * Items: A compact JWS.
   */
  mandate_chain?: string[];
  /**
   * A compact JWS.
   */
  status_list: string;
  /**
   * A compact JWS.
   */
  quote: string;
  /**
   * A compact JWS.
   */
  payment_request: string;
  /**
   * A compact JWS.
   */
  receipt: string;
  /**
   * base64url of 16 to 32 random bytes.
   */
  authorization_salt: string;
  intent?: Intent;
  cart?: Cart;
  /**
   * A compact JWS.
   */
  runtime_proof?: string;
}
/**
 * The Intent Structured Result (ISR) of ADD-INT-ICS, as this profile requires it before a mandate can be issued.
 */
export interface Intent {
  conversation_history: ConversationHistory;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  intent_id: string;
  delegation_mode: 'SPECIFIED' | 'BOUNDED';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_start_time: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_end_time: string;
  /**
   * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
   */
  max_total_amount: number;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * @minItems 1
   * @maxItems 16
   *
   * Items: A name in the urn:act namespace.
   */
  allowed_payment_methods: string[];
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * How the user was verified (registered values of this profile).
   */
  user_confirmation_method?: 'FACE' | 'FINGERPRINT' | 'PASSWORD' | 'OTP' | 'GAZE' | 'VOICE' | 'QR';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  user_confirmation_timestamp?: string;
  ext?: Ext;
}
/**
 * Claims of act-command+jwt: a state-changing or private call that no other message carries.
 */
export interface CommandClaims {
  /**
   * The device id, agent_id, subject or institution; of a key without a name its thumbprint, of a sub-account that pays its id.
   */
  iss: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  action:
    | 'device.enrol'
    | 'confirmation.list'
    | 'confirmation.code'
    | 'mandate.request'
    | 'mandate.read'
    | 'mandate.suspend'
    | 'mandate.resume'
    | 'mandate.revoke'
    | 'mandate.delegate'
    | 'tool.request'
    | 'tool.read'
    | 'tool.revoke'
    | 'payment.read'
    | 'payment.query'
    | 'payment.refund'
    | 'fulfilment.confirm'
    | 'intent.transfer'
    | 'quote.request'
    | 'order.release'
    | 'order.read'
    | 'order.cancel'
    | 'account.read'
    | 'sub_account.open'
    | 'sub_account.prove'
    | 'sub_account.read'
    | 'sub_account.fund'
    | 'sub_account.freeze'
    | 'sub_account.unfreeze'
    | 'sub_account.close'
    | 'sub_account.pay'
    | 'payment.validate'
    | 'trade.receive'
    | 'runtime.prove'
    | 'interconnect.pay'
    | 'interconnect.query'
    | 'interconnect.reconcile'
    | 'interconnect.net'
    | 'interconnect.settle'
    | 'interconnect.refund'
    | 'interconnect.scan'
    | 'payer_code.give'
    | 'payer_code.read'
    | 'payer_code.scan'
    | 'credit.confirm'
    | 'credit.suspend'
    | 'credit.resume'
    | 'credit.revoke'
    | 'credit.reassess'
    | 'credit.control'
    | 'credit.read'
    | 'credit.questions'
    | 'credit.record'
    | 'credit_authorization.revoke';
  /**
   * What it is done to: an identifier.
   */
  target: string;
  params?: {
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    digest?: string;
    /**
     * An amount as a decimal string, in major units.
     */
    amount?: string;
    /**
     * ISO 4217 code.
     */
    currency?: string;
    reason?: string;
    recovery_condition?: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    refund_id?: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    evidence_ref?: string;
  };
}
/**
 * Claims of act-confirmation+jwt: the user's device confirms or declines exactly what was shown.
 */
export interface ConfirmationClaims {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  iss: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  sub: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  challenge: string;
  decision: 'APPROVE' | 'DENY';
  /**
   * How the user was verified (registered values of this profile).
   */
  method: 'FACE' | 'FINGERPRINT' | 'PASSWORD' | 'OTP' | 'GAZE' | 'VOICE' | 'QR';
  /**
   * Where the user stood when deciding: the phone itself, the cashier's page, glasses on the phone, or a code that the phone scanned.
   */
  channel: 'PHONE' | 'CASHIER_PAGE' | 'GLASSES' | 'QR_CODE';
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  code_id?: string;
  /**
   * What the phone knows of the glasses at the moment of the decision.
   */
  glasses?: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    glasses_id: string;
    /**
     * Seconds since 1970-01-01T00:00:00Z, an integer.
     */
    link_seen_at: number;
    /**
     * Whether the voice is the wearer's.
     */
    wearer: 'MATCHED' | 'NOT_MATCHED';
  };
}
/**
 * Where the association may be used; what is not named is not limited.
 */
export interface CreditScope {
  /**
   * @minItems 1
   * @maxItems 32
   *
   * Items: A kind of transaction.
   */
  transaction_types?: string[];
  /**
   * @minItems 1
   * @maxItems 32
   *
   * Items: An ACT identifier, compared byte by byte.
   */
  relying_parties?: string[];
}
/**
 * What the mapping says of the agent: level, range, status, limit or attributes, in the words of its policy.
 */
export interface MappedCredit {
  [k: string]: string;
}
/**
 * The rule that made a mapped value, and its version.
 */
export interface MappingPolicy {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  version: string;
}
/**
 * How far the mapped value may be relied on: a bound of the agent’s own, never the subject’s limit.
 */
export interface CreditBound {
  /**
   * An amount as a decimal string, in major units.
   */
  max_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
}
/**
 * Where the signed current state is.
 */
export interface CreditStatusQuery {
  uri: string;
}
/**
 * What may be done with a result. It is never handed on.
 */
export interface CreditUseRestrictions {
  may_store: boolean;
  retention_seconds?: number;
  may_transfer: false;
}
/**
 * Claims of act-credit-application+jwt: a subject asks to be associated with an agent.
 */
export interface CreditApplicationClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  role: CreditRole;
  /**
   * @minItems 1
   * @maxItems 8
   */
  relationship_evidence: RelationshipEvidence[];
  confirmation_method: CreditConfirmation;
  authorization_modes: CreditModes;
  revocation_method: CreditRevocation;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  subject_assertion_ref: string;
  statement: string;
  /**
   * @minItems 1
   * @maxItems 8
   *
   * Items: A business purpose.
   */
  purposes: string[];
  scope: CreditScope;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  valid_until: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  predecessor?: string;
}
/**
 * A document that shows the relationship: where it is, and the digest of it.
 */
export interface RelationshipEvidence {
  ref: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  digest: string;
}
/**
 * What the associated subject confirms: the inner signature is over exactly this object (RFC 8785).
 */
export interface CreditAssociation {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  application_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  nonce: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  subject_id: string;
  role: CreditRole;
  /**
   * An ACT identifier, compared byte by byte.
   */
  issuer: string;
  /**
   * @minItems 1
   * @maxItems 8
   */
  relationship_evidence: RelationshipEvidence[];
  /**
   * Role, relationship, purpose and limits in the subject’s words; no promise for what the agent does.
   */
  statement: string;
  confirmation_method: CreditConfirmation;
  authorization_modes: CreditModes;
  revocation_method: CreditRevocation;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  subject_assertion_ref: string;
  mapped_value: MappedCredit;
  /**
   * Whose credit it is: the associated subject’s, never the agent’s own.
   */
  credit_source: 'ASSOCIATED_CREDIT';
  mapping_policy: MappingPolicy;
  usage_bound: CreditBound;
  /**
   * @minItems 1
   * @maxItems 8
   *
   * Items: A business purpose.
   */
  purposes: string[];
  scope: CreditScope;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  valid_from: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  valid_until?: string;
}
/**
 * Claims of act-credit-authorization+jwt: the associated subject lets somebody ask (TSD-CRD-AUTH). It authorises no transaction.
 */
export interface CreditAuthorizationClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  mode: CreditMode;
  /**
   * @minItems 1
   * @maxItems 32
   *
   * Items: An ACT identifier, compared byte by byte.
   */
  relying_parties: string[];
  /**
   * @minItems 1
   * @maxItems 32
   *
   * Items: An ACT identifier, compared byte by byte.
   */
  agent_ids: string[];
  level: 'ASSOCIATED_CREDIT';
  /**
   * @minItems 1
   * @maxItems 8
   *
   * Items: A business purpose.
   */
  purposes: string[];
  data_items: CreditDataItems;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  valid_from: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  valid_until: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  request_id?: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  platform_proxy?: string;
  frequency_limit?: CreditFrequencyLimit;
  use_restrictions: CreditUseRestrictions;
}
/**
 * Windows follow one another from valid_from on.
 */
export interface CreditFrequencyLimit {
  max_requests_per_window: number;
  /**
   * Seconds.
   */
  window_duration: number;
}
/**
 * A credit association credential. The outer signature covers all but state, status_query, predecessor and itself (TSD-CRD-ASC).
 */
export interface CreditCredential {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  credential_id: string;
  version: '1';
  association: CreditAssociation;
  /**
   * A public key: P-256 or Ed25519.
   */
  subject_key?:
    | {
        kty: 'EC';
        crv: 'P-256';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        y: string;
      }
    | {
        kty: 'OKP';
        crv: 'Ed25519';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
      };
  subject_signature?: CreditSubjectSignature;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  issued_at: string;
  status_query: CreditStatusQuery;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  predecessor?: string;
  issuer_signature: CreditIssuerSignature;
}
/**
 * Over RFC 8785 of association: with DIRECT_SIGNATURE.
 */
export interface CreditSubjectSignature {
  /**
   * The algorithms of this profile.
   */
  algorithm: 'ES256' | 'Ed25519';
  /**
   * base64url of 64 bytes.
   */
  value: string;
}
/**
 * Over RFC 8785 of credential_id, version, association, issued_at, and with DIRECT_SIGNATURE subject_key and subject_signature.
 */
export interface CreditIssuerSignature {
  /**
   * The algorithms of this profile.
   */
  algorithm: 'ES256' | 'Ed25519';
  /**
   * base64url of 64 bytes.
   */
  value: string;
  /**
   * @minItems 1
   * @maxItems 3
   *
   * Items: base64 (not url-safe) of a DER certificate.
   */
  x5c: string[];
}
/**
 * Claims of act-credit-mapping+jwt: the agent’s associated credit statement (TSD-CRD-MAP).
 */
export interface CreditMappingClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  sub: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  application_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  subject_assertion_ref: string;
  mapped_value: MappedCredit;
  /**
   * Whose credit it is: the associated subject’s, never the agent’s own.
   */
  credit_source: 'ASSOCIATED_CREDIT';
  mapping_policy: MappingPolicy;
  usage_bound: CreditBound;
  /**
   * @minItems 1
   * @maxItems 8
   *
   * Items: A business purpose.
   */
  purposes: string[];
  scope: CreditScope;
}
/**
 * What a credit service that has no system of its own for it knows: subjects, relationships, assertions and mapping rules. It never leaves the service.
 */
export interface CreditRegister {
  version: '1';
  /**
   * @minItems 0
   * @maxItems 10000
   *
   * Items: Whose identity was verified, and the key that it controls.
   */
  subjects: {
    /**
     * An ACT identifier, compared byte by byte.
     */
    id: string;
    /**
     * A public key: P-256 or Ed25519.
     */
    jwk:
      | {
          kty: 'EC';
          crv: 'P-256';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          y: string;
        }
      | {
          kty: 'OKP';
          crv: 'Ed25519';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
        };
  }[];
  /**
   * @minItems 0
   * @maxItems 10000
   *
   * Items: Which evidence was found genuine, and for which roles.
   */
  relationships: {
    /**
     * An ACT identifier, compared byte by byte.
     */
    subject: string;
    /**
     * An ACT identifier, compared byte by byte.
     */
    agent: string;
    /**
     * @minItems 1
     * @maxItems 5
     */
    roles: CreditRole[];
    /**
     * @minItems 1
     * @maxItems 8
     */
    evidence: RelationshipEvidence[];
  }[];
  /**
   * @minItems 0
   * @maxItems 10000
   */
  assertions: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    id: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    version: string;
    /**
     * An ACT identifier, compared byte by byte.
     */
    subject: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    issued_at: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    valid_until: string;
    state: 'VALID' | 'REVOKED' | 'CORRECTED' | 'REPLACED';
    level: string;
  }[];
  /**
   * @minItems 1
   * @maxItems 10000
   *
   * Items: The last one maps; values of all of them can be used.
   */
  rules: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    id: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    version: string;
    levels: {
      [k: string]: string;
    };
    bound: CreditBound;
  }[];
}
/**
 * Claims of act-credit-request+jwt: a relying party, or a platform for it, asks for a verification (TSD-CRD-VER).
 */
export interface CreditRequestClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  request_id: string;
  version: '1';
  /**
   * An ACT identifier, compared byte by byte.
   */
  relying_party: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  level: CreditLevel;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  subject_assertion_ref?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  authorization_id?: string;
  /**
   * A business purpose.
   */
  purpose: string;
  business_context: CreditBusinessContext;
  data_items: CreditDataItems;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  credential_id: string;
  credential?: CreditCredential;
  /**
   * An ACT identifier, compared byte by byte.
   */
  subject_id?: string;
  role?: CreditRole;
  /**
   * The business asks for the subject’s own signature.
   */
  minimum_confirmation?: 'DIRECT_SIGNATURE';
}
/**
 * What it is about, and no more.
 */
export interface CreditBusinessContext {
  /**
   * A kind of transaction.
   */
  transaction_type: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  order_no?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  delegation_id?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no?: string;
}
/**
 * Claims of act-credit-status+jwt: the state of a credential now, signed by its issuer.
 */
export interface CreditStatusClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  credential_id: string;
  status: CreditState;
  cause: CreditCause;
  status_version: number;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  effective_at: string;
}
/**
 * All the evidence of one trade in one file: to be judged offline, years later, by somebody who trusts none of the parties (TSD-ATT-DSP).
 */
export interface DisputeBundle {
  version: '1';
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  collected_at: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  log_id: string;
  /**
   * A compact JWS of a trust list, which may be longer than others.
   */
  trust_list: string;
  /**
   * Intent, mandate, confirmation, enrolment, quote, request, receipt and status of that time, or what stands for them at act:L1.
   */
  purchase: PurchaseBundle | InstantPurchaseBundle;
  /**
   * In the order of their events.
   *
   * @maxItems 64
   */
  records: DisputeEvidence[];
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  content_digest: string;
}
export interface DisputeEvidence {
  record: AttestationRecord;
  anchored?: AnchoredBody;
}
export interface RecordParticipant {
  /**
   * An ACT identifier, compared byte by byte.
   */
  id: string;
  role:
    | 'PAYER_AGENT'
    | 'PAYEE_AGENT'
    | 'MERCHANT'
    | 'PSP'
    | 'DELEGATOR_AGENT'
    | 'ATTESTATION_SERVICE'
    | 'IAC_ISSUER';
  /**
   * An ACT identifier, compared byte by byte.
   */
  represented?: string;
}
/**
 * Left out where nothing is known to be anchored.
 */
export interface AnchoredBody {
  /**
   * A compact JWS.
   */
  anchor: string;
  /**
   * A compact JWS.
   */
  agent_attestation?: string;
  index: number;
  /**
   * A signed note (C2SP), whole.
   */
  checkpoint: string;
  /**
   * Siblings from the leaf up (RFC 9162 2.1.3).
   *
   * @maxItems 64
   *
   * Items: base64url of a SHA-256 value, 43 characters.
   */
  inclusion: string[];
}
/**
 * Claims of act-enrolment+jwt: the account side states which device key speaks for a delegator.
 */
export interface EnrolmentClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An ACT identifier, compared byte by byte.
   */
  sub: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  device_id: string;
  cnf: {
    /**
     * A public key: P-256 or Ed25519.
     */
    jwk:
      | {
          kty: 'EC';
          crv: 'P-256';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          y: string;
        }
      | {
          kty: 'OKP';
          crv: 'Ed25519';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
        };
  };
  identity_method: string;
}
/**
 * Claims of act-finding+jwt: what a dispute handler has found, over which files of evidence (TSD-ATT-DSP).
 */
export interface FindingClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  dispute_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * What follows from the evidence by the policy of the profile: out of the mandate, within it, or not clear.
   */
  finding: 'COMPENSATED' | 'DENIED' | 'REVIEW';
  /**
   * A stable OpenACT code.
   */
  reason: string;
  /**
   * The content_digest of every file that was judged.
   *
   * @maxItems 64
   *
   * Items: base64url of a SHA-256 value, 43 characters.
   */
  evidence: string[];
}
/**
 * Claims of act-holder+jwt: the holder of a proof of payment asks for one HTTP request, in the shape of RFC 9449.
 */
export interface HolderProofClaims {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  htm: string;
  /**
   * The whole address, with its query.
   */
  htu: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  ath: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  body_digest: string;
  cnf: {
    /**
     * A public key: P-256 or Ed25519.
     */
    jwk:
      | {
          kty: 'EC';
          crv: 'P-256';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          y: string;
        }
      | {
          kty: 'OKP';
          crv: 'Ed25519';
          /**
           * base64url of a SHA-256 value, 43 characters.
           */
          x: string;
        };
  };
}
export interface AgentCard {
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  capabilities: {
    'act:payment:negotiation':
      | {
          mode: 'one-way';
          /**
           * An http or https address.
           */
          capability_url: string;
        }
      | {
          mode: 'two-way';
          /**
           * An http or https address.
           */
          negotiation_endpoint: string;
        };
  };
}
/**
 * Anchors of one privacy channel, in their order.
 */
export interface AnchorListBody {
  /**
   * @maxItems 256
   */
  anchors: AnchoredBody1[];
}
/**
 * An anchor with its place in the log: everything that shows offline that it is there.
 */
export interface AnchoredBody1 {
  /**
   * A compact JWS.
   */
  anchor: string;
  /**
   * A compact JWS.
   */
  agent_attestation?: string;
  index: number;
  /**
   * A signed note (C2SP), whole.
   */
  checkpoint: string;
  /**
   * Siblings from the leaf up (RFC 9162 2.1.3).
   *
   * @maxItems 64
   *
   * Items: base64url of a SHA-256 value, 43 characters.
   */
  inclusion: string[];
}
/**
 * Body of POST /anchors.
 */
export interface AnchorRequestBody {
  /**
   * A compact JWS.
   */
  anchor: string;
  /**
   * A compact JWS.
   */
  agent_attestation?: string;
}
/**
 * The agent that a mandate is handed to shows that it takes these terms and holds its key.
 */
export interface AssignmentProof {
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  /**
   * A compact JWS.
   */
  command: string;
}
/**
 * Which part of a mandate an agent leaves to another one; what is left out stays as above.
 */
export interface AssignmentBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
   */
  max_total_amount?: number;
  /**
   * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
   */
  max_single_amount?: number;
  allowed_categories?: AllowedCategories;
  allowed_merchants?: AllowedMerchants;
  /**
   * How often the mandate may be used.
   */
  times_limit?: number;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_end_time?: string;
  /**
   * How many times the mandate may be handed down. Absent: not at all.
   */
  delegation_depth?: number;
}
/**
 * What one agent gives to another before a mandate is handed down: the terms, and what they rest on. Nothing in it is authority; the mandate comes from the issuer.
 */
export interface Assignment {
  /**
   * An ACT identifier, compared byte by byte.
   */
  issuer: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  iac: IacPayload;
  /**
   * The delegator's own first; the one that is handed down from last.
   *
   * @minItems 1
   * @maxItems 3
   *
   * Items: A compact JWS.
   */
  mandates_above: string[];
}
/**
 * act-payment-capability.json (CID-PCA-NEG).
 */
export interface PaymentCapability {
  version: string;
  role: 'payee';
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * @minItems 0
   * @maxItems 32
   */
  supported_methods: {
    /**
     * A name in the urn:act namespace.
     */
    method_id: string;
    /**
     * @minItems 1
     * @maxItems 16
     */
    psps: {
      /**
       * A payment service as ACT's capability declarations name it: an ACT identifier, or a name in the urn:act namespace.
       */
      psp_id: string;
      /**
       * An http or https address.
       */
      endpoint: string;
      /**
       * An http or https address.
       */
      method_schema_url: string;
    }[];
  }[];
}
/**
 * What a merchant says of one item (CID-MER-CAT): the five required members are the minimum, the others are recommended.
 */
export interface CatalogueItem {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  item_id: string;
  name: string;
  /**
   * A category name of the deployment.
   */
  category: string;
  /**
   * An amount as a decimal string, in major units.
   */
  price: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  stock?: number;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  price_valid_until?: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  deliver_by?: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  merchant?: string;
  /**
   * An http or https address.
   */
  detail_url?: string;
}
export interface Catalogue {
  /**
   * An ACT identifier, compared byte by byte.
   */
  merchant: string;
  /**
   * @minItems 0
   * @maxItems 1000
   */
  items: CatalogueItem[];
}
/**
 * The operator of a payment service writes down that money of a partner has come in.
 */
export interface ClearingArrivalBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  partner: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  evidence_ref: string;
  /**
   * What amounts add up to, as a decimal string, in major units.
   */
  amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
}
/**
 * A span that is to be agreed on with a partner, in one currency.
 */
export interface ClearingNettingBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  partner: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  from: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  until: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
}
/**
 * An agreed netting that this payment service has paid, by which transfer.
 */
export interface ClearingSettlementBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  partner: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  from: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  until: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  evidence_ref: string;
}
/**
 * A span whose books are to be compared with a partner.
 */
export interface ClearingSpanBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  partner: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  from: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  until: string;
}
export interface CommandBody {
  /**
   * A compact JWS.
   */
  command: string;
}
/**
 * What a payment service has paid back of a payment that lay outside the mandate.
 */
export interface CompensationAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * A stable OpenACT code.
   */
  reason: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  compensated_at: string;
}
/**
 * Body of POST /payments/{trade_no}/compensation: a finding, and one of the files of evidence that it rests on.
 */
export interface CompensationBody {
  /**
   * A compact JWS.
   */
  finding: string;
  bundle: DisputeBundle;
}
/**
 * A one-time code was made for one confirmation: sent to the user (OTP), or here to be shown for scanning (QR).
 */
export interface ConfirmationCodeAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  confirmation_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  code_id: string;
  method: 'OTP' | 'QR';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  expires_at: string;
  /**
   * Only of QR: what the code on the page says.
   */
  code?: string;
}
export interface ConfirmationBody {
  /**
   * A compact JWS.
   */
  confirmation: string;
  /**
   * With OTP and QR the one-time code, with PASSWORD the payment password. It is compared and forgotten: never stored, never part of the evidence.
   */
  secret?: string;
}
/**
 * Body of POST /credit/applications.
 */
export interface CreditApplicationBody {
  /**
   * A compact JWS.
   */
  application: string;
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  /**
   * A compact JWS.
   */
  control_proof?: string;
}
/**
 * Body of POST /credit/authorizations.
 */
export interface CreditAuthorizationBody {
  /**
   * A compact JWS.
   */
  authorization: string;
}
/**
 * A credential with its state now.
 */
export interface CreditCredentialBody {
  credential: CreditCredential;
  /**
   * A compact JWS.
   */
  status: string;
}
/**
 * What the subject confirms next.
 */
export interface CreditDraftBody {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  credential_id: string;
  status: CreditState;
  association: CreditAssociation;
  /**
   * A compact JWS.
   */
  mapping?: string;
}
/**
 * What a subject is asked to authorise: each request as its relying party has signed it.
 */
export interface CreditQuestionsBody {
  /**
   * @minItems 0
   * @maxItems 100
   */
  questions: {
    /**
     * A compact JWS.
     */
    request: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    asked_at: string;
  }[];
}
/**
 * The record of a verification: the answer as it was given then, and beside it the state of the credential now.
 */
export interface CreditRecordBody {
  /**
   * A compact JWS.
   */
  answer: string;
  /**
   * A compact JWS.
   */
  status?: string;
}
/**
 * Body of POST /credit/verifications.
 */
export interface CreditVerificationBody {
  /**
   * A compact JWS.
   */
  request: string;
}
/**
 * One agent hands a mandate down to another.
 */
export interface DelegationBody {
  iac: IacPayload;
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  /**
   * A compact JWS.
   */
  command: string;
  /**
   * A compact JWS.
   */
  delegation: string;
}
export interface DeviceEnrolmentBody {
  /**
   * One-time code from the account holder's login.
   */
  login_code: string;
  /**
   * A public key: P-256 or Ed25519.
   */
  jwk:
    | {
        kty: 'EC';
        crv: 'P-256';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        y: string;
      }
    | {
        kty: 'OKP';
        crv: 'Ed25519';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
      };
  /**
   * A compact JWS.
   */
  proof: string;
}
/**
 * Body of POST /disputes/{dispute_id}/evidence: what one side has kept.
 */
export interface DisputeEvidenceBody {
  bundle: DisputeBundle;
}
/**
 * Body of POST /disputes. Whoever knows the privacy channel of the record took part in the trade.
 */
export interface DisputeRequestBody {
  /**
   * What is disputed.
   */
  type: 'PAYMENT_NOT_AUTHORIZED' | 'GOODS_NOT_RECEIVED' | 'AMOUNT_WRONG' | 'OTHER';
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  record_id: string;
  /**
   * What is wrong, without personal data.
   */
  description: string;
}
/**
 * A dispute as those who take part in it see it.
 */
export interface DisputeBody {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  dispute_id: string;
  /**
   * What is disputed.
   */
  type: 'PAYMENT_NOT_AUTHORIZED' | 'GOODS_NOT_RECEIVED' | 'AMOUNT_WRONG' | 'OTHER';
  description: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  intent_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  delegation_id?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  order_no?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no?: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  filed_at: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  evidence_until: string;
  status: 'EVIDENCE' | 'DECIDED';
  submissions: number;
  /**
   * What follows from the evidence by the policy of the profile: out of the mandate, within it, or not clear.
   */
  finding?: 'COMPENSATED' | 'DENIED' | 'REVIEW';
  /**
   * A stable OpenACT code.
   */
  reason?: string;
  /**
   * @maxItems 1024
   */
  records?: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    record_id: string;
    /**
     * The registered event types (TSD-ATT-EVT).
     */
    event_type:
      | 'act:delegation:intent-created'
      | 'act:delegation:delegation-issued'
      | 'act:delegation:delegation-suspended'
      | 'act:delegation:delegation-resumed'
      | 'act:delegation:delegation-revoked'
      | 'act:delegation:delegation-expired'
      | 'act:commerce:decision-logged'
      | 'act:commerce:cart-confirmed'
      | 'act:payment:transaction-completed'
      | 'act:commerce:fulfillment-completed';
    /**
     * An ACT identifier, compared byte by byte.
     */
    recorder: string;
    /**
     * The seven verdicts of TSD-ATT-SVF.
     */
    verdict:
      | 'VERIFIED'
      | 'PAYLOAD_HASH_MISMATCH'
      | 'SIGNATURE_INVALID'
      | 'CHAIN_HASH_MISMATCH'
      | 'ANCHOR_NOT_FOUND'
      | 'ANCHOR_QUERY_TIMEOUT'
      | 'PUBLIC_KEY_UNAVAILABLE';
  }[];
  /**
   * A compact JWS.
   */
  signed_finding?: string;
  /**
   * @maxItems 16
   *
   * Items: The registered event types (TSD-ATT-EVT).
   */
  missing?: (
    | 'act:delegation:intent-created'
    | 'act:delegation:delegation-issued'
    | 'act:delegation:delegation-suspended'
    | 'act:delegation:delegation-resumed'
    | 'act:delegation:delegation-revoked'
    | 'act:delegation:delegation-expired'
    | 'act:commerce:decision-logged'
    | 'act:commerce:cart-confirmed'
    | 'act:payment:transaction-completed'
    | 'act:commerce:fulfillment-completed'
  )[];
}
/**
 * How a payment at act:L1 stands at the cashier: `code` says why it was closed without a payment; the evidence is there once the user has decided, `payment` once it is paid.
 */
export interface InstantPaymentAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  payment_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  confirmation_id: string;
  /**
   * A402 trade state.
   */
  status:
    | 'CREATE'
    | 'WAIT_BUYER_PAY'
    | 'WAIT_SELLER_FULFILLMENT'
    | 'WAIT_BUYER_RECEIPT'
    | 'TRADE_FINISHED'
    | 'TRADE_CLOSED';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  expires_at: string;
  /**
   * A stable OpenACT code.
   */
  code?: string;
  /**
   * A requirement id of spec/requirements.yaml.
   */
  requirement?: string;
  payment?: PaymentAnswer;
  shown?: Shown;
  /**
   * A compact JWS.
   */
  confirmation?: string;
  /**
   * A compact JWS.
   */
  enrolment?: string;
}
export interface PaymentAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  /**
   * A402 trade state.
   */
  state:
    | 'CREATE'
    | 'WAIT_BUYER_PAY'
    | 'WAIT_SELLER_FULFILLMENT'
    | 'WAIT_BUYER_RECEIPT'
    | 'TRADE_FINISHED'
    | 'TRADE_CLOSED';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  paid_at: string;
  /**
   * A compact JWS.
   */
  receipt: string;
  /**
   * A compact JWS.
   */
  seller_receipt: string;
  /**
   * base64url of 16 to 32 random bytes.
   */
  authorization_salt: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  delegation_id?: string;
}
export interface InstantPaymentBody {
  /**
   * A compact JWS.
   */
  payment_request: string;
  /**
   * A compact JWS.
   */
  quote: string;
  /**
   * A compact JWS.
   */
  sub_account_proof?: string;
}
export interface IntentTransferAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  request_id: string;
  /**
   * @minItems 1
   * @maxItems 100
   */
  candidates: CatalogueItem[];
}
/**
 * One request of CID-INT-XFR. The sender proves who it is with an act-command+jwt in the Authorization header: action intent.transfer, target = the merchant, params.digest = digest of this object.
 */
export interface IntentTransferBody {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  request_id: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  context: {
    explicit_need?: string;
    implicit_need?: string;
    /**
     * @minItems 0
     * @maxItems 32
     */
    preferences?: string[];
    constraints?: {
      /**
       * ISO 4217 code.
       */
      currency?: string;
      /**
       * An amount as a decimal string, in major units.
       */
      max_price?: string;
      /**
       * @minItems 1
       * @maxItems 64
       *
       * Items: A category name of the deployment.
       */
      categories?: string[];
      /**
       * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
       */
      deliver_by?: string;
      /**
       * @minItems 1
       * @maxItems 16
       */
      query?: string[];
    };
    /**
     * Members of the former context, or of its constraints, that an update takes back.
     *
     * @minItems 1
     * @maxItems 8
     */
    dropped?: (
      | 'explicit_need'
      | 'implicit_need'
      | 'preferences'
      | 'currency'
      | 'max_price'
      | 'categories'
      | 'deliver_by'
      | 'query'
    )[];
  };
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  previous_request_id?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  intent_id?: string;
  /**
   * How the sender would like the answer.
   */
  format?: {
    max_candidates?: number;
  };
  /**
   * A compact JWS.
   */
  agent_attestation?: string;
}
/**
 * The payee's payment service has credited the merchant. A refusal is a problem with a signed refusal over the digest of the instruction.
 */
export interface InterconnectAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  peer_trade_no: string;
  /**
   * A compact JWS.
   */
  seller_receipt: string;
}
/**
 * What two payment services owe each other for a span, as both compute it from their own books, with the signed word of one of them: that it is so (interconnect.net), or that it is paid (interconnect.settle).
 */
export interface InterconnectNettingBody {
  netting: {
    /**
     * The two services, in the order of their names.
     *
     * @minItems 2
     * @maxItems 2
     *
     * Items: An ACT identifier, compared byte by byte.
     */
    parties: string[];
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    from: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    until: string;
    /**
     * ISO 4217 code.
     */
    currency: string;
    trades: number;
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    trades_digest: string;
    /**
     * What each party owes the other, in the order of the parties.
     *
     * @minItems 2
     * @maxItems 2
     *
     * Items: What amounts add up to, as a decimal string, in major units.
     */
    owed: string[];
    /**
     * An ACT identifier, compared byte by byte.
     */
    debtor?: string;
    /**
     * What amounts add up to, as a decimal string, in major units.
     */
    amount: string;
  };
  /**
   * A compact JWS.
   */
  command: string;
}
/**
 * Body of POST /interconnect/payments, by the payer's payment service.
 */
export interface InterconnectPaymentBody {
  /**
   * A compact JWS.
   */
  command: string;
  instruction: InterconnectInstruction;
}
/**
 * What one payment service asks of another that keeps the payee's account: credit this merchant for this order. The command beside it signs its digest.
 */
export interface InterconnectInstruction {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  intent_id?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  merchant: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  agent_jkt: string;
  /**
   * A name in the urn:act namespace.
   */
  method_id: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * A compact JWS.
   */
  quote: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  request_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  authorization_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  confirmation_digest?: string;
}
/**
 * An order that was paid across two payment services goes back, whole or in part: asked by the payee's service, which has taken the money from the merchant, and answered by the payer's, which has given it back.
 */
export interface InterconnectRefundBody {
  refund: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    trade_no: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    peer_trade_no: string;
    /**
     * An ACT identifier, compared byte by byte.
     */
    merchant: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    out_trade_no: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    refund_id: string;
    /**
     * An amount as a decimal string, in major units.
     */
    amount: string;
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    refunded_at?: string;
  };
  /**
   * A compact JWS.
   */
  command: string;
}
/**
 * What two payment services cleared with each other in a span of time, by the books of one of them. Each trade counts when the payee's service credited it.
 */
export interface InterconnectStatement {
  statement: {
    /**
     * An ACT identifier, compared byte by byte.
     */
    psp_id: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    from: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    until: string;
    /**
     * @minItems 0
     * @maxItems 300
     */
    trades: {
      /**
       * An ACT identifier, compared byte by byte.
       */
      payer_psp: string;
      /**
       * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
       */
      trade_no: string;
      /**
       * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
       */
      peer_trade_no: string;
      /**
       * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
       */
      intent_id?: string;
      /**
       * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
       */
      refund_id?: string;
      /**
       * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
       */
      out_trade_no: string;
      /**
       * An amount as a decimal string, in major units.
       */
      amount: string;
      /**
       * ISO 4217 code.
       */
      currency: string;
    }[];
  };
  /**
   * A compact JWS.
   */
  command: string;
}
/**
 * With whom a payment service clears, and what it takes off for its own users there: what an agent has to know before it asks for a payment into an account elsewhere. The payment service judges each request all the same.
 */
export interface InterconnectionTerms {
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  /**
   * @minItems 0
   * @maxItems 256
   *
   * Items: An ACT identifier, compared byte by byte.
   */
  partners: string[];
  /**
   * @minItems 0
   * @maxItems 64
   */
  promotions: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    promotion_id: string;
    /**
     * An amount as a decimal string, in major units.
     */
    amount: string;
    /**
     * An amount as a decimal string, in major units.
     */
    min_amount: string;
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    valid_until: string;
  }[];
}
/**
 * That the log of now begins with the log of then.
 */
export interface LogConsistencyBody {
  from: number;
  checkpoint: string;
  /**
   * RFC 9162 2.1.4.
   *
   * @maxItems 64
   *
   * Items: base64url of a SHA-256 value, 43 characters.
   */
  consistency: string[];
}
export interface MandateRequestBody {
  iac: IacPayload;
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  /**
   * A compact JWS.
   */
  command: string;
  /**
   * A public key: P-256 or Ed25519.
   */
  runtime_jwk?:
    | {
        kty: 'EC';
        crv: 'P-256';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        y: string;
      }
    | {
        kty: 'OKP';
        crv: 'Ed25519';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
      };
  /**
   * A compact JWS.
   */
  runtime_proof?: string;
}
/**
 * The payment capabilities that fit a negotiation request (CID-PCA-NEG); none means that no payment can be made.
 */
export interface NegotiationAnswer {
  /**
   * @minItems 0
   * @maxItems 64
   */
  supported_methods: {
    /**
     * A name in the urn:act namespace.
     */
    method_id: string;
    /**
     * A payment service as ACT's capability declarations name it: an ACT identifier, or a name in the urn:act namespace.
     */
    psp_id: string;
    /**
     * An http or https address.
     */
    endpoint: string;
    /**
     * An http or https address.
     */
    method_schema_url: string;
  }[];
}
/**
 * What a buyer asks a two-way negotiation endpoint (CID-PCA-NEG).
 */
export interface NegotiationBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * @minItems 1
   * @maxItems 32
   *
   * Items: A name in the urn:act namespace.
   */
  buyer_supported_methods: string[];
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * An amount as a JSON number, in major units, at most two decimals (ACT 2.1).
   */
  estimated_amount: number;
}
/**
 * A merchant's offer for whoever showed a payer code: from the merchant to its payment service, and from that one to the service that gave the code.
 */
export interface PayerCodeScanBody {
  /**
   * A compact JWS.
   */
  command: string;
  /**
   * A compact JWS.
   */
  quote: string;
}
/**
 * The offer lies before the payer's agent. Nothing is paid by that.
 */
export interface PayerCodeScanAnswer {
  /**
   * What a wallet shows to be scanned: 18 digits, the first of which name the payment service that gave them.
   */
  payer_code: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  status: 'PRESENTED';
}
/**
 * A payer code as its agent sees it: shown to a merchant's scanner, and then with the offer that was scanned onto it. It permits nothing.
 */
export interface PayerCode {
  /**
   * What a wallet shows to be scanned: 18 digits, the first of which name the payment service that gave them.
   */
  payer_code: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  valid_until: string;
  status: 'OPEN' | 'PRESENTED' | 'EXPIRED';
  /**
   * A compact JWS.
   */
  quote?: string;
}
/**
 * The merchant has taken note of the payment; told again, it answers the same.
 */
export interface PaymentNoticeAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
}
/**
 * A payment service tells a merchant what was paid: the receipt that the agent has for it too. It is no claim to the goods.
 */
export interface PaymentNoticeBody {
  /**
   * A compact JWS.
   */
  receipt: string;
}
export interface PaymentBody {
  /**
   * A compact JWS.
   */
  payment_request: string;
  /**
   * A compact JWS.
   */
  mandate: string;
  /**
   * Where the mandate was handed down: the mandates above it, the delegator's own first.
   *
   * @minItems 1
   * @maxItems 3
   *
   * Items: A compact JWS.
   */
  mandate_chain?: string[];
  /**
   * A compact JWS.
   */
  quote: string;
  /**
   * A compact JWS.
   */
  sub_account_proof?: string;
  /**
   * A compact JWS.
   */
  runtime_proof?: string;
}
export interface QuoteAnswer {
  /**
   * A compact JWS.
   */
  quote: string;
  cart: Cart;
}
export interface QuoteRequestBody {
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  order: {
    /**
     * @minItems 1
     * @maxItems 100
     */
    lines: {
      /**
       * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
       */
      item_id: string;
      quantity: number;
    }[];
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * An amount as a decimal string, in major units.
     */
    expected_amount: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    deliver_by?: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    coupon?: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    request_id?: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    intent_id?: string;
  };
  /**
   * A compact JWS.
   */
  command: string;
}
/**
 * Answer of GET …/records of a mandate, a payment or an order: what a role has recorded, as it was signed.
 */
export interface RecordListBody {
  /**
   * @maxItems 64
   */
  records: AttestationRecord[];
}
export interface ReleaseAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * A402 trade state.
   */
  state:
    | 'CREATE'
    | 'WAIT_BUYER_PAY'
    | 'WAIT_SELLER_FULFILLMENT'
    | 'WAIT_BUYER_RECEIPT'
    | 'TRADE_FINISHED'
    | 'TRADE_CLOSED';
  /**
   * @minItems 0
   * @maxItems 100
   */
  goods: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    item_id: string;
    code: string;
  }[];
}
export interface ReleaseBody {
  /**
   * A compact JWS.
   */
  receipt: string;
  /**
   * A compact JWS.
   */
  command: string;
}
/**
 * The account holder puts a frozen sub-account back into use, with a new key.
 */
export interface SubAccountKeyBody {
  /**
   * A compact JWS.
   */
  command: string;
  /**
   * A public key: P-256 or Ed25519.
   */
  sub_account_key:
    | {
        kty: 'EC';
        crv: 'P-256';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        y: string;
      }
    | {
        kty: 'OKP';
        crv: 'Ed25519';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
      };
  /**
   * A compact JWS.
   */
  key_proof: string;
}
/**
 * An agent asks for a sub-account of its own; the account holder confirms it.
 */
export interface SubAccountRequestBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  delegator_identity: string;
  limits: {
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * An amount as a decimal string, in major units.
     */
    max_amount: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    valid_until: string;
    /**
     * @minItems 1
     * @maxItems 64
     *
     * Items: An ACT identifier, compared byte by byte.
     */
    merchants?: string[];
    /**
     * The user confirms every order that this pays for (AI card).
     */
    confirm_each?: true;
  };
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  /**
   * A compact JWS.
   */
  command: string;
  /**
   * A public key: P-256 or Ed25519.
   */
  sub_account_key:
    | {
        kty: 'EC';
        crv: 'P-256';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        y: string;
      }
    | {
        kty: 'OKP';
        crv: 'Ed25519';
        /**
         * base64url of a SHA-256 value, 43 characters.
         */
        x: string;
      };
  /**
   * A compact JWS.
   */
  key_proof: string;
}
/**
 * A sub-account as its agent and its owner see it.
 */
export interface SubAccountAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  sub_account_id: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  state: 'PENDING_CONFIRMATION' | 'DENIED' | 'ACTIVE' | 'FROZEN' | 'CLOSED';
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * What amounts add up to, as a decimal string, in major units.
   */
  balance: string;
  key: {
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    jkt: string;
    state: 'PENDING' | 'ACTIVE' | 'DEAD';
  };
  /**
   * What the agent has paid from it, by the books of the payment service.
   */
  usage: {
    payments: number;
    /**
     * What amounts add up to, as a decimal string, in major units.
     */
    paid: string;
    /**
     * What amounts add up to, as a decimal string, in major units.
     */
    refunded: string;
  };
}
export interface ToolRequestBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  delegator_identity: string;
  limits: {
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * An amount as a decimal string, in major units.
     */
    max_amount: string;
    /**
     * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
     */
    valid_until: string;
    /**
     * @minItems 1
     * @maxItems 64
     *
     * Items: An ACT identifier, compared byte by byte.
     */
    merchants?: string[];
    /**
     * The user confirms every order that this pays for (AI card).
     */
    confirm_each?: true;
  };
  /**
   * A compact JWS.
   */
  agent_attestation: string;
  /**
   * A compact JWS.
   */
  command: string;
}
/**
 * Answer of GET /trades/{trade_no}/evidence: what an agent has of a trade, and what it was shown by those who took part.
 */
export interface TradeEvidenceBody {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  purchase: PurchaseBundle | InstantPurchaseBundle;
  /**
   * In the order of their events.
   *
   * @maxItems 64
   */
  records: AttestationRecord[];
  /**
   * Who did not show its records.
   *
   * @maxItems 16
   *
   * Items: An ACT identifier, compared byte by byte.
   */
  unavailable: string[];
}
/**
 * A payment service vouches for a proof of payment at this moment.
 */
export interface ValidationAnswer {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  /**
   * A402 trade state.
   */
  state:
    | 'CREATE'
    | 'WAIT_BUYER_PAY'
    | 'WAIT_SELLER_FULFILLMENT'
    | 'WAIT_BUYER_RECEIPT'
    | 'TRADE_FINISHED'
    | 'TRADE_CLOSED';
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  receipt_digest: string;
  /**
   * An amount as a decimal string, in major units.
   */
  refunded_total: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
}
/**
 * The same mandate as a W3C verifiable credential (VC-JWT, typ vc+jwt): a second encoding, with the JWT claims that the VC data model has no place for beside it.
 */
export interface MandateCredential {
  '@context': ['https://www.w3.org/ns/credentials/v2'];
  type: ['VerifiableCredential', 'IntentAuthorizationCredential'];
  /**
   * An ACT identifier, compared byte by byte.
   */
  issuer: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validFrom: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validUntil: string;
  credentialStatus: {
    type: 'TokenStatusListEntry';
    idx: number;
    /**
     * An http or https address.
     */
    uri: string;
  };
  credentialSubject: {
    /**
     * An ACT identifier, compared byte by byte.
     */
    id: string;
    iac: IacPayload;
  };
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  cnf: {
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    jkt: string;
  };
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  confirmation_digest: string;
  control_proof_ref?: string;
}
/**
 * Claims of act-mandate+jwt: an IAC made out to exactly one payment service.
 */
export interface MandateClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An ACT identifier, compared byte by byte.
   */
  sub: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  nbf: number;
  /**
   * Thumbprint of the agent's key (RFC 7638).
   */
  cnf: {
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    jkt: string;
  };
  /**
   * status_reference: a Token Status List entry.
   */
  status: {
    status_list: {
      idx: number;
      /**
       * An http or https address.
       */
      uri: string;
    };
  };
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  confirmation_digest: string;
  iac: IacPayload;
  /**
   * Reference to a control proof of the signing call.
   */
  control_proof_ref?: string;
}
/**
 * A discount that the payer's payment service funds.
 */
export interface WalletDiscount {
  /**
   * An ACT identifier, compared byte by byte.
   */
  funder: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  promotion_id: string;
}
/**
 * RFC 9457 problem details with a stable code.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /**
   * A stable OpenACT code.
   */
  code: string;
  /**
   * A requirement id of spec/requirements.yaml.
   */
  requirement: string;
  retryability: 'never' | 'after_correction' | 'new_request' | 'later' | 'query_first';
  /**
   * @minItems 0
   * @maxItems 16
   */
  valid_next_actions: string[];
  detail?: string;
  instance?: string;
  evidence?: {
    [k: string]: string | number | boolean;
  };
  /**
   * A compact JWS.
   */
  refusal?: string;
}
/**
 * Claims of act-quote+jwt: a merchant's binding offer for one order, made out to one agent.
 */
export interface QuoteClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * @minItems 0
   * @maxItems 16
   */
  discounts: Discount[];
  /**
   * An amount as a decimal string, in major units.
   */
  payer_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * The category of every line, in order.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: A category name of the deployment.
   */
  categories: string[];
  payee: Payee;
  /**
   * @minItems 1
   * @maxItems 16
   */
  accepted: MethodAtPsp[];
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  pay_before: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  cart_digest: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  deliver_by?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  resource_id?: string;
  /**
   * DIRECT (where nothing is said): to the payee at once. ESCROW: held until the buyer has received. GRATUITY: to the payee at once, and nothing is owed for it.
   */
  settlement?: 'DIRECT' | 'ESCROW' | 'GRATUITY';
}
/**
 * Where the money goes: an account and the payment service that keeps it.
 */
export interface Payee {
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  account: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
}
export interface MethodAtPsp {
  /**
   * A name in the urn:act namespace.
   */
  method_id: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
}
/**
 * Claims of act-receipt+jwt: a payment service states that an order is paid. One for the seller, one for the agent.
 */
export interface ReceiptClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  merchant: string;
  /**
   * A402 trade state.
   */
  state:
    | 'CREATE'
    | 'WAIT_BUYER_PAY'
    | 'WAIT_SELLER_FULFILLMENT'
    | 'WAIT_BUYER_RECEIPT'
    | 'TRADE_FINISHED'
    | 'TRADE_CLOSED';
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * An amount as a decimal string, in major units.
   */
  payer_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  payee: Payee;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  quote_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  request_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  agent_jkt: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  authorization_digest: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  paid_at: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  resource_id?: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  delegation_id?: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  confirmation_digest?: string;
  peer?: PeerTrade;
}
/**
 * In the agent's receipt, where the payee's account is at another payment service: the trade there.
 */
export interface PeerTrade {
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
}
/**
 * event_body of act:commerce:cart-confirmed: the transaction confirmation is formed and may be paid.
 */
export interface CartConfirmedBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  counterparty: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  quote_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  transaction_confirmation_digest?: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * An amount as a decimal string, in major units.
   */
  payer_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  pay_before: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  resource_id?: string;
}
/**
 * event_body of act:commerce:decision-logged: the agent has compared what it was offered.
 */
export interface DecisionLoggedBody {
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  decision_digest: string;
  sellers_asked: number;
  offers: number;
  outcome: 'CHOSEN' | 'NONE';
  /**
   * An ACT identifier, compared byte by byte.
   */
  counterparty?: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount?: string;
  /**
   * ISO 4217 code.
   */
  currency?: string;
}
/**
 * event_body of act:delegation:delegation-expired: the end time has passed.
 */
export interface DelegationExpiredBody {
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_end_time: string;
}
/**
 * event_body of act:delegation:delegation-issued: the mandate is signed and Active.
 */
export interface DelegationIssuedBody {
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  mandate_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  confirmation_digest: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  agent_jkt: string;
  delegation_mode: 'SPECIFIED' | 'BOUNDED';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_start_time: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_end_time: string;
  /**
   * An amount as a decimal string, in major units.
   */
  max_total_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  parent_delegation_id?: string;
}
/**
 * event_body of act:delegation:delegation-resumed.
 */
export interface DelegationResumedBody {
  by: 'delegator' | 'risk_control';
}
/**
 * event_body of act:delegation:delegation-revoked.
 */
export interface DelegationRevokedBody {
  by: 'delegator' | 'agent';
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  revoked_with?: string;
}
/**
 * event_body of act:delegation:delegation-suspended.
 */
export interface DelegationSuspendedBody {
  by: 'delegator' | 'risk_control';
}
/**
 * event_body of act:commerce:fulfillment-completed: the order was delivered.
 */
export interface FulfillmentCompletedBody {
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  agent_id: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  quote_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  receipt_digest: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  delivered_digest: string;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  resource_id?: string;
}
/**
 * event_body of act:delegation:intent-created: the user has agreed to the structured intent.
 */
export interface IntentCreatedBody {
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  intent_digest: string;
  delegation_mode: 'SPECIFIED' | 'BOUNDED';
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_start_time: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  validity_end_time: string;
  /**
   * An amount as a decimal string, in major units.
   */
  max_total_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
}
/**
 * The trade of the payment service that judged.
 */
export interface PeerTrade1 {
  /**
   * An ACT identifier, compared byte by byte.
   */
  psp_id: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  trade_no: string;
}
/**
 * Claims of act-refusal+jwt: a payment service states why it refused an authenticated request.
 */
export interface RefusalClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  jti: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  /**
   * An ACT identifier, compared byte by byte.
   */
  aud: string;
  /**
   * base64url of a SHA-256 value, 43 characters.
   */
  request_digest: string;
  /**
   * A stable OpenACT code.
   */
  code: string;
  /**
   * A requirement id of spec/requirements.yaml.
   */
  requirement: string;
  retryability: 'never' | 'after_correction' | 'new_request' | 'later' | 'query_first';
}
/**
 * Claims of statuslist+jwt: a Token Status List with 2 bits per mandate: 0 valid, 1 revoked, 2 suspended.
 */
export interface StatusListClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * An http or https address.
   */
  sub: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  status_list: {
    bits: 2;
    /**
     * base64url of the zlib-compressed bytes.
     */
    lst: string;
  };
  ttl?: number;
}
/**
 * What the agent holds in its hands when a cart is confirmed (CID-CART-CFM), before anything is paid.
 */
export interface TransactionConfirmation {
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  confirmed_at: string;
  /**
   * An ACT identifier, compared byte by byte.
   */
  counterparty: string;
  /**
   * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
   */
  out_trade_no: string;
  lines: Lines;
  /**
   * An amount as a decimal string, in major units.
   */
  amount: string;
  /**
   * @minItems 0
   * @maxItems 16
   */
  discounts: Discount[];
  /**
   * An amount as a decimal string, in major units.
   */
  payer_amount: string;
  /**
   * ISO 4217 code.
   */
  currency: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  deliver_by?: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  pay_before: string;
  correlation: {
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    intent_id: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    delegation_id?: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    decision_id?: string;
    /**
     * An identifier in printable ASCII, compared byte by byte. None begins with a dot: `..` is a step in an address, and names nothing there.
     */
    quote_request_id?: string;
    /**
     * What a wallet shows to be scanned: 18 digits, the first of which name the payment service that gave them.
     */
    payer_code?: string;
    /**
     * base64url of a SHA-256 value, 43 characters.
     */
    quote_digest: string;
  };
}
/**
 * Claims of act-trust-list+jwt: who may speak in which role, under which anchors.
 */
export interface TrustListClaims {
  /**
   * An ACT identifier, compared byte by byte.
   */
  iss: string;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  iat: number;
  /**
   * Seconds since 1970-01-01T00:00:00Z, an integer.
   */
  exp: number;
  sequence: number;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  issued_at: string;
  /**
   * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
   */
  next_update: string;
  /**
   * @minItems 1
   * @maxItems 256
   */
  entries: {
    /**
     * An ACT identifier, compared byte by byte.
     */
    entity: string;
    role: 'IAC_ISSUER' | 'PSP' | 'MERCHANT' | 'AGENT_PROVIDER' | 'LOG' | 'DISPUTE_HANDLER' | 'CREDIT_SERVICE';
    /**
     * @minItems 1
     * @maxItems 8
     *
     * Items: base64 (not url-safe) of a DER certificate.
     */
    anchors: string[];
    status: 'ACTIVE' | 'SUSPENDED' | 'WITHDRAWN';
    /**
     * @minItems 1
     * @maxItems 64
     */
    history: {
      status: 'ACTIVE' | 'SUSPENDED' | 'WITHDRAWN';
      /**
       * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
       */
      from: string;
    }[];
    /**
     * @minItems 0
     * @maxItems 256
     *
     * Items: base64url of a SHA-256 value, 43 characters.
     */
    revoked_certificates?: string[];
    /**
     * Certificates that are good for nothing from a moment on: what is dated before it stays.
     *
     * @minItems 1
     * @maxItems 256
     */
    revocations?: {
      /**
       * base64url of a SHA-256 value, 43 characters.
       */
      'x5t#S256': string;
      /**
       * ISO 8601 UTC in whole seconds, with Z, from 1970 on; the date exists.
       */
      from: string;
    }[];
    /**
     * Chains that a message may name by thumbprint instead of carrying them.
     *
     * @minItems 1
     * @maxItems 8
     */
    certificates?: {
      /**
       * base64url of a SHA-256 value, 43 characters.
       */
      'x5t#S256': string;
      /**
       * @minItems 1
       * @maxItems 3
       *
       * Items: base64 (not url-safe) of a DER certificate.
       */
      x5c: string[];
    }[];
    /**
     * What people call somebody: one line, without characters that cannot be seen.
     */
    name?: string;
    endpoints?: {
      /**
       * An http or https address.
       */
      base_url?: string;
      /**
       * An http or https address.
       */
      capability_url?: string;
      /**
       * An http or https address.
       */
      status_list_url?: string;
    };
  }[];
}
