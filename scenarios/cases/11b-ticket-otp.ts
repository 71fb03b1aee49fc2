import { paid } from '../expect.ts';
import type { BuyStep, Scenario } from '../format.ts';

const order: Pick<BuyStep, 'do' | 'say' | 'method'> = {
  do: 'buy',
  say: 'Buy me one cinema ticket now, at most 100 yuan.',
  method: 'OTP',
};

export const scenario: Scenario = {
  name: '11b-ticket-otp',
  title: 'A cinema ticket, 88.00, confirmed by a one-time code',
  world: {
    users: { ann: { balance: '1000.00' } },
    shops: {
      cinema: { items: { SEAT: { name: 'Cinema seat', category: 'leisure/cinema', price: '88.00' } } },
    },
    words: { 'leisure/cinema': ['cinema ticket'] },
  },
  twin: [
    {
      ...order,
      step: 'confirmed by code',
      expect: paid('88.00', { from: 'ann', to: 'cinema', items: { SEAT: 1 } }),
    },
  ],
  steps: [
    {
      ...order,
      step: 'the user answers no, by code',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
  ],
};
