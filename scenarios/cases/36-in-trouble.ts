import { paid } from '../expect.ts';
import type { BuyStep, DelegateStep, PayStep, Scenario, SendStep } from '../format.ts';

const order = {
  do: 'buy',
  say: 'Buy me one cup of bubble tea now, at most 20 yuan.',
} as const satisfies Partial<BuyStep>;
const cup = {
  do: 'pay',
  at: 'teahouse',
  items: { TEA: 1 },
  under: 'mandate',
} as const satisfies Partial<PayStep>;
const bought = paid('18.00', { from: 'ann', to: 'teahouse', items: { TEA: 1 } });
const said = 'Order bubble tea for me.';
const asked = {
  do: 'delegate',
  say: said,
  as: 'told',
  answers: {
    allowed_categories: 'food/drink',
    allowed_merchants: 'teahouse',
    max_single_amount: '20.00',
    max_total_amount: '100.00',
    validity_end_time: '+7d',
  },
} as const satisfies Partial<DelegateStep>;
/** What Bob, who has 10.00, wants done when a payment is refused. */
const ends = {
  ...asked,
  user: 'bob',
  as: 'ends',
  answers: { ...asked.answers, allowed_categories: 'food/plum', on_payment_failure: 'CANCEL' },
} as const satisfies Partial<DelegateStep>;
const insists = { ...asked.answers, on_payment_failure: 'AUTO_RETRY', max_retry_count: '2' };
const LIST = '/status-lists/1';
const wish = (number: number) =>
  ({
    do: 'send',
    step: `wish ${number}`,
    to: 'teahouse',
    path: '/intents',
    json: { request_id: `w${number}`, agent_id: 'did:act:assistant.example/stranger', context: {} },
  }) satisfies SendStep;

