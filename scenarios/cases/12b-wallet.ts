import { paid } from '../expect.ts';
import type { DelegateStep, PayStep, PriceStep, Scenario } from '../format.ts';

const wish: Pick<DelegateStep, 'do' | 'say'> = {
  do: 'delegate',
  say: 'Buy me a train ticket from the rail shop, 5000 yuan in total.',
};
const until = { validity_end_time: '+2h' };
const seat: Pick<PayStep, 'do' | 'at' | 'items'> = { do: 'pay', at: 'rail', items: { SEAT: 1 } };
const at = (price: string): Omit<PriceStep, 'step'> => ({ do: 'price', at: 'rail', item: 'SEAT', price });
const fifty = paid('50.00', { from: 'ann', to: 'rail', items: { SEAT: 1 } });

export const scenario: Scenario = {
  name: '12b-wallet',
  title:
    'An AI wallet: up to 60.00 the agent pays alone, above it the user confirms; and the autonomy levels',
  world: {
    users: { ann: { balance: '20000.00' } },
    shops: {
      rail: {
        items: {
          SEAT: { name: 'Local train', category: 'transport/train', price: '50.00' },
          SLEEPER: { name: 'Night train', category: 'transport/night', price: '80.00' },
        },
      },
    },
    agents: {
      assistant: { autonomy: 'a2p2:L2', confirmAbove: '60.00' },
      shy: { autonomy: 'a2p2:L0' },
      careless: { autonomy: 'a2p2:L2' },
      bold: { autonomy: 'a2p2:L5' },
    },
    words: { 'transport/train': ['train ticket'], 'transport/night': ['night train'] },
  },
  setup: [
    {
      ...wish,
      step: 'small amounts alone, in the day',
      as: 'day',
      agent: 'assistant',
      answers: until,
    },
    {
      ...wish,
      step: 'the same for the night',
      as: 'night',
      agent: 'assistant',
      say: 'Buy me a night train from the rail shop, 5000 yuan in total.',
      answers: until,
    },
    { ...wish, step: 'never alone', as: 'never', agent: 'shy', answers: until },
  ],
  twin: [{ ...seat, step: '50.00, alone', agent: 'assistant', under: 'day', expect: fifty }],
  steps: [
    { ...at('60.00'), step: 'the seat costs 60.00' },
    {
      ...seat,
      step: '60.00, the amount itself, alone',
      agent: 'assistant',
      expected: '60.00',
      under: 'day',
      expect: paid('60.00', { from: 'ann', to: 'rail', items: { SEAT: 1 } }),
    },
    { ...at('50.00'), step: 'the seat costs 50.00 again' },
    {
      ...seat,
      step: 'a fen more is not paid alone',
      agent: 'assistant',
      expected: '60.01',
      under: 'day',
      before: [{ ...at('60.01'), step: 'the seat costs 60.01' }],
      after: [{ ...at('50.00'), step: 'the seat costs 50.00 once more' }],
      expect: { refused: 'confirmation_required' },
    },
    {
      ...seat,
      step: '80.00 is not paid under the mandate',
      agent: 'assistant',
      items: { SLEEPER: 1 },
      under: 'night',
      expect: { refused: 'confirmation_required' },
    },
    {
      do: 'buy',
      step: '80.00, taken to the cashier and confirmed there',
      agent: 'assistant',
      under: 'night',
      expect: {
        ...paid('80.00', { from: 'ann', to: 'rail', items: { SLEEPER: 1 } }),
        answer: { amount: '80.00', verdict: 'accepted' },
      },
    },
    {
      do: 'buy',
      step: '80.00, and the user declines',
      agent: 'assistant',
      under: 'night',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    {
      ...seat,
      step: 'at a2p2:L0 not even 50.00',
      agent: 'shy',
      under: 'never',
      expect: { refused: 'confirmation_required' },
    },
    {
      ...wish,
      step: 'a2p2:L2 without an amount is no level',
      as: 'bare',
      agent: 'careless',
      answers: until,
      expect: { refused: 'autonomy_terms_missing' },
    },
    {
      ...wish,
      step: 'a2p2:L5 is not granted here',
      as: 'full',
      agent: 'bold',
      say: 'Buy me a train ticket, 5000 yuan in total.',
      answers: { ...until, allowed_merchants: 'any', max_single_amount: '100.00' },
      expect: { refused: 'autonomy_level_refused' },
    },
  ],
};
