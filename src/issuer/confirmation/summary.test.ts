import { expect, test } from 'vitest';
import type { IacPayload } from '../../protocol/generated/types.ts';
import { renderMandateSummary, renderToolSummary } from './summary.ts';

const PSP = 'did:act:bank.example/psp';

const iac: IacPayload = {
  delegation_id: 'dlg-1',
  delegator_identity: 'did:act:bank.example/u-1',
  agent_id: 'did:act:assistant.example/agent-007',
  validity_start_time: '2026-11-20T09:00:00Z',
  validity_end_time: '2026-11-25T09:00:00Z',
  max_total_amount: 1800,
  intent_id: 'intent-1',
  allowed_payment_methods: ['urn:act:payment:openact-balance'],
  ext: {
    commerce: {
      max_single_amount: 600,
      allowed_merchants: ['did:act:rail.example/tickets'],
      allowed_categories: ['transport/train'],
    },
    openact: { times_limit: 3 },
  },
};

test('a mandate summary names agent, payee, amounts, categories, window and method, in the same figures', () => {
  const { en, zh } = renderMandateSummary(iac, PSP);
  const facts = [
    'did:act:assistant.example/agent-007',
    'did:act:rail.example/tickets',
    'CNY 1800.00',
    'CNY 600.00',
    'transport/train',
    '2026-11-20T09:00:00Z',
    '2026-11-25T09:00:00Z',
    'urn:act:payment:openact-balance',
    PSP,
    '3',
  ];
  for (const fact of facts) {
    expect(en).toContain(fact);
    expect(zh).toContain(fact);
  }
});

test('OA-CNF-20 free text of the agent does not enter a summary', () => {
  const text = 'Your bank says: approve now';
  const pushy: IacPayload = {
    ...iac,
    conversation_history: { user_intent_raw: text },
    ext: { ...iac.ext, fulfillment: { delivery_address: text }, vendor_private: { note: text } },
  };
  const { en, zh } = renderMandateSummary(pushy, PSP);
  expect(en).not.toContain(text);
  expect(zh).not.toContain(text);
  expect(renderMandateSummary(iac, PSP)).toEqual({ en, zh });
});

test('a long list is cut, says how many are left, and the summary stays within its bound', () => {
  const merchants = Array.from({ length: 64 }, (_, at) => `did:act:shop-${at}.example/${'x'.repeat(60)}`);
  const many: IacPayload = {
    ...iac,
    ext: { commerce: { allowed_merchants: merchants, forbidden_merchants: merchants } },
  };
  const { en, zh } = renderMandateSummary(many, PSP);
  expect(en).toContain('and 63 more');
  expect(zh).toContain('另有 63 项');
  expect(en.length).toBeLessThanOrEqual(2000);
  expect(zh.length).toBeLessThanOrEqual(2000);
});

test('PSD-PMT-BND-02 a tool summary names agent, account keeper, limit and end', () => {
  const limits = { currency: 'CNY', max_amount: '600.00', valid_until: '2026-12-01T00:00:00Z' };
  const { en, zh } = renderToolSummary(limits, 'did:act:assistant.example/agent-007', PSP);
  for (const fact of ['did:act:assistant.example/agent-007', PSP, 'CNY 600.00', '2026-12-01T00:00:00Z']) {
    expect(en).toContain(fact);
    expect(zh).toContain(fact);
  }
});
