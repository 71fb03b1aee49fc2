import { paid } from '../expect.ts';
import type { DelegateStep, PayStep, Scenario } from '../format.ts';

const bouquet: Pick<PayStep, 'do' | 'at' | 'under'> = { do: 'pay', at: 'florist', under: 'flowers' };
const bought = (amount: string, item: string) =>
  paid(amount, { from: 'ann', to: 'florist', items: { [item]: 1 } });
const allowed: Pick<DelegateStep, 'do' | 'answers'> = {
  do: 'delegate',
  answers: {
    allowed_categories: 'goods/flowers',
    allowed_merchants: 'florist',
    max_single_amount: '200.00',
    max_total_amount: '2000.00',
    validity_end_time: '+7d',
  },
};
const flower = (name: string, price: string) => ({ name, category: 'goods/flowers', price });

export const scenario: Scenario = {
  name: '06-flowers',
  title: 'Flowers under a single cap of 200.00: up to the last fen, of one kind, at one payee',
  world: {
    users: { ann: { balance: '20000.00' } },
    shops: {
      florist: {
        items: {
          ROSES: flower('Roses', '188.00'),
          LILIES: flower('Lilies', '200.00'),
          TULIPS: flower('Tulips', '200.01'),
          ORCHIDS: flower('Orchids', '300.00'),
          CHOCOLATE: { name: 'Chocolate', category: 'goods/sweets', price: '188.00' },
        },
      },
      stall: { items: { CARNATIONS: flower('Carnations', '188.00') } },
    },
    words: { 'goods/flowers': ['flowers'] },
  },
  twin: [
    { ...allowed, step: 'flowers, 200.00 a payment', as: 'flowers', say: 'Order flowers for me.' },
    { ...bouquet, step: '188.00', items: { ROSES: 1 }, expect: bought('188.00', 'ROSES') },
  ],
  steps: [
    { ...bouquet, step: '200.00: the cap itself', items: { LILIES: 1 }, expect: bought('200.00', 'LILIES') },
    {
      ...bouquet,
      step: '200.01: a fen over it',
      items: { TULIPS: 1 },
      expect: { refused: 'amount_over_single_limit' },
    },
    { ...bouquet, step: '300.00', items: { ORCHIDS: 1 }, expect: { refused: 'amount_over_single_limit' } },
    {
      ...bouquet,
      step: 'the right price and the wrong kind of goods',
      items: { CHOCOLATE: 1 },
      expect: { refused: 'category_not_allowed' },
    },
    {
      ...bouquet,
      step: 'the right price and the wrong payee',
      at: 'stall',
      items: { CARNATIONS: 1 },
      expect: { refused: 'merchant_not_allowed' },
    },
    {
      ...bouquet,
      step: 'two payments in one: a coupon hides what the flowers cost',
      items: { ORCHIDS: 1 },
      quote: {
        claims: {
          discounts: [{ funder: 'did:act:florist.example/shop', amount: '112.00' }],
          payer_amount: '188.00',
        },
      },
      expect: { refused: 'amount_over_single_limit' },
    },
    {
      do: 'buy',
      step: 'the agent on its own road: 300.00 is put before the user, not paid',
      under: 'orchids',
      before: [
        { ...allowed, step: 'orchids are wanted', as: 'orchids', say: 'Order flowers for me: “Orchids”.' },
      ],
      expect: { refused: 'amount_over_single_limit', by: 'agent' },
    },
    {
      do: 'look',
      step: 'it waits for the user, who sees why',
      under: 'orchids',
      expect: {
        answer: { status: 'PAUSED', code: 'amount_over_single_limit', requirement: 'CID-CART-CFM-02' },
      },
    },
    {
      do: 'buy',
      step: 'the agent on its own road: the cheapest that fits',
      under: 'flowers',
      expect: bought('188.00', 'ROSES'),
    },
  ],
};
