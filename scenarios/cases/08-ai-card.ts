import { paid } from '../expect.ts';
import type { CardStep, CommandStep, PayStep, Scenario } from '../format.ts';

const order: Pick<PayStep, 'do' | 'at' | 'items' | 'with'> = {
  do: 'pay',
  at: 'canteen',
  items: { LUNCH: 1 },
  with: 'full',
};
const card = {
  do: 'card',
  limit: '100.00',
  fund: '50.00',
  confirmEach: true,
} as const satisfies Partial<CardStep>;
const opened = (name: string) => ({ moved: { ann: '-50.00', [name]: '+50.00' }, instruments: 1 });
const full = { ...card, step: 'a card with 50.00', as: 'full', expect: opened('full') };
const about = (action: 'fund' | 'freeze' | 'close') =>
  ({
    do: 'command',
    action: `sub_account.${action}`,
    target: '$full.sub_account_id',
    path: `/sub-accounts/$full.sub_account_id/${action}`,
  }) as const satisfies Partial<CommandStep>;
const read = (card: string) =>
  ({
    do: 'command',
    by: 'agent',
    action: 'sub_account.read',
    target: `$${card}.sub_account_id`,
    path: `/sub-accounts/$${card}.sub_account_id`,
    method: 'GET',
    agent: 'assistant',
  }) as const satisfies Partial<CommandStep>;
const fromMain = { params: { amount: '1.00', currency: 'CNY' } };

export const scenario: Scenario = {
  name: '08-ai-card',
  title: 'An AI card with 50.00 for one agent: its own balance only, and every order confirmed by the user',
  world: {
    users: { ann: { balance: '10000.00' }, bob: { balance: '100.00' } },
    shops: {
      canteen: {
        items: {
          LUNCH: { name: 'Lunch', category: 'food/meal', price: '30.00' },
          FEAST: { name: 'Feast', category: 'food/meal', price: '60.00' },
        },
      },
    },
    agents: { assistant: {}, rival: {} },
  },
  setup: [
    {
      do: 'bind',
      step: 'the rival is known too',
      agent: 'rival',
      limit: '10.00',
      expect: { instruments: 1 },
    },
    { do: 'mandate', step: 'a mandate that would allow it', as: 'mandate' },
  ],
  twin: [
    { ...card, step: 'a card of its own, with 50.00', as: 'card', expect: opened('card') },
    {
      ...order,
      step: '30.00 from the card, confirmed by the user',
      with: 'card',
      expect: paid('30.00', { from: 'card', to: 'canteen', items: { LUNCH: 1 } }),
    },
  ],
  steps: [
    {
      ...read('card'),
      step: 'agent and user see what was paid from it, and what is left',
      expect: {
        answer: {
          state: 'ACTIVE',
          balance: '20.00',
          usage: { payments: 1, paid: '30.00', refunded: '0.00' },
        },
      },
    },
    {
      ...read('card'),
      step: 'another agent sees nothing of it',
      agent: 'rival',
      expect: { refused: 'command_not_permitted' },
    },
    {
      ...order,
      step: '60.00: the card has 50.00, and the main account of nearly 10,000.00 is out of reach',
      before: [full],
      items: { FEAST: 1 },
      expect: { refused: 'balance_insufficient' },
    },
    {
      ...order,
      step: 'the user does not confirm: not a cent',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    {
      ...order,
      step: 'nobody is asked: a mandate in the place of the confirmation',
      under: 'mandate',
      expect: { refused: 'confirmation_required' },
    },
    {
      ...order,
      step: 'another agent pays with the card',
      agent: 'rival',
      proof: 'none',
      expect: { refused: 'sub_account_key_invalid' },
    },
    {
      ...order,
      step: 'another agent has stolen the card’s key too',
      agent: 'rival',
      expect: { refused: 'tool_agent_mismatch' },
    },
    {
      ...order,
      step: 'the agent without the card’s key',
      proof: 'stranger',
      expect: { refused: 'sub_account_key_invalid' },
    },
    {
      ...about('fund'),
      ...fromMain,
      step: 'the agent fills its card up from the main account',
      by: 'agent',
      expect: { refused: 'command_not_permitted' },
    },
    {
      ...about('fund'),
      ...fromMain,
      step: 'another user fills it up from Ann’s account',
      user: 'bob',
      expect: { refused: 'sub_account_unknown' },
    },
    {
      ...order,
      step: 'frozen, it pays nothing',
      before: [{ ...about('freeze'), step: 'the user freezes it' }],
      expect: { refused: 'sub_account_frozen' },
    },
    {
      ...order,
      step: 'closed, it pays nothing, and what was left is back',
      before: [
        {
          ...about('close'),
          step: 'the user closes it',
          expect: { moved: { ann: '+50.00', full: '-50.00' }, instruments: -1 },
        },
      ],
      expect: { refused: 'sub_account_closed' },
    },
  ],
};
