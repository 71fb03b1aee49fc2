import type { Expected, Forgery, JudgeStep, Scenario } from '../format.ts';
import { office, officeSetup, paper, paperPaid } from './office.ts';

const judged = { do: 'judge', of: 'good', under: 'mandate' } as const satisfies Partial<JudgeStep>;
const { under: _, ...atCashier } = judged;
type Refusal = Expected['refused'] & string;
const changed = (step: string, change: Readonly<Record<string, Forgery>>, refused: Refusal) =>
  ({ ...judged, step, change, expect: { refused } }) satisfies JudgeStep;
const receipt = (step: string, claims: Readonly<Record<string, unknown>>, refused: Refusal) =>
  changed(step, { receipt: { claims } }, refused);
const otherDigest = 'A'.repeat(43);

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
      step: 'at the cashier: the user was shown another amount',
      of: 'instant',
      change: { shown: { claims: { summary: { en: 'Nothing.', zh: '无。' } } } },
      expect: { refused: 'confirmation_challenge_mismatch' },
    },
  ],
};
