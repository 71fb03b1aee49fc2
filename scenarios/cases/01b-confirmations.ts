import type { AnswerStep, CommandStep, Scenario } from '../format.ts';
import { office, officeSetup, paper, paperPaid } from './office.ts';

const { under: _, ...atCashier } = paper;
const asked = { ...atCashier, asks: true, as: 'asked' } as const;
const yes = { do: 'answer', to: 'asked' } as const satisfies Partial<AnswerStep>;
const charged = { moved: { ann: '-25.00', office: '+25.00' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } };
const mine = {
  do: 'command',
  action: 'mandate.suspend',
  target: '$mandate.delegation_id',
  path: '/mandates/$mandate.delegation_id/suspend',
} as const satisfies Partial<CommandStep>;
const resumed = {
  do: 'command',
  step: 'resumed',
  action: 'mandate.resume',
  target: '$mandate.delegation_id',
  path: '/mandates/$mandate.delegation_id/resume',
} as const satisfies CommandStep;

export const scenario: Scenario = {
  name: '01b-confirmations',
  title: 'Confirmations and commands that come late, twice, for others or from others',
  world: office,
  setup: officeSetup,
  twin: [{ ...atCashier, step: 'confirmed and paid', expect: paperPaid }],
  steps: [
    { ...asked, step: 'put before the user' },
    {
      ...yes,
      step: 'a yes that is made out to another bank',
      claims: { aud: 'did:act:other.example/iac' },
      expect: { refused: 'confirmation_audience_mismatch' },
    },
    { ...yes, step: 'a yes', expect: charged },
    { ...yes, step: 'a second yes', expect: { refused: 'confirmation_decided' } },
    { ...asked, step: 'put before the user again' },
    {
      ...yes,
      step: 'a yes after ten minutes',
      before: [{ do: 'advance', step: 'ten minutes pass', seconds: 600 }],
      expect: { refused: 'confirmation_expired' },
    },
    {
      do: 'send',
      step: 'a yes to what nobody asked',
      to: 'bank',
      path: '/confirmations/cnf_nobody',
      json: { confirmation: '$asked.payment_request' },
      expect: { refused: 'confirmation_unknown' },
    },
    {
      ...mine,
      step: 'a command of a stranger in the device’s name',
      by: 'agent',
      forge: { claims: { iss: 'dev_nobody' } },
      expect: { refused: 'device_unknown' },
    },
    {
      ...mine,
      step: 'a command for another server',
      by: 'agent',
      action: 'mandate.revoke',
      path: '/mandates/$mandate.delegation_id/revoke',
      forge: { claims: { aud: 'did:act:other.example/iac' } },
      expect: { refused: 'command_audience_mismatch' },
    },
    {
      ...mine,
      step: 'a command of long ago',
      forge: { claims: { iat: 1_000_000 } },
      expect: { refused: 'command_time_out_of_window' },
    },
    {
      ...mine,
      step: 'a command for another mandate',
      target: 'dlg_another',
      expect: { refused: 'command_target_mismatch' },
    },
    {
      ...mine,
      step: 'a command that was given before',
      before: [{ ...mine, step: 'suspended', forge: { claims: { jti: 'cmd_once' } } }, resumed],
      forge: { claims: { jti: 'cmd_once' } },
      expect: { refused: 'command_duplicate' },
    },
    {
      ...mine,
      step: 'the agent’s command, signed by a stranger',
      by: 'agent',
      action: 'mandate.revoke',
      path: '/mandates/$mandate.delegation_id/revoke',
      forge: { key: 'stranger' },
      expect: { refused: 'command_signature_invalid' },
    },
    {
      do: 'send',
      step: 'a call without its command',
      to: 'bank',
      path: '/accounts/acct-ann',
      expect: { refused: 'command_missing' },
    },
  ],
};
