import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';

const cake = {
  do: 'pay',
  at: 'teahouse',
  items: { LAST: 1 },
  under: 'mandate',
} as const satisfies Partial<PayStep>;
const tea = { ...cake, items: { TEA: 1 } } as const;

export const scenario: Scenario = {
  name: '23b-told-by-the-bank',
  title:
    'The bank tells the shop of a payment: the last cake waits for its buyer, however late, and for nobody else',
  world: {
    users: { ann: { balance: '500.00' } },
    shops: {
      teahouse: {
        items: {
          TEA: { name: 'Bubble tea', category: 'food/drink', price: '18.00' },
          LAST: { name: 'The last cake', category: 'food/cake', price: '18.00', stock: 1 },
        },
        quoteSeconds: 300,
      },
    },
    tells: true,
  },
  setup: [
    { do: 'bind', step: 'an instrument', limit: '2000.00', expect: { instruments: 1 } },
    { do: 'mandate', step: 'a mandate', as: 'mandate' },
  ],
  twin: [
    { ...tea, step: 'a tea', expect: paid('18.00', { from: 'ann', to: 'teahouse', items: { TEA: 1 } }) },
  ],
  steps: [
    {
      ...cake,
      step: 'the last cake is paid for, and not fetched',
      as: 'late',
      collect: false,
      expect: { moved: { ann: '-18.00', teahouse: '+18.00' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } },
    },
    { do: 'bank', step: 'the bank tells the shop', tells: 'shops' },
    { do: 'advance', step: 'the quote has run out long ago', seconds: 4_000 },
    { ...cake, step: 'somebody else wants the cake', expect: { refused: 'stock_exhausted' } },
    {
      do: 'release',
      of: 'late',
      step: 'its buyer comes: there it is',
      expect: { stock: { LAST: -1 }, changed: { WAIT_BUYER_RECEIPT: 1 } },
    },
  ],
};
