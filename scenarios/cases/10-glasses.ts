import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';

/** The glasses were woken by voice, scanned the shop's code and gave the order to the agent. */
const scanned: Pick<PayStep, 'do' | 'at' | 'items'> = { do: 'pay', at: 'bakery', items: { BUN: 1 } };
const bought = paid('12.00', { from: 'ann', to: 'bakery', items: { BUN: 1 } });

export const scenario: Scenario = {
  name: '10-glasses',
  title: 'Look to pay, 12.00: confirmed through glasses by gaze or by the wearer’s voice',
  world: {
    users: { ann: { balance: '1000.00' } },
    shops: { bakery: { items: { BUN: { name: 'Custard buns', category: 'food/bakery', price: '12.00' } } } },
  },
  setup: [{ do: 'bind', step: 'an instrument', limit: '100.00', expect: { instruments: 1 } }],
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
      step: 'the wearer says no',
      method: 'VOICE',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
  ],
};
