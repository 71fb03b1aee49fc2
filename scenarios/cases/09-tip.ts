import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';

const tip: Pick<PayStep, 'do' | 'at' | 'items'> = { do: 'pay', at: 'developer', items: { THANKS: 1 } };

export const scenario: Scenario = {
  name: '09-tip',
  title:
    'A tip of 5.00 for an agent’s developer: no goods, no delivery, and no shop can call its goods a tip',
  world: {
    users: { ann: { balance: '500.00' } },
    shops: {
      developer: {
        items: { THANKS: { name: 'A thank-you', category: 'tip', price: '5.00' } },
        settlement: 'GRATUITY',
      },
      stall: {
        items: { NUTS: { name: 'Roasted nuts', category: 'food/snack', price: '5.00' } },
        settlement: 'GRATUITY',
      },
    },
    words: { tip: ['tip'], 'food/snack': ['snack'] },
  },
  twin: [
    {
      do: 'delegate',
      as: 'tips',
      step: 'tips for the developer, 50.00 in all',
      say: 'Give a tip to developer.',
      answers: {
        max_total_amount: '50.00',
        allowed_categories: 'tip',
        allowed_merchants: 'developer',
        validity_end_time: '+7d',
      },
    },
    {
      ...tip,
      step: '5.00, and the trade is finished',
      under: 'tips',
      expect: {
        ...paid('5.00', { from: 'ann', to: 'developer', items: { THANKS: 1 } }),
        trades: { TRADE_FINISHED: 1 },
      },
    },
  ],
  steps: [
    {
      do: 'command',
      step: 'what was given is not refunded',
      before: [
        {
          ...tip,
          step: 'another tip',
          under: 'tips',
          as: 'given',
          expect: {
            ...paid('5.00', { from: 'ann', to: 'developer', items: { THANKS: 1 } }),
            trades: { TRADE_FINISHED: 1 },
          },
        },
      ],
      by: 'developer',
      action: 'payment.refund',
      target: '$given.trade_no',
      params: { amount: '5.00', currency: 'CNY', refund_id: 'refund-1' },
      path: '/payments/$given.trade_no/refunds',
      expect: { refused: 'trade_transition_illegal' },
    },
    {
      do: 'command',
      step: 'there is nothing to deliver',
      by: 'developer',
      action: 'fulfilment.confirm',
      target: '$given.trade_no',
      path: '/payments/$given.trade_no/fulfilment',
      expect: { refused: 'trade_transition_illegal' },
    },
    {
      do: 'buy',
      step: 'a tip that the user confirms at the cashier (act:L1)',
      say: 'Give a tip to developer now, at most 5 yuan.',
      expect: {
        ...paid('5.00', { from: 'ann', to: 'developer', items: { THANKS: 1 } }),
        trades: { TRADE_FINISHED: 1 },
        answer: { amount: '5.00', verdict: 'accepted' },
      },
    },
    {
      do: 'buy',
      step: 'the user gives nothing',
      say: 'Give a tip to developer now, at most 5 yuan.',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied', by: 'bank' },
    },
    {
      do: 'pay',
      step: 'a stall that calls its nuts a tip is not paid',
      at: 'stall',
      items: { NUTS: 1 },
      before: [
        {
          do: 'delegate',
          as: 'snacks',
          step: 'snacks, 50.00 in all',
          say: 'Buy me a snack from stall.',
          answers: {
            max_total_amount: '50.00',
            allowed_categories: 'food/snack',
            allowed_merchants: 'stall',
            validity_end_time: '+7d',
          },
        },
      ],
      under: 'snacks',
      expect: { refused: 'quote_settlement_mismatch' },
    },
    {
      ...tip,
      step: 'a mandate for snacks gives no tips',
      before: [
        {
          do: 'delegate',
          as: 'snacks',
          step: 'snacks from the developer, 50.00 in all',
          say: 'Buy me a snack.',
          answers: {
            max_total_amount: '50.00',
            allowed_categories: 'food/snack',
            allowed_merchants: 'developer',
            validity_end_time: '+7d',
          },
        },
      ],
      under: 'snacks',
      expect: { refused: 'category_not_allowed' },
    },
  ],
};
