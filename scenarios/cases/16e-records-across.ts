import type { BuyStep, Expected, Scenario } from '../format.ts';
import { lampSetup, lights, OURS, THEIRS } from './lights.ts';

const cleared = {
  moved: {
    ann: '-100.00',
    [OURS]: '+100.00',
    lights: '+100.00',
    [THEIRS]: '-100.00',
  },
  stock: { LAMP: -1 },
  trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
} satisfies Expected;
const lamp: BuyStep = { do: 'buy', step: 'a lamp under the mandate', under: 'lamps', expect: cleared };

export const scenario: Scenario = {
  name: '16e-records-across',
  title:
    'Paid from one bank into another, and the chain of records from the wish to the delivery still holds',
  world: lights,
  setup: lampSetup,
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
