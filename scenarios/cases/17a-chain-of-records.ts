import { paid } from '../expect.ts';
import type { BuyStep, Scenario } from '../format.ts';

const cup: Pick<BuyStep, 'do' | 'say'> = {
  do: 'buy',
  say: 'Buy me one cup of bubble tea now, at most 20 yuan.',
};
const eighteen = paid('18.00', { from: 'ann', to: 'teahouse', items: { TEA: 1 } });
const underMandate: Pick<BuyStep, 'do' | 'under'> = { do: 'buy', under: 'standing' };

export const scenario: Scenario = {
  name: '17a-chain-of-records',
  title: 'From the wish to the delivery: every step recorded, signed, anchored, and verified as one chain',
  world: {
    users: { ann: { balance: '500.00' } },
    shops: {
      teahouse: { items: { TEA: { name: 'Bubble tea', category: 'food/drink', price: '18.00' } } },
    },
    words: { 'food/drink': ['bubble tea', '奶茶'] },
  },
  setup: [
    {
      do: 'delegate',
      step: 'a mandate for tea at the teahouse',
      as: 'standing',
      say: 'Buy one cup of bubble tea from teahouse, each at most 20 yuan, at most 200 yuan in all, within 3 days.',
    },
  ],
  twin: [{ ...underMandate, step: 'a cup under the mandate', expect: eighteen }],
  steps: [
    { ...cup, step: 'a cup that the user confirms at the cashier', expect: eighteen },
    {
      do: 'records',
      step: 'both deliveries lead back to the wish, through six records and through five',
      at: 'teahouse',
      expect: { answer: { deliveries: 2, hold: 2 } },
    },
    { do: 'log', step: 'the log goes down', is: 'down' },
    { ...underMandate, step: 'nobody waits for it: another cup', expect: eighteen },
    {
      do: 'records',
      step: 'what happened meanwhile waits to be anchored',
      at: 'teahouse',
      waiting: true,
      expect: { answer: { waiting: 'some' } },
    },
    {
      ...cup,
      step: 'what the user cancels is delivered to nobody',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    { do: 'log', step: 'it comes back', is: 'up' },
    {
      do: 'records',
      step: 'nothing was lost: five chains, and this is one of them',
      at: 'teahouse',
      expect: { answer: { deliveries: 5, hold: 5 } },
    },
  ],
};
