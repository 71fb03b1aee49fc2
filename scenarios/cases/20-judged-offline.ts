import type { Expected, Forgery, JudgeStep, Scenario } from '../format.ts';
import { digestOfJson } from '../steps/forge.ts';
import { office, officeSetup, paper, paperPaid } from './office.ts';

const judged = { do: 'judge', of: 'good', under: 'mandate' } as const satisfies Partial<JudgeStep>;
const { under: _, ...atCashier } = judged;
type Refusal = Expected['refused'] & string;
const changed = (step: string, change: Readonly<Record<string, Forgery>>, refused: Refusal) =>
  ({ ...judged, step, change, expect: { refused } }) satisfies JudgeStep;
const receipt = (step: string, claims: Readonly<Record<string, unknown>>, refused: Refusal) =>
  changed(step, { receipt: { claims } }, refused);
const otherDigest = 'A'.repeat(43);

/** What the user said: half of what the mandate takes. */
const narrow = {
  conversation_history: {
    user_intent_raw: 'Order printer paper for at most 100 yuan.',
    input_mode: ['TEXT'],
  },
  intent_id: 'int_of_the_paper',
  delegation_mode: 'SPECIFIED',
  validity_start_time: '2026-01-01T00:00:00Z',
  validity_end_time: '2036-01-01T00:00:00Z',
  max_total_amount: 100,
  currency: 'CNY',
  allowed_payment_methods: ['urn:act:payment:openact-balance'],
  agent_id: 'did:act:assistant.example/assistant',
  ext: {
    commerce: {
      allowed_merchants: ['did:act:office.example/shop', 'did:act:rival.example/shop'],
      allowed_categories: ['office/paper', 'office/furniture', 'office/pens'],
    },
  },
};

export const scenario: Scenario = {
  name: '20-judged-offline',
  title:
    'A third party judges real purchases from their messages alone: one thing changed, and it is refused',
  world: office,
  setup: officeSetup,
  twin: [
    { ...paper, step: 'a purchase', as: 'good', expect: paperPaid },
    { ...judged, step: 'judged as it is', expect: { answer: { verdict: 'accepted' } } },
  ],
  steps: [
    changed('another cart', { cart: { claims: { salt: 'A'.repeat(22) } } }, 'cart_digest_mismatch'),
    changed(
      'the quote calls the goods something else',
      { quote: { claims: { categories: ['office/furniture'] } } },
      'cart_quote_disagree',
    ),
    changed(
      'the mandate rests on another confirmation',
      { mandate: { claims: { confirmation_digest: otherDigest } } },
      'confirmation_digest_mismatch',
    ),
    changed(
      'the mandate is not what was shown',
      { mandate: { claims: { aud: 'did:act:other.example/psp' } } },
      'shown_mandate_mismatch',
    ),
    changed(
      'a device whose enrolment has run out',
      { enrolment: { claims: { iat: 1_000_000, exp: 1_000_060 } } },
      'enrolment_expired',
    ),
    changed(
      'a device that somebody else enrolled',
      { enrolment: { claims: { iss: 'did:act:bank.example/other' } } },
      'issuer_not_trusted',
    ),
    changed(
      'the status list of other mandates',
      { status_list: { claims: { sub: 'http://127.0.0.1/status-lists/9' } } },
      'mandate_status_mismatch',
    ),
    changed(
      'a device that was enrolled for somebody else',
      { enrolment: { claims: { sub: 'did:act:bank.example/somebody-else' } } },
      'enrolment_mismatch',
    ),
    changed(
      'a status list that had run out when it was paid',
      { status_list: { claims: { iat: 1_000_000, exp: 1_000_060 } } },
      'status_list_stale',
    ),
    changed(
      'a status list without a list',
      { status_list: { claims: { status_list: { bits: 2, lst: 'AAAA' } } } },
      'status_list_malformed',
    ),
    {
      ...judged,
      step: 'an intent that the mandate does not come from',
      intent: narrow,
      expect: { refused: 'intent_digest_mismatch' },
    },
    {
      ...judged,
      step: 'a mandate that allows more than the intent it comes from',
      of: 'wide',
      under: 'beyond',
      intent: narrow,
      before: [
        {
          do: 'mandate',
          step: 'a hijacked agent asks for twice the money',
          as: 'beyond',
          iac: {
            source_isr_digest: digestOfJson(narrow),
            intent_id: narrow.intent_id,
            max_total_amount: 200,
          },
        },
        { ...paper, step: 'and pays', under: 'beyond', as: 'wide', expect: paperPaid },
      ],
      expect: { refused: 'intent_widened' },
    },
    {
      do: 'mandate',
      step: 'a constraint that nobody knows',
      iac: { ext: { openact: { favourite_colour: 'red' } } },
      expect: { refused: 'mandate_extension_unknown' },
    },
    receipt('paid tomorrow', { paid_at: '+1d' }, 'purchase_time_invalid'),
    receipt('for another request', { request_digest: otherDigest }, 'receipt_request_mismatch'),
    receipt('for another authority', { authorization_digest: otherDigest }, 'receipt_authorization_mismatch'),
    {
      ...atCashier,
      step: 'at the cashier: the receipt names another confirmation',
      of: 'instant',
      before: [
        { do: 'pay', at: 'office', items: { PAPER: 1 }, step: 'confirmed', as: 'instant', expect: paperPaid },
        { ...atCashier, step: 'judged as it is', of: 'instant', expect: { answer: { verdict: 'accepted' } } },
      ],
      change: { receipt: { claims: { confirmation_digest: otherDigest } } },
      expect: { refused: 'receipt_confirmation_mismatch' },
    },
    {
      ...atCashier,
      step: 'at the cashier: the bank forges a confirmation of less',
      of: 'instant',
      bankSays: { amount: '20.00', payer_amount: '20.00' },
      expect: { refused: 'shown_payment_mismatch' },
    },
    {
      ...atCashier,
      step: 'at the cashier: the user was shown another amount',
      of: 'instant',
      change: { shown: { claims: { summary: { en: 'Nothing.', zh: '无。' } } } },
      expect: { refused: 'confirmation_challenge_mismatch' },
    },
  ],
};
