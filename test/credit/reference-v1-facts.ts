/**
 * What the fifteen examples of ACT's non-normative `reference-v1` for TSD-CRD say, member by member: names, enumerated
 * values, times and figures. Identifiers, references, signatures and wording are stand-ins of the same form.
 */
export type Facts = Readonly<Record<string, unknown>>;

const id = 'example-001';
const agent = 'agent:example:assistant';
const subject = 'subject:example:person';
const service = 'issuer:example:service';
const party = 'relying-party:example:merchant';
const urn = 'urn:example:document';
const value = { level: 'A-ASSOCIATED', standing: 'ELIGIBLE_FOR_REFERENCE' };
const policy = { id: 'level-mapping', version: '1.0' };
const scope = ['merchant:example:store', 'transaction:purchase'];
const statusQuery = { uri: '/v1/association-credentials/example-001/status', method: 'GET' };
const proof = { signatureAlgorithm: 'Ed25519', keyId: `${party}#key-1`, signatureValue: 'PLACEHOLDER' };
const message = 'reference-v1';

const application = {
  applicationId: id,
  messageVersion: message,
  subjectId: subject,
  agentId: agent,
  relationshipEvidenceRefs: [urn],
  issuerId: service,
};

const credential = {
  credentialId: id,
  credentialVersion: message,
  associationApplicationId: id,
  agentId: agent,
  subjectId: subject,
  issuerId: service,
  relationshipEvidenceRef: urn,
  subjectCreditAssertionRef: urn,
  associatedCreditValue: value,
  creditSource: 'ASSOCIATED_CREDIT',
  mappingPolicy: policy,
  confirmationStatement: 'words of the subject',
  statusQuery,
  issuerSignature: 'PLACEHOLDER',
  issuerSignatureAlgorithm: 'Ed25519',
};

const request = {
  requestId: id,
  messageVersion: message,
  relyingPartyId: party,
  agentId: agent,
  purpose: 'MERCHANT_RISK_REFERENCE',
  businessContext: { orderId: id, transactionType: 'PURCHASE' },
  credential: { credentialId: id, uri: 'https://issuer.example/credentials/example-001' },
  requestedAt: '2026-08-12T08:21:00Z',
  antiReplay: { nonce: id },
  requestProof: proof,
};

const response = {
  requestId: id,
  verificationRecordId: id,
  agentId: agent,
  credentialStatus: 'ACTIVE',
  scope,
  purposeLimited: true,
  responseProof: proof,
};

const authorization = {
  authorizationId: id,
  authorizationVersion: message,
  subjectId: subject,
  relyingPartyIds: [party],
  agentIds: [agent],
  verificationLevel: 'ASSOCIATED_CREDIT',
  allowedDataItems: ['associatedCreditValue', 'mappingPolicy', 'subjectCreditAssertionValid'],
  validFrom: '2026-08-12T08:20:00Z',
  status: 'ACTIVE',
  authorizationProof: proof,
};

