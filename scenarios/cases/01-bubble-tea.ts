import { paid } from '../expect.ts';
import type { BuyStep, PayStep, PriceStep, Scenario } from '../format.ts';

const order: Pick<BuyStep, 'do' | 'say'> = {
  do: 'buy',
  say: 'Buy me one cup of bubble tea now, at most 20 yuan.',
};

const fifteen = paid('15.00', { from: 'ann', to: 'teahouse', items: { TEA: 1 } });

const cup: Pick<PriceStep, 'do' | 'at' | 'item'> = { do: 'price', at: 'teahouse', item: 'TEA' };

const fifteenAtCashier: Pick<PayStep, 'do' | 'at' | 'items' | 'coupon' | 'expected' | 'asks'> = {
  do: 'pay',
  at: 'teahouse',
  items: { TEA: 1 },
  coupon: 'TEA3',
  expected: '15.00',
  asks: true,
};

export const scenario: Scenario = {
  name: '01-bubble-tea',
  title: 'Bubble tea at 18.00, less a coupon of 3.00: the user confirms 15.00, and 15.00 is paid',
  world: {
    users: { ann: { balance: '500.00' } },
    shops: {
      teahouse: {
        names: ['Tea House', 'teahouse'],
        items: { TEA: { name: 'Bubble tea', category: 'food/drink', price: '18.00' } },
        coupons: { TEA3: '3.00' },
      },
      kiosk: {
        items: { KIOSK: { name: 'Bubble tea at the kiosk', category: 'food/drink', price: '17.00' } },
      },
    },
    agents: { assistant: { coupons: { TEA3: { shop: 'teahouse', amount: '3.00' } } } },
    words: { 'food/drink': ['bubble tea', '奶茶'] },
  },
  twin: [
    {
      ...order,
      step: 'compared, coupon redeemed, confirmed by face, paid, fetched',
      expect: { ...fifteen, answer: { amount: '15.00', verdict: 'accepted', shown_as: 'Tea House' } },
    },
  ],
  steps: [
    {
      ...order,
      step: 'the user cancels at the cashier',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    {
      ...fifteenAtCashier,
      step: 'the total has become 16.00 where 15.00 was agreed',
      before: [{ ...cup, step: 'the cup becomes a yuan dearer', price: '19.00' }],
      after: [{ ...cup, step: 'the cup is at 18.00 again', price: '18.00' }],
      expect: { refused: 'price_changed' },
    },
    {
      ...fifteenAtCashier,
      step: 'the cashier asks for 15.00',
      as: 'asked',
    },
    {
      do: 'answer',
      step: 'the user confirms 15.00, and 15.00 is charged',
      as: 'confirmed',
      expect: { moved: { ann: '-15.00', teahouse: '+15.00' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } },
    },
    {
      ...fifteenAtCashier,
      step: 'the shop signs the confirmed order once more, at 16.00',
      quote: {
        claims: { out_trade_no: '$asked.out_trade_no', amount: '19.00', payer_amount: '16.00' },
      },
      expect: { refused: 'order_paid_otherwise' },
    },
    {
      ...fifteenAtCashier,
      step: 'the cashier asks for 16.00 in another order',
      quote: { claims: { amount: '19.00', payer_amount: '16.00' } },
    },
    {
      do: 'answer',
      step: 'the confirmation of 15.00 is passed off as one of 16.00',
      claims: { challenge: '$confirmed.challenge' },
      expect: { refused: 'confirmation_challenge_mismatch' },
    },
  ],
};
