/**
 * Names of members of ACT's non-normative `reference-v1` for TSD-CRD and ours, by kind of example. Names are facts and are
 * restated here. What has no counterpart is named with the reason, and chapter 20.11 says more of each.
 */

/** One of their kinds of example. */
export interface ReferenceKind {
  readonly kind: string;
  readonly files: readonly string[];
  /** Our schema; a second one stands in its member `association`. */
  readonly ours: readonly string[];
  /** Their members and ours; `jws`: the signature, type and version of a compact JWS say it. */
  readonly members: Readonly<Record<string, string>>;
  /** Theirs that have none of ours, and ours that are required and that they do not have. */
  readonly onlyTheirs: readonly string[];
  readonly onlyOurs: readonly string[];
}

export const KINDS: readonly ReferenceKind[] = [
  {
    kind: 'association-application',
    files: ['association-application-attested', 'association-application-direct'],
    ours: ['credit-application'],
    members: {
      subjectId: 'iss',
      agentId: 'agent_id',
      associationRole: 'role',
      relationshipEvidenceRefs: 'relationship_evidence',
      confirmationMethod: 'confirmation_method',
      issuerId: 'aud',
      purpose: 'purposes',
      scope: 'scope',
      authorizationMode: 'authorization_modes',
      requestedAt: 'iat',
      expiresAt: 'valid_until',
      antiReplay: 'jti',
      messageVersion: 'jws',
    },
    // The id is the service's to give; a validity that begins later than the issue is not offered.
    onlyTheirs: ['applicationId', 'validFrom'],
    onlyOurs: ['subject_assertion_ref', 'statement', 'revocation_method'],
  },
  {
    kind: 'association-credential',
    files: ['association-credential-attested', 'association-credential-direct'],
    ours: ['credit-credential', 'credit-association'],
    members: {
      credentialId: 'credential_id',
      credentialVersion: 'version',
      associationApplicationId: 'application_id',
      agentId: 'agent_id',
      subjectId: 'subject_id',
      associationRole: 'role',
      issuerId: 'issuer',
      relationshipEvidenceRef: 'relationship_evidence',
      confirmationMethod: 'confirmation_method',
      subjectCreditAssertionRef: 'subject_assertion_ref',
      associatedCreditValue: 'mapped_value',
      creditSource: 'credit_source',
      mappingPolicy: 'mapping_policy',
      confirmationStatement: 'statement',
      purpose: 'purposes',
      scope: 'scope',
      associationApplicationAntiReplay: 'nonce',
      subjectPublicKey: 'subject_key',
      subjectSignature: 'subject_signature',
      subjectSignatureAlgorithm: 'subject_signature',
      issuedAt: 'issued_at',
      validFrom: 'valid_from',
      expiresAt: 'valid_until',
      statusQuery: 'status_query',
      issuerSignature: 'issuer_signature',
      issuerSignatureAlgorithm: 'issuer_signature',
    },
    // valid_from is the time of the application.
    onlyTheirs: ['associationApplicationRequestedAt'],
    onlyOurs: ['association', 'usage_bound', 'authorization_modes', 'revocation_method'],
  },
  {
    kind: 'agent-associated-credit-assertion',
    files: ['agent-associated-credit-assertion'],
    ours: ['credit-mapping'],
    members: {
      assertionId: 'jti',
      assertionVersion: 'jws',
      creditServiceId: 'iss',
      agentId: 'sub',
      subjectCreditAssertionRef: 'subject_assertion_ref',
      associatedCreditValue: 'mapped_value',
      creditSource: 'credit_source',
      mappingPolicy: 'mapping_policy',
      purpose: 'purposes',
      scope: 'scope',
      issuedAt: 'iat',
      expiresAt: 'exp',
      assertionProof: 'jws',
    },
    // It is made before there is a credential, and says no state.
    onlyTheirs: ['associationCredentialRef', 'validFrom', 'status'],
    onlyOurs: ['application_id', 'usage_bound'],
  },
  {
    kind: 'credential-status',
    files: ['credential-status-active'],
    ours: ['credit-status'],
    members: {
      credentialId: 'credential_id',
      status: 'status',
      statusVersion: 'status_version',
      reasonCode: 'cause',
      effectiveAt: 'effective_at',
      updatedAt: 'iat',
      statusProof: 'jws',
    },
    onlyTheirs: [],
    onlyOurs: ['iss', 'exp'],
  },
  {
    kind: 'credit-query-authorization',
    files: ['credit-query-authorization-per-request', 'credit-query-authorization-platform-delegated'],
    ours: ['credit-authorization'],
    members: {
      authorizationId: 'jti',
      authorizationVersion: 'jws',
      mode: 'mode',
      subjectId: 'iss',
      relyingPartyIds: 'relying_parties',
      platformDelegateId: 'platform_proxy',
      agentIds: 'agent_ids',
      verificationLevel: 'level',
      purpose: 'purposes',
      allowedDataItems: 'data_items',
      validFrom: 'valid_from',
      expiresAt: 'valid_until',
      frequencyLimit: 'frequency_limit',
      resultUseRestrictions: 'use_restrictions',
      boundRequestId: 'request_id',
      authorizationProof: 'jws',
    },
    // A state is looked up, not signed.
    onlyTheirs: ['status'],
    onlyOurs: ['aud', 'iat'],
  },
  {
    kind: 'status-change',
    files: ['status-change-suspend'],
    ours: ['command'],
    members: {
      requestId: 'jti',
      credentialId: 'target',
      targetStatus: 'action',
      reasonCode: 'params',
      requestedBy: 'iss',
      requestedAt: 'iat',
      antiReplay: 'jti',
      requestProof: 'jws',
    },
    onlyTheirs: [],
    onlyOurs: ['aud'],
  },
  {
    kind: 'verification-request',
    files: ['verification-request-associated-credit', 'verification-request-credential'],
    ours: ['credit-request'],
    members: {
      requestId: 'request_id',
      messageVersion: 'version',
      relyingPartyId: 'relying_party',
      agentId: 'agent_id',
      verificationLevel: 'level',
      subjectCreditAssertionRef: 'subject_assertion_ref',
      authorizationId: 'authorization_id',
      platformDelegateId: 'iss',
      purpose: 'purpose',
      businessContext: 'business_context',
      requestedDataItems: 'data_items',
      credential: 'credential_id',
      requestedAt: 'iat',
      antiReplay: 'jti',
      requestProof: 'jws',
    },
    onlyTheirs: [],
    onlyOurs: ['aud'],
  },
  {
    kind: 'verification-response',
    files: [
      'verification-response-associated-credit-pass',
      'verification-response-credential-pass',
      'verification-response-inconclusive',
    ],
    ours: ['credit-answer'],
    members: {
      requestId: 'request_id',
      verificationRecordId: 'jti',
      agentId: 'agent_id',
      completedLevel: 'completed_level',
      result: 'result',
      reasonCode: 'reason',
      credentialStatus: 'credential_status',
      creditSource: 'credit_source',
      associatedCreditValue: 'mapped_value',
      subjectCreditAssertionValid: 'assertion_valid',
      mappingPolicy: 'mapping_policy',
      scope: 'scope',
      generatedAt: 'iat',
      expiresAt: 'exp',
      statusQuery: 'status_query',
      purposeLimited: 'purpose_limited',
      responseProof: 'jws',
    },
    onlyTheirs: [],
    onlyOurs: ['iss', 'aud', 'purpose'],
  },
];

/** The kind of an example, by the name of its file. */
export const kindOf = (file: string): ReferenceKind | undefined =>
  KINDS.find(({ files }) => files.includes(file));
