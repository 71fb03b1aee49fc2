import { paid } from '../expect.ts';
import type { CardStep, CommandStep, PayStep, Scenario } from '../format.ts';

const purse = { do: 'card', limit: '100.00', fund: '50.00' } as const satisfies Partial<CardStep>;
const lunch = {
  do: 'pay',
  at: 'canteen',
  items: { LUNCH: 1 },
  with: 'purse',
} as const satisfies Partial<PayStep>;
const about = (action: 'fund' | 'freeze' | 'close', target = '$purse.sub_account_id') =>
  ({
    do: 'command',
    action: `sub_account.${action}`,
    target,
    path: `/sub-accounts/${target}/${action}`,
  }) as const satisfies Partial<CommandStep>;
const money = (amount: string, currency = 'CNY') => ({ params: { amount, currency } });

export const scenario: Scenario = {
  name: '08b-sub-account-life',
  title: 'The life of a sub-account: funded, frozen, closed; what it is not, it does not pay',
  world: {
    users: { ann: { balance: '10000.00' } },
    shops: { canteen: { items: { LUNCH: { name: 'Lunch', category: 'food/meal', price: '30.00' } } } },
  },
  twin: [
    {
      ...purse,
      step: 'a sub-account with 50.00',
      as: 'purse',
      expect: { moved: { ann: '-50.00', purse: '+50.00' }, instruments: 1 },
    },
    {
      ...lunch,
      step: '30.00 from it',
      expect: paid('30.00', { from: 'purse', to: 'canteen', items: { LUNCH: 1 } }),
    },
  ],
  steps: [
    {
      ...purse,
      step: 'the user says no: nothing is opened',
      as: 'denied',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    {
      ...about('fund'),
      ...money('20000.00'),
      step: 'more than the user has',
      expect: { refused: 'balance_insufficient' },
    },
    { ...about('fund'), ...money('0.00'), step: 'nothing', expect: { refused: 'amount_form' } },
    { ...about('fund'), ...money('1.00', 'USD'), step: 'dollars', expect: { refused: 'currency_mismatch' } },
    {
      ...about('fund', 'sub_nobody'),
      ...money('1.00'),
      step: 'one that was never opened',
      expect: { refused: 'sub_account_unknown' },
    },
    {
      ...about('fund'),
      ...money('1.00'),
      step: 'frozen, it takes no money',
      before: [{ ...about('freeze'), step: 'the user freezes it' }],
      expect: { refused: 'sub_account_frozen' },
    },
    {
      do: 'unfreeze',
      card: 'purse',
      step: 'what is not frozen is not unfrozen',
      expect: { refused: 'sub_account_transition_illegal' },
    },
    {
      do: 'unfreeze',
      card: 'purse',
      key: 'old',
      step: 'frozen, it comes back under no key that it had',
      before: [{ ...about('freeze'), step: 'the user freezes it once more' }],
      expect: { refused: 'sub_account_key_reused' },
    },
    {
      ...lunch,
      step: 'the key that it had pays nothing after it came back',
      with: 'old',
      before: [
        {
          ...purse,
          step: 'another',
          as: 'old',
          expect: { moved: { ann: '-50.00', old: '+50.00' }, instruments: 1 },
        },
        { ...about('freeze', '$old.sub_account_id'), step: 'the user freezes it' },
        { do: 'unfreeze', card: 'old', as: 'new', step: 'and takes it back into use, under a new key' },
        {
          ...lunch,
          with: 'new',
          step: 'the new key pays',
          expect: paid('30.00', { from: 'old', to: 'canteen', items: { LUNCH: 1 } }),
        },
      ],
      expect: { refused: 'sub_account_key_invalid' },
    },
    {
      ...about('fund'),
      ...money('1.00'),
      step: 'closed, it takes no money',
      before: [
        {
          ...about('close'),
          step: 'the user closes it',
          expect: { moved: { ann: '+20.00', purse: '-20.00' }, instruments: -1 },
        },
      ],
      expect: { refused: 'sub_account_closed' },
    },
  ],
};
