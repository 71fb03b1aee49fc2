import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';

const meal: Pick<PayStep, 'do' | 'at' | 'items'> = { do: 'pay', at: 'canteen', items: { RICE: 1, SOUP: 1 } };

export const scenario: Scenario = {
  name: '05-meal-order',
  title: 'A meal of two items for 68.00: one total, one confirmation, both or none',
  world: {
    users: { ann: { balance: '1000.00' } },
    shops: {
      canteen: {
        items: {
          RICE: { name: 'Claypot rice', category: 'food/meal', price: '42.00' },
          SOUP: { name: 'Fish soup', category: 'food/meal', price: '26.00' },
          DUMPLINGS: { name: 'Dumplings', category: 'food/dumplings', price: '34.00' },
          LAST: { name: 'Peking duck', category: 'food/meal', price: '26.00', stock: 0 },
        },
      },
    },
    words: { 'food/meal': ['meal'], 'food/dumplings': ['dumplings'] },
  },
  twin: [
    {
      do: 'bind',
      step: 'an instrument for meals',
      as: 'tool',
      limit: '100.00',
      expect: { instruments: 1 },
    },
    {
      ...meal,
      step: 'rice 42.00 and soup 26.00, confirmed together',
      with: 'tool',
      expect: paid('68.00', { from: 'ann', to: 'canteen', items: { RICE: 1, SOUP: 1 } }),
    },
  ],
  steps: [
    {
      do: 'buy',
      step: 'two portions of one dish, on the agent’s own road',
      say: 'Order two portions of dumplings now, at most 70 yuan.',
      expect: paid('68.00', { from: 'ann', to: 'canteen', items: { DUMPLINGS: 2 } }),
    },
    {
      ...meal,
      step: 'the user says no',
      with: 'tool',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    {
      ...meal,
      step: 'one of the two is sold out: neither is locked',
      items: { RICE: 1, LAST: 1 },
      expect: { refused: 'stock_exhausted' },
    },
    {
      ...meal,
      step: 'one of the two is not on the menu',
      items: { RICE: 1, DESSERT: 1 },
      expected: '68.00',
      expect: { refused: 'item_unknown' },
    },
    {
      ...meal,
      step: 'the total is not the sum of the two',
      with: 'tool',
      quote: { claims: { amount: '69.00' } },
      expect: { refused: 'quote_totals_wrong' },
    },
    {
      ...meal,
      step: 'the agent asks for a fen more than the shop',
      with: 'tool',
      request: { claims: { amount: '68.01' } },
      expect: { refused: 'request_quote_disagree' },
    },
  ],
};
