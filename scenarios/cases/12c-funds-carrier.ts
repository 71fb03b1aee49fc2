import { paid } from '../expect.ts';
import type { CardStep, CommandStep, PayStep, Scenario } from '../format.ts';
import { shopId } from '../world/plan.ts';

const BUILD = `${'B'.repeat(42)}A`;
const OTHER_BUILD = 'A'.repeat(43);

const restock: Pick<PayStep, 'do' | 'at' | 'items' | 'under' | 'with'> = {
  do: 'pay',
  at: 'office',
  items: { PAPER: 1 },
  under: 'task',
  with: 'carrier',
};
const carrier = (as: string, fund: string): CardStep => ({
  do: 'card',
  step: `a carrier of the agent’s own, with ${fund} in it`,
  as,
  limit: '50.00',
  fund,
  expect: { moved: { ann: `-${fund}`, [as]: `+${fund}` }, instruments: 1 },
});
const onCarrier = (action: CommandStep['action'], card: string) =>
  ({
    do: 'command',
    action,
    target: `$${card}.sub_account_id`,
    path: `/sub-accounts/$${card}.sub_account_id`,
  }) as const satisfies Partial<CommandStep>;

export const scenario: Scenario = {
  name: '12c-funds-carrier',
  title:
    'A2P2 at a2p2:L3: one task, small payments, its boundaries judged live, all three parts of the runtime, money of its own',
  world: {
    users: { ann: { balance: '10000.00' }, bob: { balance: '10.00' } },
    shops: {
      office: {
        items: {
          PAPER: { name: 'Printer paper', category: 'office/paper', price: '25.00' },
          CARTON: { name: 'A carton of paper', category: 'office/paper', price: '40.00' },
          PENS: { name: 'Pens', category: 'office/pens', price: '25.00' },
        },
      },
      rival: { items: { REAM: { name: 'Printer paper', category: 'office/paper', price: '25.00' } } },
    },
  },
  setup: [
    {
      do: 'bind',
      step: 'an instrument of the main account',
      limit: '100.00',
      as: 'main',
      expect: { instruments: 1 },
    },
    {
      do: 'mandate',
      step: 'paper for the office: 30.00 a payment, fifty payments',
      as: 'task',
      build: BUILD,
      iac: {
        max_total_amount: 1500,
        ext: {
          commerce: {
            max_single_amount: 30,
            allowed_categories: ['office/paper'],
            allowed_merchants: [shopId('office')],
          },
          openact: { autonomy_level: 'a2p2:L3', times_limit: 50 },
        },
      },
    },
    carrier('carrier', '1000.00'),
  ],
  twin: [
    {
      ...restock,
      step: '25.00 from the carrier, and nobody is asked',
      expect: paid('25.00', { from: 'carrier', to: 'office', items: { PAPER: 1 } }),
    },
  ],
  steps: [
    {
      ...onCarrier('sub_account.read', 'carrier'),
      step: 'the books say what the task has cost',
      by: 'agent',
      method: 'GET',
      expect: {
        answer: { balance: '975.00', usage: { payments: 1, paid: '25.00', refunded: '0.00' } },
      },
    },
    {
      ...restock,
      step: 'the carrier has 20.00: the main account of thousands is out of reach',
      before: [carrier('small', '20.00')],
      with: 'small',
      expect: { refused: 'balance_insufficient' },
    },
    {
      ...restock,
      step: '40.00 in one payment',
      items: { CARTON: 1 },
      expect: { refused: 'amount_over_single_limit' },
    },
    {
      ...restock,
      step: 'another category',
      items: { PENS: 1 },
      expect: { refused: 'category_not_allowed' },
    },
    {
      ...restock,
      step: 'another payee',
      at: 'rival',
      items: { REAM: 1 },
      expect: { refused: 'merchant_not_allowed' },
    },
    {
      ...restock,
      step: 'another build of the agent',
      runtime: { build: OTHER_BUILD },
      expect: { refused: 'agent_version_mismatch' },
    },
    {
      ...restock,
      step: 'another runtime',
      runtime: { key: 'stranger' },
      expect: { refused: 'runtime_key_invalid' },
    },
    {
      ...restock,
      step: 'for another user',
      runtime: { user: 'bob' },
      expect: { refused: 'runtime_user_mismatch' },
    },
    {
      ...restock,
      step: 'without the key of the carrier',
      proof: 'stranger',
      expect: { refused: 'sub_account_key_invalid' },
    },
    {
      ...restock,
      step: 'the carrier is frozen: its key is dead',
      before: [
        carrier('frozen', '50.00'),
        {
          ...onCarrier('sub_account.freeze', 'frozen'),
          path: '/sub-accounts/$frozen.sub_account_id/freeze',
          step: 'the user freezes it',
        },
      ],
      with: 'frozen',
      expect: { refused: 'sub_account_frozen' },
    },
    {
      ...restock,
      step: 'the user has taken the main account’s instrument back: there is the carrier, and nothing else',
      before: [
        {
          do: 'command',
          step: 'the instrument is taken back',
          action: 'tool.revoke',
          target: '$main.payment_tool_ref',
          path: '/tools/$main.payment_tool_ref/revoke',
          expect: { instruments: -1 },
        },
      ],
      with: 'main',
      expect: { refused: 'tool_invalid' },
    },
  ],
};
