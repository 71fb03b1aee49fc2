import type { AnswersStep, BuyStep, CommandStep, Expected, PayStep, Scenario } from '../format.ts';
import { bankId, METHOD, PSP } from '../world/plan.ts';
import { lampShop, lights, OURS, THEIRS } from './lights.ts';

const FAR = bankId('far');
const DISCOUNT = { funder: PSP, amount: '30.00', promotion_id: 'instant-30' };
const WITH_DISCOUNT = { claims: { payer_amount: '70.00', discounts: [DISCOUNT] } };

const lamp = {
  do: 'pay',
  at: 'lights',
  items: { LAMP: 1 },
  under: 'home',
} as const satisfies Partial<PayStep>;

/** The payer's part, the bank's own, and what the two banks owe each other: 100.00 by the books of both. */
const moved = {
  ann: '-70.00',
  'promotions:CNY': '-30.00',
  [OURS]: '+100.00',
  lights: '+100.00',
  [THEIRS]: '-100.00',
};
/** Each bank has a trade of its own; the shop confirms its delivery at its own bank. */
const cleared = {
  moved,
  stock: { LAMP: -1 },
  trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
} satisfies Expected;

/** The agent's own road: it knows with whom its bank clears, and asks for what the bank takes off. */
const buysLamp: Pick<BuyStep, 'do' | 'say'> = {
  do: 'buy',
  say: 'Buy me one lamp now from lights, at most 150 yuan.',
};
const bought = { ...cleared, answer: { verdict: 'accepted', amount: '70.00' } } satisfies Expected;

const discounted = { ...lamp, request: WITH_DISCOUNT };

const wire = (
  path: '/interconnect/payments' | '/interconnect/payments/query',
  answer: AnswersStep['with'],
): AnswersStep => ({
  do: 'answers',
  step: `${path} of the other bank: ${String(answer)}`,
  at: 'harbour',
  path,
  with: answer,
});
/** The shop gives an order back at its own bank, as it does with every other one. */
const givesBack = (kept: string, amount: string, part = ''): Omit<CommandStep, 'step'> => ({
  do: 'command',
  by: 'lights',
  to: 'harbour',
  action: 'payment.refund',
  target: `$${kept}.trade_no`,
  params: { amount, currency: 'CNY', refund_id: `refund-of-${kept}${part}` },
  path: `/payments/$${kept}.trade_no/refunds`,
});
const movedBack = {
  ann: '+70.00',
  'promotions:CNY': '+30.00',
  [OURS]: '-100.00',
  lights: '-100.00',
  [THEIRS]: '+100.00',
};
const movedHalfBack = {
  ann: '+35.00',
  'promotions:CNY': '+15.00',
  [OURS]: '-50.00',
  lights: '-50.00',
  [THEIRS]: '+50.00',
};
const refunds = (answer: AnswersStep['with']): AnswersStep => ({
  do: 'answers',
  step: `/interconnect/refunds of the bank: ${String(answer)}`,
  at: 'bank',
  path: '/interconnect/refunds',
  with: answer,
});

const payments = '/interconnect/payments';
const query = '/interconnect/payments/query';

