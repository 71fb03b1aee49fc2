import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';

const BUILD = `${'B'.repeat(42)}A`;
const OTHER_BUILD = 'A'.repeat(43);
const paper: Pick<PayStep, 'do' | 'at' | 'items' | 'under'> = {
  do: 'pay',
  at: 'office',
  items: { PAPER: 1 },
  under: 'pinned',
};

export const scenario: Scenario = {
  name: '12-runtime-identity',
  title: 'Runtime identity: user, build of the agent and runtime key, all three or no payment',
  world: {
    users: { ann: { balance: '5000.00' }, bob: { balance: '5000.00' } },
    shops: {
      office: { items: { PAPER: { name: 'Printer paper', category: 'office/paper', price: '25.00' } } },
    },
  },
  setup: [
    { do: 'bind', step: 'an instrument', limit: '100.00', expect: { instruments: 1 } },
    { do: 'mandate', step: 'a mandate that pins build and runtime', as: 'pinned', build: BUILD },
  ],
  twin: [
    {
      ...paper,
      step: 'the pinned build pays in the pinned runtime for its user',
      expect: paid('25.00', { from: 'ann', to: 'office', items: { PAPER: 1 } }),
    },
  ],
  steps: [
    {
      ...paper,
      step: 'another build of the agent',
      runtime: { build: OTHER_BUILD },
      expect: { refused: 'agent_version_mismatch' },
    },
    {
      ...paper,
      step: 'another runtime’s key',
      runtime: { key: 'stranger' },
      expect: { refused: 'runtime_key_invalid' },
    },
    {
      ...paper,
      step: 'another user',
      runtime: { user: 'bob' },
      expect: { refused: 'runtime_user_mismatch' },
    },
    { ...paper, step: 'none of the three', runtime: null, expect: { refused: 'runtime_identity_missing' } },
    {
      do: 'mandate',
      step: 'a mandate for a build that the agent’s provider does not state',
      build: BUILD,
      stated: OTHER_BUILD,
      expect: { refused: 'agent_version_mismatch' },
    },
  ],
};
