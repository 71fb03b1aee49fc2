import type { BuyStep, Expected, Scenario } from '../format.ts';
import { bankId, PSP } from '../world/plan.ts';

const cleared = {
  moved: {
    ann: '-100.00',
    [`clearing:${bankId('harbour')}:CNY`]: '+100.00',
    lights: '+100.00',
    [`clearing:${PSP}:CNY`]: '-100.00',
  },
  stock: { LAMP: -1 },
  trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
} satisfies Expected;
const lamp: BuyStep = { do: 'buy', step: 'a lamp under the mandate', under: 'lamps', expect: cleared };

export const scenario: Scenario = {
  name: '16e-records-across',
  title:
    'Paid from one bank into another, and the chain of records from the wish to the delivery still holds',
  world: {
    users: { ann: { balance: '5000.00' } },
    partners: { harbour: {} },
    shops: {
      lights: {
        keptBy: 'harbour',
        items: { LAMP: { name: 'Lamp', category: 'home/lamp', price: '100.00' } },
      },
    },
    words: { 'home/lamp': ['lamp'] },
  },
  setup: [
    {
      do: 'delegate',
      step: 'lamps from lights, 3000.00 in all',
      as: 'lamps',
      say: 'Buy me a lamp from lights, 3000 yuan in total.',
      answers: { validity_end_time: '+7d', max_single_amount: '150.00' },
      expect: { instruments: 1 },
    },
  ],
  twin: [lamp],
  steps: [
    {
      do: 'buy',
      step: 'a lamp that the user confirms at the cashier',
      say: 'Buy me one lamp now from lights, at most 150 yuan.',
      expect: cleared,
    },
    {
      do: 'buy',
      step: 'what the user cancels is recorded by nobody as paid',
      say: 'Buy me one lamp now from lights, at most 150 yuan.',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    {
      do: 'records',
      step: 'the deliveries lead back to the wish, through the record of the other bank',
      at: 'lights',
      expect: { answer: { deliveries: 4, hold: 4 } },
    },
  ],
};
