import { paid } from '../expect.ts';
import type { PayStep, Step, WorldPlan } from '../format.ts';

/** A small world for what is forged: one office shop, one mandate that would allow it, an honest payment of 25.00. */
export const office: WorldPlan = {
  users: { ann: { balance: '50000.00' }, bob: { balance: '5000.00' } },
  shops: {
    office: {
      items: {
        PAPER: { name: 'Printer paper', category: 'office/paper', price: '25.00' },
        DESK: { name: 'Standing desk', category: 'office/furniture', price: '1500.00' },
      },
      quoteSeconds: 300,
    },
    rival: { items: { PENS: { name: 'Pens', category: 'office/pens', price: '25.00' } } },
  },
};

export const paper = {
  do: 'pay',
  at: 'office',
  items: { PAPER: 1 },
  under: 'mandate',
} as const satisfies Partial<PayStep>;

export const paperPaid = paid('25.00', { from: 'ann', to: 'office', items: { PAPER: 1 } });

export const officeSetup: readonly Step[] = [
  { do: 'bind', step: 'an instrument', limit: '2000.00', as: 'tool', expect: { instruments: 1 } },
  { do: 'mandate', step: 'a mandate', as: 'mandate', iac: { max_total_amount: 20000 } },
];

export const officeTwin: readonly Step[] = [
  { ...paper, step: 'the honest payment', as: 'good', expect: paperPaid },
];
