import {
  type ClaimsOf,
  type CreditAssociation,
  digestOfJws,
  digestOfObject,
  type JsonValue,
  parseUtcSeconds,
  signAssociation,
  signCredential,
  signMessage,
} from '../../src/protocol/index.ts';
import { EKU, exampleKey, institution, keySigner } from './keys.ts';
import { ORDER, PARTY } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';

const SERVICE = 'did:act:credit.example/service';
const SUBJECT = 'did:act:credit.example/s-4Yt6uI8oPq2wErTz';
const PLATFORM = 'did:act:market.example/platform';
const APPLICATION = 'app_2Xc4vBn6mQw8eRt0yUi3oP';
const CREDENTIAL = 'crd_5Gb7hNj9kMl1pOi3uYt5rE';
const REQUEST = 'crq_1Qa3wSx5eDc7rFv9tGb1yH';
const AUTHORIZATION = 'cau_8Ik0oLp2zAq4xSw6cDe8vF';
const ASSERTION = 'cas_7Uj9mIk1oLp3zAq5xSw7cD';
const AT = '2026-01-11T08:00:00Z';
const UNTIL = '2026-07-11T08:00:00Z';
const ASKED = '2026-01-12T00:59:00Z';

const POLICY = { id: 'level-mapping', version: '1.0' };
const BOUND = { max_amount: '2000.00', currency: 'CNY' };
const SCOPE = { transaction_types: ['transport/train'], relying_parties: [PARTY.merchant] };
const PURPOSES: ['MERCHANT_RISK_REFERENCE'] = ['MERCHANT_RISK_REFERENCE'];
const [PURPOSE] = PURPOSES;
const STATEMENT =
  'I operate this agent; my credit may be referred to for train tickets at this merchant only.';

const triple = {
  subject_assertion_ref: ASSERTION,
  mapped_value: { level: 'A-ASSOCIATED', standing: 'ELIGIBLE' },
  credit_source: 'ASSOCIATED_CREDIT',
  mapping_policy: POLICY,
  usage_bound: BOUND,
} as const;

