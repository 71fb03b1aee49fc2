import type { CommandStep, Expected, Forgery, PayStep, Scenario } from '../format.ts';
import { office, officeSetup, officeTwin, paper } from './office.ts';

const forged = (step: string, quote: Forgery, refused: Expected['refused'] & string) =>
  ({ ...paper, step, quote, expect: { refused } }) satisfies PayStep;
const unpaid = { ...paper, as: 'held', collect: false } as const;
const heldPaid = { moved: { ann: '-25.00', office: '+25.00' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } };
const refund = {
  do: 'command',
  by: 'office',
  action: 'payment.refund',
  target: '$held.trade_no',
  path: '/payments/$held.trade_no/refunds',
} as const satisfies Partial<CommandStep>;
const money = (amount: string, refund_id: string) => ({ params: { amount, currency: 'CNY', refund_id } });

export const scenario: Scenario = {
  name: '05b-forged-orders',
  title:
    'Orders and refunds that cheat: quotes that do not add up, run out or name others; more back than was paid',
  world: office,
  setup: officeSetup,
  twin: officeTwin,
  steps: [
    forged(
      'a quote for another agent',
      { claims: { aud: 'did:act:assistant.example/other' } },
      'quote_agent_mismatch',
    ),
    forged(
      'a quote that has run out',
      { claims: { exp: 1_000_000, pay_before: '1970-01-12T13:46:40Z' } },
      'quote_expired',
    ),
    forged('a quote of the year 2096', { claims: { iat: 4_000_000_000 } }, 'issued_in_future'),
    forged(
      'a quote with two ends',
      { claims: { pay_before: '2099-01-01T00:00:00Z' } },
      'quote_time_claims_disagree',
    ),
    forged(
      'a quote that takes no such payment',
      { claims: { accepted: [{ method_id: 'urn:act:payment:other', psp_id: 'did:act:bank.example/psp' }] } },
      'quote_psp_not_accepted',
    ),
    forged(
      'a discount that somebody else is to pay for',
      {
        claims: {
          discounts: [{ funder: 'did:act:rival.example/shop', amount: '5.00' }],
          payer_amount: '20.00',
        },
      },
      'discount_funder_unknown',
    ),
    forged('a quote in another currency', { claims: { currency: 'USD' } }, 'currency_mismatch'),
    {
      ...paper,
      step: 'more than the shop has',
      items: { PAPER: 5000 },
      expected: '125000.00',
      expect: { refused: 'schema_mismatch' },
    },
    { ...unpaid, step: 'paid, and not fetched yet', expect: heldPaid },
    {
      ...refund,
      ...money('10.00', 'r1'),
      step: '10.00 of 25.00 back',
      expect: { moved: { ann: '+10.00', office: '-10.00' } },
    },
    {
      ...refund,
      ...money('15.01', 'r2'),
      step: 'a fen more than is left',
      expect: { refused: 'refund_over_captured' },
    },
    {
      ...refund,
      ...money('1.00', 'r3'),
      by: 'rival',
      step: 'a refund by another shop',
      expect: { refused: 'command_not_permitted' },
    },
    {
      ...refund,
      ...money('15.00', 'r4'),
      step: 'all of it back: closed',
      expect: { moved: { ann: '+15.00', office: '-15.00' }, changed: { TRADE_CLOSED: 1 } },
    },
    {
      do: 'command',
      by: 'office',
      action: 'fulfilment.confirm',
      target: '$held.trade_no',
      path: '/payments/$held.trade_no/fulfilment',
      step: 'what is closed is not delivered',
      expect: { refused: 'trade_transition_illegal' },
    },
    {
      do: 'command',
      by: 'office',
      action: 'fulfilment.confirm',
      target: 'trade_nobody',
      path: '/payments/trade_nobody/fulfilment',
      step: 'a trade that never was',
      expect: { refused: 'payment_unknown' },
    },
  ],
};