export const scenario: Scenario = {
  name: '36-in-trouble',
  title: 'Too often, too late, too much, while something is down: told apart, and nothing is half done',
  world: {
    users: { ann: { balance: '5000.00' }, bob: { balance: '10.00' } },
    shops: {
      teahouse: {
        items: {
          TEA: { name: 'Bubble tea', category: 'food/drink', price: '18.00' },
          PLUM: { name: 'Plum cake', category: 'food/plum', price: '18.00', stock: 1 },
          LAST: { name: 'The last cake', category: 'food/cake', price: '18.00', stock: 1 },
        },
        quoteSeconds: 300,
        callsPerMinute: 12,
      },
    },
    words: { 'food/drink': ['bubble tea'] },
  },
  setup: [
    { do: 'bind', step: 'an instrument', limit: '2000.00', expect: { instruments: 1 } },
    { do: 'mandate', step: 'a mandate', as: 'mandate' },
  ],
  twin: [
    { do: 'advance', step: 'some minutes go by', seconds: 600 },
    { ...cup, step: 'one cup', as: 'good', expect: bought },
  ],
  steps: [
    {
      do: 'together',
      step: 'a stranger asks the shop twenty times in a minute',
      steps: Array.from({ length: 20 }, (_, number) => wish(number)),
      expect: { outcomes: { ok: 12, too_many_requests: 8 } },
    },
    { do: 'bank', step: 'from now on the bank takes five calls of each caller', callsOfEach: 5 },
    {
      do: 'together',
      step: 'an agent pays seven times at once: five are paid, two are told to wait',
      steps: Array.from({ length: 7 }, () => ({ ...cup, step: 'one of seven', collect: false })),
      expect: {
        outcomes: { ok: 5, request_rate_exceeded: 2 },
        moved: { ann: '-90.00', teahouse: '+90.00' },
        trades: { WAIT_SELLER_FULFILLMENT: 5 },
      },
    },
    { do: 'bank', step: 'and again as many as come', callsOfEach: 'any' },
    { ...asked, step: 'words that are kept as they were said', keeps: said, expect: { instruments: 1 } },
    {
      ...asked,
      step: 'words that were changed after they were said',
      keeps: 'Order bubble tea for everybody.',
      expect: { refused: 'intent_context_mismatch' },
    },
    {
      ...order,
      step: 'the bank’s status list is longer than any message may be',
      under: 'told',
      twin: [{ ...order, under: 'told', step: 'one cup', expect: bought }],
      before: [
        { do: 'answers', step: 'too long', at: 'bank', path: LIST, with: { text: 'A'.repeat(20_000) } },
      ],
      after: [{ do: 'answers', step: 'as long as it should be', at: 'bank', path: LIST, with: 'as before' }],
      expect: { refused: 'jws_too_large' },
    },
    { ...ends, step: 'Bob: if it is not paid, cancel', expect: { instruments: 1 } },
    {
      do: 'buy',
      step: 'his account does not cover it',
      user: 'bob',
      under: 'ends',
      expect: { refused: 'balance_insufficient' },
    },
    {
      do: 'look',
      step: 'the purchase has ended, and says why',
      under: 'ends',
      expect: { answer: { status: 'CANCELLED', code: 'balance_insufficient' } },
    },
    {
      ...cup,
      items: { PLUM: 1 },
      step: 'the only cake was given up, and somebody else has it',
      expect: paid('18.00', { from: 'ann', to: 'teahouse', items: { PLUM: 1 } }),
    },
    { ...ends, answers: insists, as: 'insists', step: 'Bob: if it is not paid, try again twice' },
    {
      do: 'buy',
      step: 'it is refused three times',
      user: 'bob',
      under: 'insists',
      expect: { refused: 'balance_insufficient', by: 'bank' },
    },
    {
      do: 'look',
      step: 'after two further tries it is left to him',
      under: 'insists',
      expect: { answer: { status: 'REFUSED', code: 'balance_insufficient', retries: 2 } },
    },
    { ...asked, answers: insists, as: 'risky', step: 'Ann wants the same' },
    {
      do: 'buy',
      step: 'risk control says that no other try would help',
      under: 'risky',
      before: [{ do: 'bank', step: 'risk control refuses', risk: 'refuse' }],
      after: [{ do: 'bank', step: 'it allows again', risk: 'allow' }],
      expect: { refused: 'risk_refused', by: 'bank' },
    },
    {
      do: 'look',
      step: 'and there was none',
      under: 'risky',
      expect: { answer: { status: 'REFUSED', code: 'risk_refused', retries: undefined } },
    },
    {
      do: 'restart',
      step: 'a request that comes while the bank closes',
      at: 'bank',
      expect: { refused: 'shutting_down' },
    },
    {
      do: 'send',
      step: 'a request on one connection more than the bank can hold',
      to: 'bank',
      path: '/openapi.json',
      wire: 'GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
      before: [{ do: 'bank', step: 'it holds all it can', connections: 'full' }],
      after: [{ do: 'bank', step: 'some have hung up', connections: 'free' }],
      expect: { refused: 'connections_exceeded' },
    },
    {
      ...cup,
      step: 'a payment while somebody else holds the bank’s database',
      before: [{ do: 'bank', step: 'locked', database: 'locked' }],
      after: [{ do: 'bank', step: 'free again', database: 'free' }],
      expect: { refused: 'store_unavailable' },
    },
    {
      do: 'release',
      step: 'the goods are gone when the buyer comes late: the money goes back',
      of: 'late',
      twin: [{ ...cup, step: 'one cup', expect: bought }],
      before: [
        {
          ...cup,
          items: { LAST: 1 },
          step: 'the last cake is paid for',
          as: 'late',
          collect: false,
          expect: {
            moved: { ann: '-18.00', teahouse: '+18.00' },
            trades: { WAIT_SELLER_FULFILLMENT: 1 },
            stock: {},
          },
        },
        { do: 'advance', step: 'the lock on it runs out', seconds: 400 },
        {
          ...cup,
          items: { LAST: 1 },
          step: 'somebody else takes it',
          expect: paid('18.00', { from: 'ann', to: 'teahouse', items: { LAST: 1 } }),
        },
        {
          do: 'answers',
          step: 'no refund gets through for now',
          at: 'bank',
          path: '/payments/$late.trade_no/refunds',
          with: { status: 503, json: {} },
        },
      ],
      after: [
        {
          do: 'answers',
          step: 'it does again',
          at: 'bank',
          path: '/payments/$late.trade_no/refunds',
          with: 'as before',
        },
        {
          do: 'advance',
          step: 'a moment later the shop pays it back',
          seconds: 120,
          expect: { moved: { ann: '+18.00', teahouse: '-18.00' }, changed: { TRADE_CLOSED: 1 } },
        },
      ],
      expect: { refused: 'order_closed' },
    },
    { ...order, step: 'and the user buys on', expect: bought },
  ],
};