export const scenario: Scenario = {
  name: '16-interconnection',
  title: 'Paid from one bank into another: 70.00 of 100.00, 30.00 of the bank’s own, and the two banks owe',
  engines: ['sqlite', 'postgres'],
  world: {
    ...lights,
    partners: { harbour: {}, strict: { clears: false } },
    promotions: { 'instant-30': { amount: '30.00', from: '100.00' } },
    shops: {
      lights: lampShop,
      rugs: { keptBy: 'strict', items: { RUG: { name: 'Rug', category: 'home/rug', price: '100.00' } } },
    },
  },
  setup: [
    { do: 'bind', step: 'an instrument', limit: '2000.00', as: 'tool', expect: { instruments: 1 } },
    {
      do: 'mandate',
      step: 'a mandate for things at home',
      as: 'home',
      iac: {
        max_total_amount: 4000,
        ext: {
          commerce: {
            allowed_categories: ['home/lamp', 'home/rug'],
            allowed_merchants: ['lights', 'rugs'].map((name) => `did:act:${name}.example/shop`),
          },
        },
      },
    },
  ],
  twin: [{ ...discounted, step: '70.00 for a lamp of 100.00', as: 'good', expect: cleared }],
  steps: [
    {
      ...lamp,
      step: 'without the discount the payer pays what the shop gets',
      expect: {
        ...cleared,
        moved: { ann: '-100.00', [OURS]: '+100.00', lights: '+100.00', [THEIRS]: '-100.00' },
      },
    },
    {
      ...lamp,
      step: 'no common method: the account is at a bank that nobody here clears with',
      quote: {
        claims: {
          payee: { account: 'acct-lights', psp_id: FAR },
          accepted: [{ method_id: METHOD, psp_id: FAR }],
        },
      },
      collect: false,
      expect: { refused: 'quote_psp_not_accepted' },
    },
    {
      ...lamp,
      at: 'rugs',
      items: { RUG: 1 },
      step: 'a bank that does not clear with this one refuses, and everything goes back',
      expect: { refused: 'interconnect_refused' },
    },
    {
      ...lamp,
      step: 'nobody holds money for another bank',
      quote: { claims: { settlement: 'ESCROW' } },
      collect: false,
      expect: { refused: 'interconnect_settlement_unsupported' },
    },
    {
      ...lamp,
      step: 'a discount that the agent makes up',
      request: { claims: { payer_amount: '60.00', discounts: [{ ...DISCOUNT, amount: '40.00' }] } },
      expect: { refused: 'promotion_not_granted' },
    },
    {
      ...lamp,
      step: 'a discount that the shop would pay for',
      request: {
        claims: {
          payer_amount: '70.00',
          discounts: [{ ...DISCOUNT, funder: 'did:act:lights.example/shop' }],
        },
      },
      expect: { refused: 'request_quote_disagree' },
    },
    {
      ...discounted,
      step: 'an account that is not there',
      quote: { claims: { payee: { account: 'acct-nobody', psp_id: bankId('harbour') } } },
      collect: false,
      expect: { refused: 'interconnect_refused' },
    },
    {
      ...discounted,
      step: 'the instruction is lost: both give it up',
      before: [wire(payments, 'nothing')],
      after: [wire(payments, 'as before')],
      expect: { refused: 'interconnect_refused' },
    },
    wire(payments, 'lost'),
    { ...discounted, step: 'the answer is lost: the bank asks, and has paid once', expect: cleared },
    wire(query, 'nothing'),
    {
      ...discounted,
      step: 'silence: pending, and nobody pays again',
      twin: [{ ...wire(payments, 'lost'), step: 'still lost' }],
      expect: {
        refused: 'payment_pending',
        moved: {
          ann: '-70.00',
          'promotions:CNY': '-30.00',
          [`transit:${bankId('harbour')}:CNY`]: '+100.00',
          lights: '+100.00',
          [THEIRS]: '-100.00',
        },
        trades: { WAIT_BUYER_PAY: 1, WAIT_SELLER_FULFILLMENT: 1 },
      },
    },
    wire(query, 'as before'),
    wire(payments, 'as before'),
    {
      do: 'advance',
      step: 'a minute later the bank asks, and it was one debit',
      seconds: 60,
      expect: {
        moved: { [`transit:${bankId('harbour')}:CNY`]: '-100.00', [OURS]: '+100.00' },
        changed: { WAIT_SELLER_FULFILLMENT: 1 },
      },
    },
    { ...discounted, step: 'and the next one as ever', expect: cleared },
    {
      ...buysLamp,
      step: 'the agent buys at the other bank’s shop: the user confirms 70.00 on the device',
      expect: bought,
    },
    {
      ...buysLamp,
      step: 'the user says no to 70.00',
      decide: 'DENY',
      twin: [{ ...buysLamp, step: 'and yes to the next', expect: bought }],
      expect: { refused: 'confirmation_denied', by: 'bank' },
    },
    {
      do: 'delegate',
      step: 'lamps from lights, 400.00 in all: the agent may pay alone',
      as: 'lamps',
      say: 'Buy me a lamp from lights, 400 yuan in total.',
      answers: { validity_end_time: '+7d' },
      expect: { instruments: 0 },
    },
    { do: 'buy', step: 'the agent buys under the mandate', under: 'lamps', expect: bought },
    wire(payments, 'lost'),
    {
      do: 'buy',
      step: 'the answer to the bank is lost: the agent has paid once all the same',
      under: 'lamps',
      expect: bought,
    },
    wire(payments, 'as before'),
    { ...discounted, step: 'a lamp that comes back', as: 'returned', expect: cleared },
    {
      ...givesBack('returned', '100.00'),
      step: 'the shop refunds it at its own bank: everybody has back what everybody paid',
      expect: { moved: movedBack, changed: { TRADE_CLOSED: 2 }, answer: { state: 'TRADE_CLOSED' } },
    },
    {
      ...givesBack('returned', '100.00'),
      step: 'refunded again it is the same refund',
      expect: { answer: { state: 'TRADE_CLOSED', refunded_total: '100.00' } },
    },
    { ...discounted, step: 'another lamp', as: 'half', expect: cleared },
    {
      ...givesBack('half', '50.00', '-1'),
      step: 'half of an order goes back: to each half of what each paid',
      expect: { moved: movedHalfBack, answer: { refunded_total: '50.00' } },
    },
    {
      ...givesBack('half', '50.01', '-2'),
      step: 'never more than is left of it',
      expect: { refused: 'refund_over_captured' },
    },
    {
      ...givesBack('half', '50.00', '-3'),
      step: 'the other half closes both trades',
      expect: {
        moved: movedHalfBack,
        changed: { TRADE_CLOSED: 2 },
        answer: { state: 'TRADE_CLOSED', refunded_total: '100.00' },
      },
    },
    { ...discounted, step: 'a third lamp', as: 'silent', expect: cleared },
    refunds('lost'),
    {
      ...givesBack('silent', '100.00'),
      step: 'the answer of the payer’s bank is lost: pending',
      twin: [refunds('lost')],
      expect: {
        refused: 'payment_pending',
        moved: {
          ann: '+70.00',
          'promotions:CNY': '+30.00',
          [OURS]: '-100.00',
          lights: '-100.00',
          [`transit:${PSP}:CNY`]: '+100.00',
        },
        changed: { TRADE_CLOSED: 1 },
      },
    },
    refunds('as before'),
    {
      ...givesBack('silent', '100.00'),
      step: 'asked again it was one refund',
      expect: {
        moved: { [`transit:${PSP}:CNY`]: '-100.00', [THEIRS]: '+100.00' },
        changed: { TRADE_CLOSED: 1 },
        answer: { state: 'TRADE_CLOSED' },
      },
    },
  ],
};
