import { paid } from '../expect.ts';
import type { Scenario, TapStep } from '../format.ts';

/** The glasses are woken by their wearer's words, scan the shop's code and give its order to the agent. */
const scanned: Omit<TapStep, 'step'> = {
  do: 'tap',
  by: 'SCAN',
  at: 'bakery',
  items: { BUN: 1 },
  say: 'Buy me one portion of custard buns now, at most 15 yuan.',
};
const bought = {
  ...paid('12.00', { from: 'ann', to: 'bakery', items: { BUN: 1 } }),
  answer: { amount: '12.00', trigger: 'SCAN', verdict: 'accepted' },
};

export const scenario: Scenario = {
  name: '10-glasses',
  title: 'Look to pay, 12.00: confirmed through glasses by gaze or by the wearer’s voice',
  world: {
    users: { ann: { balance: '1000.00' } },
    shops: {
      bakery: {
        items: {
          BUN: { name: 'Custard buns', category: 'food/bakery', price: '12.00' },
          CAKE: { name: 'Wedding cake', category: 'food/bakery', price: '1200.00' },
        },
      },
    },
    words: { 'food/bakery': ['custard buns'] },
  },
  twin: [
    { ...scanned, step: 'confirmed by gaze', method: 'GAZE', expect: bought },
    { ...scanned, step: 'confirmed by the wearer’s voice', method: 'VOICE', expect: bought },
  ],
  steps: [
    {
      ...scanned,
      step: 'somebody else’s voice',
      method: 'VOICE',
      glasses: { wearer: 'NOT_MATCHED' },
      expect: { refused: 'wearer_voice_mismatch' },
    },
    {
      ...scanned,
      step: 'the phone has not heard the glasses for six seconds',
      method: 'GAZE',
      glasses: { silentSeconds: 7 },
      expect: { refused: 'glasses_link_lost' },
    },
    {
      ...scanned,
      step: 'a gaze on a phone',
      method: 'GAZE',
      channel: 'PHONE',
      expect: { refused: 'confirmation_channel_mismatch' },
    },
    {
      ...scanned,
      step: 'the code asks for more than the wearer said: nobody is asked to confirm it',
      items: { CAKE: 1 },
      method: 'GAZE',
      expect: { refused: 'amount_over_single_limit', by: 'agent' },
    },
    {
      ...scanned,
      step: 'the wearer says no',
      method: 'VOICE',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
  ],
};
