import type { CreditStep, KnownStep, Scenario, Step, VouchStep } from '../format.ts';

const ask = {
  do: 'credit',
  at: 'teahouse',
  of: 'credential',
} as const satisfies Pick<CreditStep, 'do' | 'at' | 'of'>;
const first = { ...ask, level: 'CREDENTIAL', authorize: false } as const;
const apply = { do: 'vouch', only: 'apply' } as const satisfies Pick<VouchStep, 'do' | 'only'>;

const knows = (step: string, changes: KnownStep['changes']): KnownStep => ({ do: 'known', step, changes });
const order = (
  step: string,
  what: 'suspend' | 'resume' | 'reassess',
  by: 'subject' | 'service',
  reason?: string,
): Step => ({
  ...{ do: 'credit order', step, what, by, of: 'credential' },
  ...(reason === undefined ? {} : { reason }),
});

export const scenario: Scenario = {
  name: '22-credit',
  title: 'A new agent, and the credit of whoever stands behind it: told for one purpose, and never too much',
  engines: ['sqlite', 'postgres'],
  world: {
    credited: true,
    users: { ann: { balance: '500.00' } },
    shops: {
      teahouse: { items: { TEA: { name: 'Bubble tea', category: 'food/drink', price: '18.00' } } },
      rival: { items: { TEA: { name: 'Bubble tea', category: 'food/drink', price: '17.00' } } },
    },
  },
  setup: [
    { do: 'vouch', step: 'Ann vouches for her agent, with her own signature', as: 'credential' },
    {
      ...{ do: 'vouch', step: 'and once more, confirmed at the service', as: 'attested' },
      application: { confirmation_method: 'ATTESTED_CONFIRMATION' },
    },
    {
      ...{ do: 'vouch', step: 'and once for questions that she answers herself', as: 'asked' },
      application: { authorization_modes: ['PER_REQUEST'], revocation_method: 'SERVICE_REQUEST' },
    },
  ],
  twin: [
    {
      ...first,
      step: 'the shop asks about the credential',
      expect: { answer: { reason: 'VERIFIED', level: 'CREDENTIAL', told: 'no value' } },
    },
    {
      ...ask,
      step: 'Ann agrees, and the shop asks about the credit',
      expect: { answer: { reason: 'VERIFIED', level: 'ASSOCIATED_CREDIT', told: 'a value' } },
    },
  ],
  steps: [
    {
      ...ask,
      step: 'the bank asks for the shop as often as Ann allows',
      ...{ as_platform: 3, times: 3 },
      expect: { answer: { reason: 'VERIFIED', told: 'a value' } },
    },
    {
      ...ask,
      step: 'and once more',
      ...{ as_platform: 3, times: 4 },
      expect: { refused: 'credit_scope_mismatch' },
    },
    {
      ...{
        ...ask,
        of: 'asked',
        as_platform: 3,
        step: 'the bank asks where Ann answers every question herself',
      },
      twin: [{ ...ask, of: 'asked', step: 'and Ann does' }],
      expect: { refused: 'credit_scope_mismatch' },
    },
    {
      ...{ do: 'credit order', what: 'revoke', by: 'service', of: 'credential', reason: 'SUBJECT_REQUEST' },
      step: 'the credit service revokes for Ann, who has kept that to herself',
      expect: { refused: 'command_not_permitted' },
    },
    {
      ...{ do: 'credit order', what: 'revoke', by: 'service', of: 'asked', reason: 'SUBJECT_REQUEST' },
      step: 'and where she has left it to the service',
      expect: { answer: { status: 'REVOKED', cause: 'SUBJECT_REQUEST' } },
    },
    {
      ...ask,
      step: 'a request of another version',
      request: { version: '2' },
      expect: { refused: 'credit_request_invalid' },
    },
    {
      ...ask,
      step: 'a request that somebody else signed',
      forgery: { key: 'rival/merchant-quote', certificate: 'teahouse/merchant-quote' },
      expect: { refused: 'credit_request_proof_invalid' },
    },
    {
      ...ask,
      step: 'a request of two minutes ago',
      request: { iat: 1_000_000_000 },
      expect: { refused: 'credit_request_expired' },
    },
    { ...ask, step: 'a request that was answered', times: 2, expect: { refused: 'credit_request_replayed' } },
    {
      ...ask,
      step: 'without asking Ann',
      authorize: false,
      expect: { refused: 'credit_authorization_required' },
    },
    {
      ...ask,
      step: 'under an authorisation that has not begun',
      authorize: { valid_from: '+1h', valid_until: '+2h' },
      expect: { refused: 'credit_authorization_expired' },
    },
    {
      ...ask,
      step: 'after Ann has thought better of it',
      revokes: true,
      expect: { refused: 'credit_authorization_revoked' },
    },
    {
      ...ask,
      step: 'for another purpose',
      request: { purpose: 'MARKETING' },
      expect: { refused: 'credit_scope_mismatch' },
    },
    {
      ...ask,
      step: 'for another item than Ann allows',
      request: { data_items: ['usage_bound'] },
      expect: { refused: 'credit_scope_mismatch' },
    },
    {
      ...ask,
      step: 'about an agent whose provider is gone',
      before: [
        {
          do: 'publish',
          step: 'the provider is suspended',
          entries: { 'did:act:assistant.example/provider': { status: 'SUSPENDED' } },
        },
      ],
      after: [{ do: 'publish', step: 'and is back' }],
      expect: { refused: 'credit_agent_not_registered' },
    },
    {
      ...first,
      step: 'about a credential that is not there',
      request: { credential_id: 'crd_none' },
      expect: { refused: 'credit_credential_not_found' },
    },
    {
      ...first,
      step: 'about a credential that Ann has suspended',
      before: [order('Ann suspends it', 'suspend', 'subject')],
      after: [order('and lifts that', 'resume', 'subject')],
      expect: { refused: 'credit_credential_not_active' },
    },
    {
      ...first,
      step: 'with a credential that was tampered with',
      presents: { issued_at: '2026-01-01T00:00:00Z' },
      expect: { refused: 'credit_proof_invalid' },
    },
    {
      ...ask,
      step: 'while nobody can say whether Ann’s credit is as it was',
      before: [knows('the assertion cannot be reached', { down: 'assertion' })],
      after: [knows('it can', { down: undefined })],
      expect: { refused: 'credit_assertion_unavailable' },
    },
    {
      ...ask,
      step: 'after Ann’s credit was corrected',
      before: [knows('the assertion is withdrawn', { assertion: 'invalid' })],
      after: [knows('it is good', { assertion: 'valid' })],
      expect: { refused: 'credit_assertion_invalid' },
    },
    {
      ...ask,
      step: 'after the mapping rule was given up',
      before: [knows('version 1.0 is gone', { versions: ['2.0'] })],
      after: [knows('and is back', { versions: ['1.0'] })],
      expect: { refused: 'credit_mapping_unsupported' },
    },
    {
      ...ask,
      step: 'while the mapping cannot be reached',
      before: [knows('the mapping cannot be reached', { down: 'mapping' })],
      after: [knows('it can', { down: undefined })],
      expect: { refused: 'credit_inconclusive' },
    },
    {
      ...first,
      step: 'while it is looked at again',
      before: [order('a key may have leaked', 'reassess', 'service', 'KEY_COMPROMISE_SUSPECTED')],
      after: [order('it was not so', 'resume', 'service')],
      expect: { refused: 'credit_review_required' },
    },
    {
      ...first,
      of: 'attested',
      step: 'about a confirmation that is weaker than the shop wants',
      request: { minimum_confirmation: 'DIRECT_SIGNATURE' },
      expect: { refused: 'credit_review_required' },
    },
    {
      ...ask,
      step: 'the shop uses an answer of yesterday',
      judged: { later: 301 },
      expect: { refused: 'credit_answer_expired' },
    },
    {
      ...ask,
      step: 'the shop uses an answer to another request',
      judged: { expects: { request_id: 'crq_other' } },
      expect: { refused: 'credit_answer_mismatch' },
    },
    {
      ...ask,
      step: 'the shop uses an answer of a service that it has not asked',
      judged: { expects: { service: 'did:act:rival-credit.example/service' } },
      expect: { refused: 'credit_answer_mismatch' },
    },
    {
      ...ask,
      step: 'the shop uses an answer for something else',
      judged: { expects: { purpose: 'MARKETING' } },
      expect: { refused: 'credit_answer_purpose_mismatch' },
    },
    {
      ...first,
      step: 'the shop takes the credential for the credit',
      judged: { expects: { level: 'ASSOCIATED_CREDIT' } },
      expect: { refused: 'credit_answer_level_mismatch' },
    },
    {
      ...ask,
      step: 'an answer that somebody else has signed',
      judged: { forgedWith: 'rival/merchant-quote' },
      expect: { refused: 'credit_answer_signature_invalid' },
    },
    {
      ...apply,
      step: 'somebody applies as Ann',
      forgery: { key: 'stranger' },
      expect: { refused: 'credit_subject_unverified' },
    },
    {
      ...apply,
      step: 'with evidence that nobody knows',
      application: { relationship_evidence: [{ ref: 'nothing', digest: 'A'.repeat(43) }] },
      expect: { refused: 'credit_evidence_invalid' },
    },
    { ...apply, step: 'without the agent', control: false, expect: { refused: 'credit_control_unproven' } },
    {
      ...apply,
      step: 'the same application twice',
      before: [{ ...apply, step: 'Ann applies once more', as: 'fresh' }],
      again: 'fresh',
      expect: { refused: 'credit_application_duplicate' },
    },
    {
      ...apply,
      step: 'after a credential that is not there',
      application: { predecessor: 'crd_none' },
      expect: { refused: 'credit_predecessor_invalid' },
    },
    {
      ...apply,
      step: 'with a mapping that sets no bound',
      before: [knows('no bound is set', { bound: '' })],
      after: [knows('one is', { bound: '2000.00' })],
      expect: { refused: 'credit_mapping_inconsistent' },
    },
    {
      do: 'vouch',
      step: 'somebody else confirms for Ann',
      with: 'rival/merchant-quote',
      expect: { refused: 'credit_confirmation_invalid' },
    },
    {
      ...{
        do: 'credit order',
        step: 'what nobody has suspended comes back',
        what: 'resume',
        by: 'subject',
        of: 'credential',
      },
      expect: { refused: 'credit_transition_illegal' },
    },
    {
      ...{
        do: 'credit order',
        step: 'an authorisation that is not there is revoked',
        what: 'revoke the authorisation',
        by: 'subject',
        target: 'cau_none',
      },
      expect: { refused: 'credit_authorization_unknown' },
    },
    {
      ...{
        do: 'vouch',
        step: 'Ann applies anew, and the new credential takes the place of the old one',
        as: 'next',
      },
      application: { predecessor: '$credential.credential_id' },
    },
    {
      ...{ ...first, of: 'credential', step: 'nothing passes on the old one any more' },
      twin: [{ ...first, of: 'next', step: 'and everything on the new one' }],
      expect: { refused: 'credit_credential_not_active' },
    },
  ],
};
