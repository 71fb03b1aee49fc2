import {
  type CreditAnswerClaims,
  type CreditAssociation,
  type CreditAuthorizationClaims,
  type CreditCredential,
  type CreditRequestClaims,
  signAssociation,
  signCredential,
} from '../../protocol/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { EKU } from '../../protocol/x509/index.ts';
import type { CreditVerificationState } from '../facts/credit.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { type Actor, type Actors, certifiedActor, DAY_SECONDS, IDS, keyActor, WORLD_NOW } from './actors.ts';
import { buildWorld } from './world.ts';

export const CREDIT = {
  service: 'did:act:credit.example/service',
  otherService: 'did:act:credit.example/second',
  subject: 'did:act:credit.example/subject-1',
  otherSubject: 'did:act:credit.example/subject-2',
  platform: IDS.psp,
} as const;

export interface CreditActors {
  readonly service: Actor;
  /** Another credit service that is listed as well. */
  readonly otherService: Actor;
  /** Another key with a good certificate of the same service, for forgeries. */
  readonly forger: Actor;
  readonly subject: Actor;
  /** A payment service that asks as a platform. */
  readonly platform: Actor;
}

export interface CreditWorld {
  readonly actors: Actors;
  readonly credit: CreditActors;
  readonly trustList: TrustList;
  readonly association: CreditAssociation;
  readonly credential: CreditCredential;
  readonly request: CreditRequestClaims;
  readonly authorization: CreditAuthorizationClaims;
  readonly answer: CreditAnswerClaims;
  readonly state: CreditVerificationState;
}

export async function createCreditActors({ authorities }: Actors): Promise<CreditActors> {
  const authority = authorities.assistant;
  return {
    service: await certifiedActor({ authority, uri: CREDIT.service, eku: [EKU.credit] }),
    otherService: await certifiedActor({ authority, uri: CREDIT.otherService, eku: [EKU.credit] }),
    forger: await certifiedActor({ authority, uri: 'did:act:credit.example/other', eku: [EKU.credit] }),
    subject: await keyActor(),
    platform: await certifiedActor({ authority: authorities.bank, uri: IDS.psp, eku: [EKU.command] }),
  };
}

/** A subject that operates the agent, the credential of it, and the merchant that asks. */
export async function buildCreditWorld(actors: Actors, credit: CreditActors): Promise<CreditWorld> {
  const world = await buildWorld(actors, {
    trustList: (claims) => {
      for (const entity of [CREDIT.service, CREDIT.otherService]) {
        claims.entries.push({
          entity,
          role: 'CREDIT_SERVICE',
          anchors: [actors.anchors.assistant],
          status: 'ACTIVE',
          history: [{ status: 'ACTIVE', from: formatUtcSeconds(WORLD_NOW - 365 * DAY_SECONDS) }],
        });
      }
    },
  });
  const association: CreditAssociation = {
    application_id: 'app-1',
    nonce: 'cap-1',
    agent_id: IDS.agent,
    subject_id: CREDIT.subject,
    role: 'OPERATOR',
    issuer: CREDIT.service,
    relationship_evidence: [{ ref: 'evidence-1', digest: 'A'.repeat(43) }],
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
    valid_from: formatUtcSeconds(WORLD_NOW - DAY_SECONDS),
    valid_until: formatUtcSeconds(WORLD_NOW + DAY_SECONDS),
  };
  const credential = await issuedOver(association, credit);
  const request: CreditRequestClaims = {
    iss: IDS.merchant,
    aud: CREDIT.service,
    jti: 'crm-1',
    iat: WORLD_NOW,
    request_id: 'crq-1',
    version: '1',
    relying_party: IDS.merchant,
    agent_id: IDS.agent,
    level: 'ASSOCIATED_CREDIT',
    subject_assertion_ref: 'cas-1',
    purpose: 'MERCHANT_RISK_REFERENCE',
    business_context: { transaction_type: 'transport/train', order_no: 'order-1' },
    data_items: ['mapped_value'],
    credential_id: 'crd-1',
  };
  const authorization: CreditAuthorizationClaims = {
    iss: CREDIT.subject,
    aud: CREDIT.service,
    jti: 'cau-1',
    iat: WORLD_NOW - 10,
    mode: 'PER_REQUEST',
    relying_parties: [IDS.merchant],
    agent_ids: [IDS.agent],
    level: 'ASSOCIATED_CREDIT',
    purposes: ['MERCHANT_RISK_REFERENCE'],
    data_items: ['mapped_value', 'mapping_policy'],
    valid_from: formatUtcSeconds(WORLD_NOW - 10),
    valid_until: formatUtcSeconds(WORLD_NOW + 300),
    request_id: 'crq-1',
    use_restrictions: { may_store: false, may_transfer: false },
  };
  const answer: CreditAnswerClaims = {
    iss: CREDIT.service,
    aud: IDS.merchant,
    jti: 'cvr-1',
    iat: WORLD_NOW,
    exp: WORLD_NOW + 300,
    request_id: 'crq-1',
    agent_id: IDS.agent,
    completed_level: 'ASSOCIATED_CREDIT',
    result: 'PASS',
    reason: 'VERIFIED',
    credential_status: 'ACTIVE',
    purpose: 'MERCHANT_RISK_REFERENCE',
    purpose_limited: true,
    scope: association.scope,
    credit_source: 'ASSOCIATED_CREDIT',
    assertion_valid: true,
    mapped_value: association.mapped_value,
    mapping_policy: association.mapping_policy,
    usage_bound: association.usage_bound,
  };
  return {
    ...{ actors, credit, association, credential, request, authorization, answer },
    trustList: world.trustList,
    state: {
      replay: 'new',
      credential,
      status: 'ACTIVE',
      agent: 'registered',
      authorization: { claims: authorization, revoked: false, used: 0 },
      assertion: 'valid',
      mapping: 'supported',
    },
  };
}

/** A credential over another association, with good signatures. */
export async function issuedOver(
  association: CreditAssociation,
  { service, subject }: Pick<CreditActors, 'service' | 'subject'>,
): Promise<CreditCredential> {
  const direct = association.confirmation_method === 'DIRECT_SIGNATURE';
  return signCredential(
    {
      credential_id: 'crd-1',
      version: '1',
      association,
      ...(direct
        ? {
            subject_key: subject.publicJwk,
            subject_signature: await signAssociation(association, subject.signer),
          }
        : {}),
      issued_at: formatUtcSeconds(WORLD_NOW - DAY_SECONDS),
      status_query: { uri: 'https://credit.example/credit/credentials/crd-1/status' },
    },
    service.signer,
  );
}

export const signRequest = (world: CreditWorld, change: Partial<CreditRequestClaims> = {}) =>
  signMessage('creditRequest', { ...world.request, ...change }, world.actors.merchant.signer);
