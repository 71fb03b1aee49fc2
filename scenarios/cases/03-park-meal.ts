import { paid } from '../expect.ts';
import type { Scenario } from '../format.ts';

export const scenario: Scenario = {
  name: '03-park-meal',
  title: 'A meal at the park, 22.50, ordered in a conversation and confirmed at the cashier (act:L1)',
  world: {
    users: { ann: { balance: '200.00' } },
    shops: {
      parkkitchen: {
        items: {
          NOODLES: { name: 'Fried noodles', category: 'food/meal', price: '22.50' },
          BANQUET: { name: 'Lakeside banquet', category: 'food/banquet', price: '199.00' },
        },
      },
    },
    words: { 'food/meal': ['fried noodles', '炒面'], 'food/banquet': ['banquet'] },
  },
  twin: [
    {
      do: 'buy',
      step: 'one portion, paid and fetched',
      say: 'Order one portion of fried noodles now, at most 30 yuan.',
      expect: {
        ...paid('22.50', { from: 'ann', to: 'parkkitchen', items: { NOODLES: 1 } }),
        answer: { amount: '22.50', verdict: 'accepted' },
      },
    },
  ],
  steps: [
    {
      do: 'buy',
      step: 'the user says no at the cashier',
      say: 'Order one portion of fried noodles now, at most 30 yuan.',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied', by: 'bank' },
    },
    {
      do: 'buy',
      step: 'the meal is dearer than the user said',
      say: 'Order one portion of fried noodles now, at most 20 yuan.',
      expect: { refused: 'amount_over_single_limit', by: 'agent' },
    },
    {
      do: 'pay',
      step: 'the account does not cover it',
      before: [],
      at: 'parkkitchen',
      items: { BANQUET: 1 },
      expect: { refused: 'balance_insufficient' },
    },
  ],
};