export const EXAMPLES: Readonly<Record<string, Facts>> = {
  'association-application-attested': {
    ...application,
    associationRole: 'OPERATOR',
    confirmationMethod: 'ATTESTED_CONFIRMATION',
    purpose: 'MERCHANT_RISK_REFERENCE',
    scope,
    authorizationMode: 'PER_REQUEST',
    requestedAt: '2026-08-12T08:00:00Z',
    validFrom: '2026-08-12T08:00:00Z',
    expiresAt: '2027-08-12T08:00:00Z',
    antiReplay: { nonce: id },
  },
  'association-application-direct': {
    ...application,
    associationRole: 'CONTROLLER',
    confirmationMethod: 'DIRECT_SIGNATURE',
    purpose: 'B2B_COUNTERPARTY_REVIEW',
    scope: ['business:example:procurement'],
    authorizationMode: 'PLATFORM_DELEGATED',
    requestedAt: '2026-08-12T08:05:00Z',
    validFrom: '2026-08-12T08:05:00Z',
    expiresAt: '2027-08-12T08:05:00Z',
    antiReplay: { idempotencyKey: id },
  },
  'association-credential-attested': {
    ...credential,
    associationRole: 'OPERATOR',
    confirmationMethod: 'ATTESTED_CONFIRMATION',
    purpose: 'MERCHANT_RISK_REFERENCE',
    scope,
    issuedAt: '2026-08-12T08:10:00Z',
    validFrom: '2026-08-12T08:10:00Z',
    expiresAt: '2027-08-12T08:00:00Z',
  },
  'association-credential-direct': {
    ...credential,
    associationRole: 'CONTROLLER',
    confirmationMethod: 'DIRECT_SIGNATURE',
    associatedCreditValue: { level: 'AA-ASSOCIATED', standing: 'ELIGIBLE_FOR_REFERENCE' },
    purpose: 'B2B_COUNTERPARTY_REVIEW',
    scope: ['business:example:procurement'],
    associationApplicationRequestedAt: '2026-08-12T08:05:00Z',
    associationApplicationAntiReplay: { idempotencyKey: id },
    subjectPublicKey: { keyId: `${subject}#key-1`, format: 'pem-spki', value: 'PLACEHOLDER' },
    subjectSignature: 'PLACEHOLDER',
    subjectSignatureAlgorithm: 'Ed25519',
    issuedAt: '2026-08-12T08:15:00Z',
    validFrom: '2026-08-12T08:15:00Z',
    expiresAt: '2027-08-12T08:05:00Z',
  },
  'agent-associated-credit-assertion': {
    assertionId: id,
    assertionVersion: message,
    creditServiceId: service,
    agentId: agent,
    associationCredentialRef: id,
    subjectCreditAssertionRef: urn,
    associatedCreditValue: value,
    creditSource: 'ASSOCIATED_CREDIT',
    mappingPolicy: policy,
    purpose: 'MERCHANT_RISK_REFERENCE',
    scope,
    issuedAt: '2026-08-12T08:10:00Z',
    validFrom: '2026-08-12T08:10:00Z',
    expiresAt: '2026-09-12T07:55:00Z',
    status: 'ACTIVE',
    assertionProof: proof,
  },
  'subject-credit-assertion': {
    assertionId: id,
    assertionVersion: '1.0',
    creditServiceId: service,
    subjectId: subject,
    issuedAt: '2026-08-12T07:55:00Z',
    validFrom: '2026-08-12T07:55:00Z',
    expiresAt: '2026-09-12T07:55:00Z',
    creditPayload: { level: 'A', standing: 'GOOD' },
    assertionProof: proof,
  },
  'credential-status-active': {
    credentialId: id,
    status: 'ACTIVE',
    statusVersion: 1,
    reasonCode: 'ISSUED',
    effectiveAt: '2026-08-12T08:10:00Z',
    updatedAt: '2026-08-12T08:10:00Z',
    statusProof: proof,
  },
  'status-change-suspend': {
    requestId: id,
    credentialId: id,
    targetStatus: 'SUSPENDED',
    reasonCode: 'SUBJECT_REQUEST',
    requestedBy: subject,
    requestedAt: '2026-08-13T08:00:00Z',
    antiReplay: { nonce: id },
    requestProof: proof,
  },
  'credit-query-authorization-per-request': {
    ...authorization,
    mode: 'PER_REQUEST',
    purpose: 'MERCHANT_RISK_REFERENCE',
    expiresAt: '2026-08-12T08:25:00Z',
    resultUseRestrictions: { mayStore: false, mayTransfer: false },
    boundRequestId: id,
  },
  'credit-query-authorization-platform-delegated': {
    ...authorization,
    mode: 'PLATFORM_DELEGATED',
    platformDelegateId: 'platform-delegate:example:platform',
    purpose: 'B2B_COUNTERPARTY_REVIEW',
    expiresAt: '2026-09-12T08:20:00Z',
    frequencyLimit: { maxRequestsPerWindow: 10, windowDurationSeconds: 3600 },
    resultUseRestrictions: { mayStore: true, retentionSeconds: 86400, mayTransfer: false },
  },
  'verification-request-credential': {
    ...request,
    verificationLevel: 'CREDENTIAL',
    requestedDataItems: ['credentialStatus', 'confirmationMethod'],
  },
  'verification-request-associated-credit': {
    ...request,
    verificationLevel: 'ASSOCIATED_CREDIT',
    subjectCreditAssertionRef: urn,
    authorizationId: id,
    requestedDataItems: ['associatedCreditValue', 'mappingPolicy', 'subjectCreditAssertionValid'],
  },
  'verification-response-credential-pass': {
    ...response,
    completedLevel: 'CREDENTIAL',
    result: 'PASS',
    reasonCode: 'VERIFIED',
    generatedAt: '2026-08-12T08:21:01Z',
    expiresAt: '2026-08-12T08:26:01Z',
    statusQuery,
  },
  'verification-response-associated-credit-pass': {
    ...response,
    completedLevel: 'ASSOCIATED_CREDIT',
    result: 'PASS',
    reasonCode: 'VERIFIED',
    creditSource: 'ASSOCIATED_CREDIT',
    associatedCreditValue: value,
    subjectCreditAssertionValid: true,
    mappingPolicy: policy,
    generatedAt: '2026-08-12T08:21:01Z',
    expiresAt: '2026-08-12T08:26:01Z',
    statusQuery,
  },
  'verification-response-inconclusive': {
    ...response,
    completedLevel: 'CREDENTIAL',
    result: 'INCONCLUSIVE',
    reasonCode: 'CREDIT_ASSERTION_UNAVAILABLE',
    generatedAt: '2026-08-12T08:22:01Z',
    expiresAt: '2026-08-12T08:23:01Z',
  },
};

/** The one real signature among the vectors: over RFC 8785 of a payload, and the payload that was changed afterwards. */
export const SIGNED = {
  payload: { a: 'ACP', nested: { a: [3, 2, 1], b: true }, z: 1 },
  tampered: { a: 'ACP-TAMPERED', nested: { a: [3, 2, 1], b: true }, z: 1 },
  /** The last 32 bytes of the SubjectPublicKeyInfo. */
  key: 'isjuaN_cm2-zxRuis_oJCmsv0UWOjyF-JeaLSheU9CQ',
  signature: 'DyNGvXbGY2EJ-DX2FacPkLLUj63-EshC6IaLTDSpAagbGjp_PIcKg0E8CLmEy2h3okyfjNfhtOplpZ64-MuiAQ',
} as const;
