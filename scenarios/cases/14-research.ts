import type { Scenario } from '../format.ts';

const fen = { moved: { purse: '-0.01', market: '+0.01' }, trades: { WAIT_BUYER_RECEIPT: 1 } };
const question = {
  do: 'fetch',
  at: 'market',
  path: '/data/prices/#',
  under: 'research',
  from: 'purse',
} as const;
const sellers = 'did:act:market.example/shop,did:act:archive.example/shop';
const bounds = {
  allowed_categories: 'data/market,data/archive',
  allowed_merchants: sellers,
  max_single_amount: '0.05',
  validity_end_time: '+1d',
};

export const scenario: Scenario = {
  name: '14-research',
  title: 'A research task within a budget of 20.00, paid on access (HTTP 402) at 0.01 a call (act:L3)',
  world: {
    users: { ann: { balance: '100.00' } },
    sellers: { market: { price: '0.01' }, archive: { price: '0.01' } },
  },
  setup: [
    {
      do: 'delegate',
      step: 'a budget of 20.00',
      as: 'research',
      say: 'Find out how train prices moved this month.',
      answers: { ...bounds, max_total_amount: '20.00' },
    },
    {
      do: 'card',
      step: 'a purse of the agent’s own, with the budget in it',
      as: 'purse',
      limit: '0.05',
      fund: '20.00',
      expect: { moved: { ann: '-20.00', purse: '+20.00' }, instruments: 1 },
    },
  ],
  twin: [{ ...question, step: 'one call at 0.01', as: 'seen', expect: fen }],
  steps: [
    {
      ...question,
      step: 'twenty more',
      times: 20,
      expect: { moved: { purse: '-0.20', market: '+0.20' }, trades: { WAIT_BUYER_RECEIPT: 20 } },
    },
    {
      do: 'proof',
      step: 'a proof is sent once more: no second delivery',
      of: 'seen',
      at: 'market',
      path: '',
      expect: { refused: 'a402_proof_replayed' },
    },
    {
      ...question,
      step: 'an answer gets lost after it was paid for',
      as: 'lost',
      path: '/data/lost',
      lost: true,
      expect: { moved: { purse: '-0.01', market: '+0.01' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } },
    },
    {
      do: 'proof',
      step: 'its proof is shown for another resource',
      of: 'lost',
      at: 'market',
      path: '/data/whole-archive',
      key: 'agent',
      expect: { refused: 'a402_resource_mismatch' },
    },
    {
      do: 'proof',
      step: 'its proof is shown by somebody without the key',
      of: 'lost',
      at: 'market',
      path: '',
      key: 'stranger',
      expect: { refused: 'a402_holder_mismatch' },
    },
    {
      do: 'proof',
      step: 'its proof is shown at another seller',
      of: 'lost',
      at: 'archive',
      path: '/data/lost',
      key: 'agent',
      expect: { refused: 'order_unknown' },
    },
    {
      do: 'proof',
      step: 'a holder’s proof for another address',
      of: 'lost',
      at: 'market',
      path: '',
      key: 'agent',
      holder: { htu: 'http://127.0.0.1/data/other' },
      expect: { refused: 'a402_holder_request_mismatch' },
    },
    {
      do: 'proof',
      step: 'a holder’s proof of yesterday',
      of: 'lost',
      at: 'market',
      path: '',
      key: 'agent',
      holder: { iat: 1_000_000 },
      expect: { refused: 'a402_holder_time_out_of_window' },
    },
    {
      do: 'proof',
      step: 'a holder’s proof that goes with another proof of payment',
      of: 'lost',
      at: 'market',
      path: '',
      key: 'agent',
      holder: { ath: 'A'.repeat(43) },
      expect: { refused: 'a402_holder_proof_mismatch' },
    },
    {
      ...question,
      step: 'what was paid for is fetched, and not paid again',
      path: '/data/lost',
      expect: { changed: { WAIT_BUYER_RECEIPT: 1 } },
    },
    {
      ...question,
      step: 'a third call on a budget of two',
      under: 'pennies',
      before: [
        {
          do: 'delegate',
          step: 'a budget of 0.02',
          as: 'pennies',
          say: 'Find out how train prices moved this month.',
          answers: { ...bounds, max_total_amount: '0.02', max_single_amount: '0.02' },
        },
        {
          ...question,
          step: 'two calls',
          under: 'pennies',
          times: 2,
          expect: { moved: { purse: '-0.02', market: '+0.02' }, trades: { WAIT_BUYER_RECEIPT: 2 } },
        },
      ],
      expect: { refused: 'amount_over_total_limit' },
    },
  ],
};
