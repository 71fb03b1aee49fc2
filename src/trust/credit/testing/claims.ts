/** What is said about credit where a test says nothing else: good, and made out by whoever has to say it. */
import type {
  CommandClaims,
  CreditApplicationClaims,
  CreditAuthorizationClaims,
  CreditRequestClaims,
} from '../../../protocol/generated/types.ts';
import { newId } from '../../../protocol/ports.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { random } from '../../testing/log-world.ts';
import { ID } from './parties.ts';

const APPLIED_SECONDS = 60 * 86_400;
const AUTHORIZED_SECONDS = 600;

export function commandAt(now: number, iss: string): CommandClaims {
  return {
    iss,
    aud: ID.credit,
    jti: newId(random, 'cmd'),
    iat: now,
    action: 'credit.read',
    target: 'none',
  };
}

export function applicationAt(now: number, nonce: string): CreditApplicationClaims {
  return {
    iss: ID.subject,
    aud: ID.credit,
    jti: nonce,
    iat: now,
    agent_id: ID.agent,
    role: 'OPERATOR',
    relationship_evidence: [{ ref: 'evidence-1', digest: 'A'.repeat(43) }],
    confirmation_method: 'DIRECT_SIGNATURE',
    authorization_modes: ['PER_REQUEST', 'PLATFORM_PROXY'],
    revocation_method: 'SIGNED_COMMAND',
    subject_assertion_ref: 'cas-1',
    statement: 'I operate this agent; my credit may be referred to for train tickets only.',
    purposes: ['MERCHANT_RISK_REFERENCE'],
    scope: { transaction_types: ['transport/train'] },
    valid_until: formatUtcSeconds(now + APPLIED_SECONDS),
  };
}

export function authorizationAt(now: number): CreditAuthorizationClaims {
  return {
    iss: ID.subject,
    aud: ID.credit,
    jti: newId(random, 'cau'),
    iat: now,
    mode: 'PER_REQUEST',
    relying_parties: [ID.merchant],
    agent_ids: [ID.agent],
    level: 'ASSOCIATED_CREDIT',
    purposes: ['MERCHANT_RISK_REFERENCE'],
    data_items: ['credential_status', 'mapped_value', 'mapping_policy', 'usage_bound', 'assertion_valid'],
    valid_from: formatUtcSeconds(now),
    valid_until: formatUtcSeconds(now + AUTHORIZED_SECONDS),
    use_restrictions: { may_store: false, may_transfer: false },
  };
}

/** Of the credit itself a request names the assertion; of the credential alone it names none. */
export function requestAt(
  now: number,
  credentialId: string,
  change: Partial<CreditRequestClaims>,
): CreditRequestClaims {
  return {
    iss: ID.merchant,
    aud: ID.credit,
    jti: newId(random, 'crm'),
    iat: now,
    request_id: newId(random, 'crq'),
    version: '1',
    relying_party: ID.merchant,
    agent_id: ID.agent,
    level: 'ASSOCIATED_CREDIT',
    ...(change.level === 'CREDENTIAL' ? {} : { subject_assertion_ref: 'cas-1' }),
    purpose: 'MERCHANT_RISK_REFERENCE',
    business_context: { transaction_type: 'transport/train', order_no: 'order-1' },
    data_items: ['mapped_value'],
    credential_id: credentialId,
    ...change,
  };
}

/** What a platform that asks for others may: so many requests in each window. */
export function proxyTerms(max: number, seconds = 60) {
  const frequency_limit = { max_requests_per_window: max, window_duration: seconds };
  return { mode: 'PLATFORM_PROXY', platform_proxy: ID.psp, frequency_limit } as const;
}
