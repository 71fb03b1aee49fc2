import { CAS, DAY, IDS, NOW } from './actors.ts';
import type { Builder } from './builder.ts';
import { base64url, utf8 } from './bytes.ts';
import * as base from './claims.ts';
import { canonical, isObject, type JsonObject } from './json.ts';
import type { Signer } from './jws.ts';

/** Place of the credit service in the trust list of the credit vectors, for JSON pointers. */
export const CREDIT_ENTRY = (base.trustList().entries as readonly unknown[]).length;

function trustList(): JsonObject {
  const list = base.trustList();
  const entries = Array.isArray(list.entries) ? list.entries : [];
  const service = base.entry(IDS.creditService, 'CREDIT_SERVICE', CAS.credit.certificate);
  return { ...list, entries: [...entries, service] };
}

function association(): JsonObject {
  return {
    application_id: 'app-1',
    nonce: 'cap-1',
    agent_id: IDS.agent,
    subject_id: IDS.creditSubject,
    role: 'OPERATOR',
    issuer: IDS.creditService,
    relationship_evidence: [{ ref: 'https://credit.example/evidence/1', digest: base.OTHER_DIGEST }],
    statement: 'I operate this agent; my credit may be referred to for train tickets only.',
    confirmation_method: 'DIRECT_SIGNATURE',
    authorization_modes: ['PER_REQUEST', 'PLATFORM_PROXY'],
    revocation_method: 'SIGNED_COMMAND',
    subject_assertion_ref: 'cas-1',
    mapped_value: { level: 'A-ASSOCIATED' },
    credit_source: 'ASSOCIATED_CREDIT',
    mapping_policy: { id: 'level-mapping', version: '1.0' },
    usage_bound: { max_amount: '2000.00', currency: 'CNY' },
    purposes: ['MERCHANT_RISK_REFERENCE'],
    scope: { transaction_types: ['transport/train'], relying_parties: [IDS.merchant] },
    valid_from: base.utc(NOW - DAY),
    valid_until: base.utc(NOW + DAY),
  };
}

const detached = (value: JsonObject, { key }: Signer): string => base64url(key.sign(utf8(canonical(value))));

/** Signed inside by the subject where it confirms directly, and outside by the service without three members. */
function credential(builder: Builder): JsonObject {
  const { creditService, creditSubject } = builder.actors;
  const confirmed = builder.draft('credit_association', association());
  const direct = confirmed.confirmation_method === 'DIRECT_SIGNATURE';
  const inner: JsonObject = direct
    ? {
        subject_key: { ...creditSubject.key.publicJwk } as JsonObject,
        subject_signature: { algorithm: creditSubject.key.alg, value: detached(confirmed, creditSubject) },
      }
    : {};
  const unsigned = builder.draft('credit_credential', {
    credential_id: 'crd-1',
    version: '1',
    association: confirmed,
    ...inner,
    issued_at: base.utc(NOW - DAY),
    status_query: { uri: 'https://credit.example/credit/credentials/crd-1/status' },
  });
  const { status_query: _query, predecessor: _before, ...covered } = unsigned;
  const { x5c = [] } = creditService.header;
  const signature = { algorithm: creditService.key.alg, value: detached(covered, creditService), x5c };
  return builder.draft('credit_signed', { ...unsigned, issuer_signature: signature });
}

function request(): JsonObject {
  return {
    iss: IDS.merchant,
    aud: IDS.creditService,
    jti: 'crm-1',
    iat: NOW - 1,
    request_id: 'crq-1',
    version: '1',
    relying_party: IDS.merchant,
    agent_id: IDS.agent,
    level: 'ASSOCIATED_CREDIT',
    subject_assertion_ref: 'cas-1',
    purpose: 'MERCHANT_RISK_REFERENCE',
    business_context: { transaction_type: 'transport/train', order_no: 'order-0001' },
    data_items: ['mapped_value'],
    credential_id: 'crd-1',
  };
}

function authorization(): JsonObject {
  return {
    iss: IDS.creditSubject,
    aud: IDS.creditService,
    jti: 'cau-1',
    iat: NOW - 10,
    mode: 'PER_REQUEST',
    relying_parties: [IDS.merchant],
    agent_ids: [IDS.agent],
    level: 'ASSOCIATED_CREDIT',
    purposes: ['MERCHANT_RISK_REFERENCE'],
    data_items: ['mapped_value', 'mapping_policy'],
    valid_from: base.utc(NOW - 10),
    valid_until: base.utc(NOW + 300),
    request_id: 'crq-1',
    use_restrictions: { may_store: false, may_transfer: false },
  };
}

function answer(signed: JsonObject): JsonObject {
  const confirmed = isObject(signed.association) ? signed.association : {};
  const { mapped_value = {}, mapping_policy = {}, usage_bound = {}, scope = {} } = confirmed;
  return {
    iss: IDS.creditService,
    aud: IDS.merchant,
    jti: 'cvr-1',
    iat: NOW,
    exp: NOW + 300,
    request_id: 'crq-1',
    agent_id: IDS.agent,
    completed_level: 'ASSOCIATED_CREDIT',
    result: 'PASS',
    reason: 'VERIFIED',
    credential_status: 'ACTIVE',
    purpose: 'MERCHANT_RISK_REFERENCE',
    purpose_limited: true,
    scope,
    credit_source: 'ASSOCIATED_CREDIT',
    assertion_valid: true,
    ...{ mapped_value, mapping_policy, usage_bound },
  };
}

function status(): JsonObject {
  return {
    iss: IDS.creditService,
    iat: NOW,
    exp: NOW + 60,
    credential_id: 'crd-1',
    status: 'ACTIVE',
    cause: 'ISSUED',
    status_version: 2,
    effective_at: base.utc(NOW - DAY),
  };
}

/** A subject that vouches for the agent, the merchant that asks about it, and the answer. */
export function makeCredit(
  builder: Builder,
): Record<'credit_credential' | 'credit_authorization', JsonObject> {
  const { actors } = builder;
  builder.make('credit_trust_list', trustList(), actors.trust);
  const signed = credential(builder);
  builder.make('credit_request', request(), actors.merchant);
  builder.make('credit_answer', answer(signed), actors.creditService);
  builder.make('credit_status', status(), actors.creditService);
  return {
    credit_credential: signed,
    credit_authorization: builder.draft('credit_authorization', authorization()),
  };
}
