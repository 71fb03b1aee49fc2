import { paid } from '../expect.ts';
import type { CommandStep, PayStep, Scenario } from '../format.ts';

const ticket: Pick<PayStep, 'do' | 'at' | 'items'> = { do: 'pay', at: 'rail', items: { SEAT: 1 } };
const bought = paid('50.00', { from: 'ann', to: 'rail', items: { SEAT: 1 } });
const wanted = {
  do: 'delegate',
  say: 'Buy me a train ticket from the rail shop, 500 yuan in total.',
  answers: { validity_end_time: '+2h' },
} as const;
const order = (
  action: CommandStep['action'],
  mandate: string,
): Pick<CommandStep, 'do' | 'action' | 'target' | 'path'> => ({
  do: 'command',
  action,
  target: `$${mandate}.delegation_id`,
  path: `/mandates/$${mandate}.delegation_id/${action.replace('mandate.', '')}`,
});

export const scenario: Scenario = {
  name: '13-mandate-life',
  title: 'The life of a mandate: suspended, resumed, revoked, and over exactly at its second',
  world: {
    users: { ann: { balance: '20000.00' }, bob: { balance: '100.00' } },
    shops: {
      rail: { items: { SEAT: { name: 'Local train', category: 'transport/train', price: '50.00' } } },
    },
    words: { 'transport/train': ['train ticket'] },
  },
  twin: [
    { ...wanted, step: 'a mandate', as: 'fresh' },
    { ...ticket, step: 'it pays', under: 'fresh', expect: bought },
  ],
  steps: [
    {
      ...ticket,
      step: 'suspended, it pays nothing',
      under: 'paused',
      before: [
        { ...wanted, step: 'another mandate', as: 'paused' },
        { ...order('mandate.suspend', 'paused'), step: 'the user suspends it' },
      ],
      after: [
        { ...order('mandate.resume', 'paused'), step: 'the user resumes it' },
        { ...ticket, step: 'resumed, it pays', under: 'paused', expect: bought },
      ],
      expect: { refused: 'mandate_suspended' },
    },
    {
      ...ticket,
      step: 'revoked, it pays nothing',
      under: 'ended',
      before: [
        { ...wanted, step: 'another mandate', as: 'ended' },
        { ...ticket, step: 'it pays', under: 'ended', expect: bought },
        { ...order('mandate.revoke', 'ended'), step: 'the user revokes it' },
      ],
      expect: { refused: 'mandate_revoked' },
    },
    {
      ...order('mandate.resume', 'ended'),
      step: 'what is revoked stays so',
      expect: { refused: 'mandate_transition_illegal' },
    },
    {
      ...ticket,
      step: 'given up by the agent itself, it pays nothing',
      under: 'given-up',
      before: [
        { ...wanted, step: 'another mandate', as: 'given-up' },
        { ...order('mandate.revoke', 'given-up'), step: 'the agent gives it up', by: 'agent' },
      ],
      expect: { refused: 'mandate_revoked' },
    },
    {
      ...ticket,
      step: 'suspended by risk control, it pays nothing',
      under: 'watched',
      before: [
        { ...wanted, step: 'another mandate', as: 'watched' },
        { do: 'bank', step: 'risk control suspends it', suspends: '$watched.delegation_id' },
      ],
      after: [
        { do: 'bank', step: 'and lifts it', lifts: '$watched.delegation_id' },
        { ...ticket, step: 'lifted, it pays', under: 'watched', expect: bought },
      ],
      expect: { refused: 'mandate_suspended' },
    },
    {
      ...order('mandate.suspend', 'fresh'),
      step: 'somebody else suspends it',
      user: 'bob',
      expect: { refused: 'command_not_permitted' },
    },
    {
      ...order('mandate.suspend', 'fresh'),
      step: 'the agent suspends it',
      by: 'agent',
      expect: { refused: 'command_not_permitted' },
    },
    {
      ...order('mandate.revoke', 'fresh'),
      target: 'dlg_nobody',
      path: '/mandates/dlg_nobody/revoke',
      step: 'a mandate that was never given',
      expect: { refused: 'mandate_unknown' },
    },
    {
      ...ticket,
      step: 'at the second of its end it pays nothing',
      under: 'short',
      before: [
        { ...wanted, step: 'another mandate', as: 'short' },
        { do: 'advance', step: 'a second before its end', to: '$short.validity_end_time', seconds: -1 },
        { ...ticket, step: 'it still pays', under: 'short', expect: bought },
        { do: 'advance', step: 'its last second is over', seconds: 1 },
      ],
      expect: { refused: 'mandate_expired' },
    },
    {
      ...order('mandate.resume', 'dozing'),
      step: 'a suspended one is over at its second too, and nobody resumes it',
      before: [
        { ...wanted, step: 'another mandate', as: 'dozing' },
        { ...order('mandate.suspend', 'dozing'), step: 'the user suspends it' },
        { do: 'advance', step: 'its end comes', to: '$dozing.validity_end_time', seconds: 0 },
      ],
      after: [
        { ...wanted, step: 'a fresh one', as: 'next' },
        { ...ticket, step: 'pays', under: 'next', expect: bought },
      ],
      expect: { refused: 'mandate_transition_illegal' },
    },
  ],
};
