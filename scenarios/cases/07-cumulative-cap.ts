import { paid } from '../expect.ts';
import type { BuyStep, PayStep, PriceStep, Scenario } from '../format.ts';

const heater: Pick<PriceStep, 'do' | 'at' | 'item'> = { do: 'price', at: 'hardware', item: 'HEATER' };
const again: Pick<BuyStep, 'do' | 'under'> = { do: 'buy', under: 'mandate' };
const payment: Pick<PayStep, 'do' | 'at' | 'under'> = { do: 'pay', at: 'hardware', under: 'mandate' };
const bought = (amount: string, item: string) =>
  paid(amount, { from: 'ann', to: 'hardware', items: { [item]: 1 } });
const wanted = {
  do: 'delegate',
  as: 'mandate',
  say: 'Buy me a heater from the hardware shop, 500 yuan in total.',
  answers: { validity_end_time: '+7d' },
} as const;

export const scenario: Scenario = {
  name: '07-cumulative-cap',
  title:
    'A cumulative cap of 500.00: 300.00 and then 250.00 is over it, in sequence, with a forged cache, and at once',
  engines: ['sqlite', 'postgres'],
  world: {
    users: { ann: { balance: '20000.00' } },
    shops: {
      hardware: {
        items: {
          HEATER: { name: 'Heater', category: 'goods/heaters', price: '300.00' },
          FAN: { name: 'Fan heater', category: 'goods/heaters', price: '250.00', stock: 100 },
          LAMP: { name: 'Heat lamp', category: 'goods/heaters', price: '60.00' },
        },
      },
    },
    words: { 'goods/heaters': ['heater'] },
  },
  twin: [
    { ...wanted, step: '500.00 in all' },
    { ...payment, step: '300.00', items: { HEATER: 1 }, expect: bought('300.00', 'HEATER') },
  ],
  steps: [
    {
      ...payment,
      step: '250.00 more is over the cap',
      items: { FAN: 1 },
      expect: { refused: 'amount_over_total_limit' },
    },
    {
      ...again,
      step: 'on the agent’s own road: its account of what it paid stops it',
      under: 'own',
      before: [
        {
          ...wanted,
          step: '500.00 in all, for the heater',
          as: 'own',
          say: 'Buy me a “Heater” from the hardware shop, 500 yuan in total.',
        },
        { ...heater, step: 'the lamp is out of the way', item: 'LAMP', price: '900.00' },
        { ...heater, step: 'the fan is out of the way', item: 'FAN', price: '900.00' },
        { ...again, step: 'the agent buys at 300.00', under: 'own', expect: bought('300.00', 'HEATER') },
        { ...heater, step: 'the heater is at 250.00', price: '250.00' },
      ],
      after: [{ ...heater, step: 'the heater is at 300.00', price: '300.00' }],
      expect: { refused: 'amount_over_total_limit', by: 'agent' },
    },
    {
      ...again,
      step: 'with a forged account it asks the bank, and the bank’s own books stop it',
      under: 'own',
      before: [
        { ...heater, step: 'the heater is at 250.00 again', price: '250.00' },
        { do: 'forget', step: 'the agent’s account of what it paid is wiped' },
      ],
      after: [
        { ...heater, step: 'the heater is at 300.00', price: '300.00' },
        { ...heater, step: 'the lamp is at 60.00', item: 'LAMP', price: '60.00' },
        { ...heater, step: 'the fan is at 250.00', item: 'FAN', price: '250.00' },
      ],
      expect: { refused: 'amount_over_total_limit', by: 'bank' },
    },
    { ...wanted, step: 'a fresh 500.00', as: 'race' },
    {
      do: 'together',
      step: '300.00 and 250.00 at once: one of them',
      steps: [
        { ...payment, step: '300.00', under: 'race', items: { HEATER: 1 } },
        { ...payment, step: '250.00', under: 'race', items: { FAN: 1 } },
      ],
      expect: {
        outcomes: { ok: 1, amount_over_total_limit: 1 },
        either: [bought('300.00', 'HEATER'), bought('250.00', 'FAN')],
      },
    },
    { ...wanted, step: 'another fresh 500.00', as: 'crowd' },
    {
      do: 'together',
      step: 'twelve of 60.00 at once: eight of them',
      steps: Array.from({ length: 12 }, () => ({
        ...payment,
        step: '60.00',
        under: 'crowd',
        items: { LAMP: 1 },
      })),
      expect: {
        outcomes: { ok: 8, amount_over_total_limit: 4 },
        moved: { ann: '-480.00', hardware: '+480.00' },
        stock: { LAMP: -8 },
        trades: { WAIT_BUYER_RECEIPT: 8 },
      },
    },
  ],
};
