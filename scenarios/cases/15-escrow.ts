import type { CommandStep, Expected, PayStep, Scenario } from '../format.ts';

const HELD: Expected = {
  moved: { ann: '-99.00', 'escrow:CNY': '+99.00' },
  trades: { WAIT_SELLER_FULFILLMENT: 1 },
};
const SHIPPED: Expected = {
  moved: { ann: '-99.00', 'escrow:CNY': '+99.00' },
  stock: { LAMP: -1 },
  trades: { WAIT_BUYER_RECEIPT: 1 },
};
const RELEASED: Expected = {
  moved: { 'escrow:CNY': '-99.00', shop: '+99.00' },
  changed: { TRADE_FINISHED: 1 },
};

const order: Pick<PayStep, 'do' | 'at' | 'items' | 'under'> = {
  do: 'pay',
  at: 'shop',
  items: { LAMP: 1 },
  under: 'lamps',
};
const shipped = (as: string): PayStep => ({
  ...order,
  step: '99.00 is held, the lamp is shipped',
  as,
  expect: SHIPPED,
});
const received = (trade: string): Pick<CommandStep, 'do' | 'by' | 'action' | 'target' | 'path'> => ({
  do: 'command',
  by: 'device',
  action: 'trade.receive',
  target: `$${trade}.trade_no`,
  path: `/payments/$${trade}.trade_no/receipt`,
});
const refund = (
  trade: string,
  amount: string,
): Pick<CommandStep, 'do' | 'by' | 'action' | 'target' | 'params' | 'path'> => ({
  do: 'command',
  by: 'shop',
  action: 'payment.refund',
  target: `$${trade}.trade_no`,
  params: { amount, currency: 'CNY', refund_id: `refund-${trade}-${amount}` },
  path: `/payments/$${trade}.trade_no/refunds`,
});

export const scenario: Scenario = {
  name: '15-escrow',
  title: 'Escrow: 99.00 held until the lamp is received; a cancelled or undelivered order is paid back',
  world: {
    users: { ann: { balance: '20000.00' }, bob: { balance: '10.00' } },
    shops: {
      shop: {
        items: {
          LAMP: { name: 'Reading lamp', category: 'goods/lamp', price: '99.00', deliveryDays: 7 },
          TODAY: { name: 'Lamp, at once', category: 'goods/lamp', price: '99.00', deliveryDays: 0.02 },
        },
        settlement: 'ESCROW',
      },
    },
    words: { 'goods/lamp': ['lamp'] },
  },
  twin: [
    {
      do: 'delegate',
      user: 'ann',
      as: 'lamps',
      step: 'lamps, at most 100.00 each',
      say: 'Buy me a lamp from shop.',
      answers: {
        max_single_amount: '100.00',
        max_total_amount: '2000.00',
        allowed_categories: 'goods/lamp',
        allowed_merchants: 'shop',
        validity_end_time: '+7d',
      },
    },
    shipped('lamp'),
    { ...received('lamp'), user: 'ann', step: 'received: the money is released', expect: RELEASED },
  ],
  steps: [
    {
      ...received('early'),
      user: 'ann',
      step: 'before anything is shipped there is nothing to receive',
      before: [{ ...order, step: '99.00 is held', as: 'early', collect: false, expect: HELD }],
      after: [
        {
          ...refund('early', '99.00'),
          step: 'cancelled: paid back in full',
          expect: { moved: { ann: '+99.00', 'escrow:CNY': '-99.00' }, changed: { TRADE_CLOSED: 1 } },
        },
      ],
      expect: { refused: 'trade_transition_illegal' },
    },
    {
      ...received('other'),
      user: 'bob',
      step: 'somebody else’s word releases nothing',
      before: [shipped('other')],
      after: [{ ...received('other'), user: 'ann', step: 'the buyer’s does', expect: RELEASED }],
      expect: { refused: 'payment_unknown' },
    },
    {
      ...refund('part', '70.00'),
      step: 'no refund goes above what was captured',
      before: [
        shipped('part'),
        {
          ...refund('part', '29.01'),
          step: 'a part is paid back out of what is held',
          expect: { moved: { ann: '+29.01', 'escrow:CNY': '-29.01' } },
        },
      ],
      after: [
        {
          ...received('part'),
          user: 'ann',
          step: 'the rest is released',
          expect: { moved: { 'escrow:CNY': '-69.99', shop: '+69.99' }, changed: { TRADE_FINISHED: 1 } },
        },
      ],
      expect: { refused: 'refund_over_captured' },
    },
    {
      ...refund('done', '99.00'),
      step: 'released money is not paid back out of escrow',
      before: [shipped('done'), { ...received('done'), user: 'ann', step: 'received', expect: RELEASED }],
      expect: { refused: 'trade_transition_illegal' },
    },
    {
      do: 'release',
      of: 'late',
      step: 'with the receipt of then, which still holds, nobody gets the lamp as well',
      before: [
        {
          ...order,
          items: { TODAY: 1 },
          as: 'late',
          step: '99.00 is held for a lamp that is due within the hour',
          collect: false,
          expect: HELD,
        },
        {
          do: 'advance',
          seconds: 3_600,
          step: 'nobody has come for it: paid back',
          expect: { moved: { ann: '+99.00', 'escrow:CNY': '-99.00' }, changed: { TRADE_CLOSED: 1 } },
        },
      ],
      expect: { refused: 'order_closed' },
    },
    shipped('forgotten'),
    { ...order, step: 'and 99.00 is held for one that is never shipped', collect: false, expect: HELD },
    {
      do: 'advance',
      seconds: 7 * 86_400,
      step: 'a week later, and the trust list does not reach so far: nobody but the own clock says that it is so late',
      expect: {},
    },
    {
      do: 'publish',
      step: 'the trust list of that week',
      list: { claims: { issued_at: '+0s', next_update: '+60d' } },
    },
    {
      do: 'advance',
      seconds: 60,
      step: 'the one counts as received, and the other, promised within the week, is paid back',
      expect: {
        moved: { 'escrow:CNY': '-198.00', shop: '+99.00', ann: '+99.00' },
        changed: { TRADE_FINISHED: 1, TRADE_CLOSED: 1 },
      },
    },
  ],
};
