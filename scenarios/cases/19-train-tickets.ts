import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';

const seat: Pick<PayStep, 'do' | 'at' | 'items'> = { do: 'pay', at: 'rail', items: { SEAT: 1 } };
const bought = paid('550.00', { from: 'ann', to: 'rail', items: { SEAT: 1 } });
const wanted = {
  do: 'delegate',
  say: 'Buy train tickets G123 from the rail shop for me.',
  answers: {
    max_single_amount: '600.00',
    max_total_amount: '1800.00',
    times_limit: '3',
    validity_end_time: '+7d',
  },
} as const;
const train = (name: string, price: string) => ({ name, category: 'transport/train', price });

export const scenario: Scenario = {
  name: '19-train-tickets',
  title:
    'Train tickets: 600.00 a payment, 1,800.00 in all, three uses; a fourth is refused although money is left',
  world: {
    users: { ann: { balance: '90000.00' } },
    shops: {
      rail: {
        items: {
          SEAT: train('G123 second class', '550.00'),
          CAP: train('G123 window seat', '600.00'),
          LOCAL: train('G123 between two stops', '100.00'),
          FIRST: train('G123 first class', '600.01'),
        },
      },
    },
    words: { 'transport/train': ['train tickets'] },
  },
  twin: [
    { ...wanted, step: 'three uses', as: 'fresh' },
    { ...seat, step: '550.00', under: 'fresh', expect: bought },
  ],
  steps: [
    { ...wanted, step: 'three uses of its own', as: 'journey' },
    { ...seat, step: 'the first at 550.00', under: 'journey', expect: bought },
    { ...seat, step: 'the second at 550.00', under: 'journey', expect: bought },
    { ...seat, step: 'the third at 550.00', under: 'journey', expect: bought },
    {
      ...seat,
      step: 'the fourth: 150.00 is left, and no use',
      under: 'journey',
      items: { LOCAL: 1 },
      expect: { refused: 'times_limit_reached' },
    },
    {
      ...seat,
      step: '600.01 in one payment',
      under: 'fresh',
      items: { FIRST: 1 },
      expect: { refused: 'amount_over_single_limit' },
    },
  ],
};