/** A subject vouches for the agent of the printed purchase, and the merchant asks about it. */
export async function creditExamples(
  purchase: ExamplePurchase,
): Promise<Record<string, Record<string, unknown>>> {
  const subject = await exampleKey('credit subject');
  const service = await institution(SERVICE, 'credit service');
  const signer = await service.signer('credit', [EKU.credit]);
  const evidence = { ref: 'https://credit.example/evidence/1', digest: await digestOfObject('contract 1') };
  const application: ClaimsOf['creditApplication'] = {
    iss: SUBJECT,
    aud: SERVICE,
    jti: 'cap_3Wd5fGh7jKl9zXc1vBn3mQ',
    iat: parseUtcSeconds(AT),
    agent_id: PARTY.agent,
    role: 'OPERATOR',
    relationship_evidence: [evidence],
    confirmation_method: 'DIRECT_SIGNATURE',
    authorization_modes: ['PER_REQUEST', 'PLATFORM_PROXY'],
    revocation_method: 'SIGNED_COMMAND',
    subject_assertion_ref: ASSERTION,
    statement: STATEMENT,
    purposes: [...PURPOSES],
    scope: { transaction_types: ['transport/train'], relying_parties: [PARTY.merchant] },
    valid_until: UNTIL,
  };
  const association: CreditAssociation = {
    application_id: APPLICATION,
    nonce: application.jti,
    agent_id: PARTY.agent,
    subject_id: SUBJECT,
    role: 'OPERATOR',
    issuer: SERVICE,
    relationship_evidence: [evidence],
    statement: STATEMENT,
    confirmation_method: 'DIRECT_SIGNATURE',
    authorization_modes: ['PER_REQUEST', 'PLATFORM_PROXY'],
    revocation_method: 'SIGNED_COMMAND',
    ...triple,
    purposes: [...PURPOSES],
    scope: application.scope,
    valid_from: AT,
    valid_until: UNTIL,
  };
  const unsigned = {
    credential_id: CREDENTIAL,
    version: '1',
    association,
    subject_key: subject.publicJwk,
    subject_signature: await signAssociation(association, keySigner(subject)),
    issued_at: '2026-01-11T08:05:00Z',
    status_query: { uri: `https://credit.example/credit/credentials/${CREDENTIAL}/status` },
  } as const;
  const credential = await signCredential(unsigned, signer);
  const { subject_key: _key, subject_signature, ...attested } = unsigned;
  const byService = await signCredential(
    {
      ...attested,
      association: { ...association, confirmation_method: 'ATTESTED_CONFIRMATION' },
      predecessor: 'crd_0Zx2cVb4nMa6sDf8gHj0kL',
    },
    signer,
  );
  const mapping: ClaimsOf['creditMapping'] = {
    iss: SERVICE,
    sub: PARTY.agent,
    jti: 'map_6Rt8yUi0oPl2kJh4gFd6sA',
    iat: parseUtcSeconds(AT),
    exp: parseUtcSeconds(UNTIL),
    application_id: APPLICATION,
    ...triple,
    purposes: [...PURPOSES],
    scope: application.scope,
  };
  const request: ClaimsOf['creditRequest'] = {
    iss: PARTY.merchant,
    aud: SERVICE,
    jti: 'crm_9Ol1pKi3uJm5yHn7tGb9rF',
    iat: parseUtcSeconds(ASKED),
    request_id: REQUEST,
    version: '1',
    relying_party: PARTY.merchant,
    agent_id: PARTY.agent,
    level: 'ASSOCIATED_CREDIT',
    subject_assertion_ref: ASSERTION,
    authorization_id: AUTHORIZATION,
    purpose: PURPOSE,
    business_context: { transaction_type: 'transport/train', order_no: ORDER },
    data_items: ['credential_status', 'mapped_value', 'assertion_valid'],
    credential_id: CREDENTIAL,
  };
  const { subject_assertion_ref: _ref, authorization_id: _id, ...first } = request;
  const credentialOnly: ClaimsOf['creditRequest'] = {
    ...first,
    level: 'CREDENTIAL',
    data_items: ['credential_status'],
    credential,
    minimum_confirmation: 'DIRECT_SIGNATURE',
  };
  const answer = {
    iss: SERVICE,
    aud: PARTY.merchant,
    jti: 'cvr_4Tg6bYh8nUj0mIk2oLp4zA',
    iat: parseUtcSeconds('2026-01-12T00:59:01Z'),
    exp: parseUtcSeconds('2026-01-12T01:04:01Z'),
    request_id: REQUEST,
    agent_id: PARTY.agent,
    completed_level: 'ASSOCIATED_CREDIT',
    result: 'PASS',
    reason: 'VERIFIED',
    credential_status: 'ACTIVE',
    purpose: PURPOSE,
    purpose_limited: true,
    scope: SCOPE,
    credit_source: 'ASSOCIATED_CREDIT',
    mapped_value: triple.mapped_value,
    mapping_policy: POLICY,
    usage_bound: BOUND,
    assertion_valid: true,
    use_restrictions: { may_store: false, may_transfer: false },
  } as const;
  const { credit_source, mapped_value, mapping_policy, usage_bound, assertion_valid, ...bare } = answer;
  const { use_restrictions, ...atFirst } = bare;
  const failed = {
    ...atFirst,
    completed_level: 'NONE',
    result: 'FAIL',
    reason: 'ASSOCIATION_CREDENTIAL_NOT_FOUND',
    credential_status: 'NOT_DISCLOSED',
  } as const;
  const authorization: ClaimsOf['creditAuthorization'] = {
    iss: SUBJECT,
    aud: SERVICE,
    jti: AUTHORIZATION,
    iat: parseUtcSeconds(ASKED),
    mode: 'PER_REQUEST',
    relying_parties: [PARTY.merchant],
    agent_ids: [PARTY.agent],
    level: 'ASSOCIATED_CREDIT',
    purposes: [...PURPOSES],
    data_items: ['credential_status', 'mapped_value', 'mapping_policy', 'usage_bound', 'assertion_valid'],
    valid_from: ASKED,
    valid_until: '2026-01-12T01:09:00Z',
    request_id: REQUEST,
    use_restrictions,
  };
  const { request_id: _request, ...standing } = authorization;
  const proxy: ClaimsOf['creditAuthorization'] = {
    ...standing,
    mode: 'PLATFORM_PROXY',
    platform_proxy: PLATFORM,
    frequency_limit: { max_requests_per_window: 10, window_duration: 3600 },
    valid_until: UNTIL,
    use_restrictions: { may_store: true, retention_seconds: 86_400, may_transfer: false },
  };
  const status: ClaimsOf['creditStatus'] = {
    iss: SERVICE,
    iat: parseUtcSeconds(ASKED),
    exp: parseUtcSeconds(ASKED) + 60,
    credential_id: CREDENTIAL,
    status: 'ACTIVE',
    cause: 'ISSUED',
    status_version: 2,
    effective_at: '2026-01-11T08:05:00Z',
  };
  const applied = await signMessage('creditApplication', application, keySigner(subject));
  const control = {
    iss: PARTY.agent,
    aud: SERVICE,
    jti: 'cmd_5Tz7uIo9pLk1jHg3fDs5aQ',
    iat: application.iat,
    action: 'credit.control',
    target: SUBJECT,
    params: { digest: await digestOfJws(applied) },
  } as const;
  const confirm = {
    iss: SUBJECT,
    aud: SERVICE,
    jti: 'cmd_1Yx3cVb5nMa7sDf9gHj1kL',
    iat: parseUtcSeconds(unsigned.issued_at),
    action: 'credit.confirm',
    target: CREDENTIAL,
    params: { digest: await digestOfObject(byService.association as unknown as JsonValue) },
  } as const;
  return {
    'credit-association': { '': association },
    'credit-credential': { '': credential, attested: byService },
    'credit-application': { '': application, again: { ...application, predecessor: CREDENTIAL } },
    'credit-mapping': { '': mapping },
    'credit-request': { '': request, credential: credentialOnly },
    'credit-answer': { '': answer, credential: { ...atFirst, completed_level: 'CREDENTIAL' }, failed },
    'credit-authorization': { '': authorization, proxy },
    'credit-status': { '': status },
    'http/credit-application': {
      '': {
        application: applied,
        agent_attestation: purchase.attestation.compact,
        control_proof: await signMessage('command', control, keySigner(purchase.agent)),
      },
    },
    'http/credit-draft': {
      '': {
        credential_id: CREDENTIAL,
        status: 'PENDING',
        association,
        mapping: await signMessage('creditMapping', mapping, signer),
      },
    },
    'http/credit-confirmation': {
      '': { subject_signature },
      attested: { command: await signMessage('command', confirm, keySigner(subject)) },
    },
    'http/credit-credential': {
      '': { credential, status: await signMessage('creditStatus', status, signer) },
    },
    'http/credit-authorization': {
      '': { authorization: await signMessage('creditAuthorization', authorization, keySigner(subject)) },
    },
    'http/credit-verification': {
      '': { request: await signMessage('creditRequest', request, await merchantSigner()) },
    },
    'http/credit-questions': {
      '': {
        questions: [
          {
            request: await signMessage('creditRequest', request, await merchantSigner()),
            asked_at: '2026-01-12T00:59:00Z',
          },
        ],
      },
    },
    'http/credit-record': {
      '': {
        answer: await signMessage('creditAnswer', answer, signer),
        status: await signMessage('creditStatus', status, signer),
      },
    },
    command: { credit: confirm },
    'credit-register': {
      '': {
        version: '1',
        subjects: [{ id: SUBJECT, jwk: subject.publicJwk }],
        relationships: [{ subject: SUBJECT, agent: PARTY.agent, roles: ['OPERATOR'], evidence: [evidence] }],
        assertions: [
          {
            ...{ id: ASSERTION, version: '1', subject: SUBJECT, state: 'VALID', level: 'A' },
            ...{ issued_at: '2026-01-01T00:00:00Z', valid_until: '2027-01-01T00:00:00Z' },
          },
        ],
        rules: [{ ...POLICY, levels: { A: 'A-ASSOCIATED' }, bound: BOUND }],
      },
    },
  };
}

async function merchantSigner() {
  const merchant = await institution(PARTY.merchant, 'merchant');
  return merchant.signer('command', [EKU.command]);
}
