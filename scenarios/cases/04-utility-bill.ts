import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';
import { accountOf, PSP, shopId } from '../world/plan.ts';

const bill: Pick<PayStep, 'do' | 'at' | 'items' | 'under'> = {
  do: 'pay',
  under: 'mandate',
  at: 'citypower',
  items: { NOVEMBER: 1 },
};

export const scenario: Scenario = {
  name: '04-utility-bill',
  title: 'The electricity bill, 136.80, while the user is away: SPECIFIED, one payee and no other',
  world: {
    users: { ann: { balance: '5000.00' } },
    shops: {
      citypower: {
        names: ['city power'],
        items: { NOVEMBER: { name: 'Electricity bill', category: 'utility/power', price: '136.80' } },
      },
      suburbpower: {
        names: ['suburb power'],
        items: { SUBURB: { name: 'Electricity bill', category: 'utility/power', price: '136.80' } },
      },
    },
    words: { 'utility/power': ['electricity bill', '电费'] },
  },
  twin: [
    {
      do: 'delegate',
      step: 'city power may be paid',
      as: 'mandate',
      say: 'Pay my electricity bill to city power, 300 yuan in total.',
      answers: { max_single_amount: '150.00', validity_end_time: '+7d' },
      expect: { answer: { delegation_mode: 'SPECIFIED', allowed_merchants: [shopId('citypower')] } },
    },
    {
      do: 'buy',
      step: 'the bill is paid',
      under: 'mandate',
      expect: {
        ...paid('136.80', { from: 'ann', to: 'citypower', items: { NOVEMBER: 1 } }),
        answer: { amount: '136.80', verdict: 'accepted' },
      },
    },
  ],
  steps: [
    {
      ...bill,
      step: 'another payee, same amount, same kind of bill',
      at: 'suburbpower',
      items: { SUBURB: 1 },
      expect: { refused: 'merchant_not_allowed' },
    },
    {
      ...bill,
      step: 'the payee sends the money to another’s account',
      quote: { claims: { payee: { account: accountOf('suburbpower'), psp_id: PSP } } },
      expect: { refused: 'quote_payee_mismatch' },
    },
    {
      ...bill,
      step: 'the other payee signs in the name of the pinned one',
      quote: { key: 'suburbpower/merchant-quote' },
      expect: { refused: 'x509_name_mismatch' },
    },
    {
      ...bill,
      step: 'the mandate is signed by somebody without a certificate',
      mandate: { key: 'stranger' },
      expect: { refused: 'jws_key_missing' },
    },
  ],
};
