import { paid } from '../expect.ts';
import type { BuyStep, PayStep, Scenario } from '../format.ts';

const order: Pick<BuyStep, 'do' | 'say' | 'method'> = {
  do: 'buy',
  say: 'Buy me one cinema ticket now, at most 100 yuan.',
  method: 'OTP',
};
const asked: Pick<PayStep, 'do' | 'at' | 'items' | 'asks' | 'as'> = {
  do: 'pay',
  at: 'cinema',
  items: { SEAT: 1 },
  asks: true,
  as: 'asked',
};
const bought = paid('88.00', { from: 'ann', to: 'cinema', items: { SEAT: 1 } });
const charged = { moved: { ann: '-88.00', cinema: '+88.00' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } };
const code = {
  do: 'command',
  action: 'confirmation.code',
  target: '$asked.confirmation_id',
  path: '/confirmations/$asked.confirmation_id/codes',
  as: 'code',
} as const;
const byCode = { method: 'OTP', channel: 'PHONE', code_id: '$code.code_id' };

export const scenario: Scenario = {
  name: '11b-ticket-otp',
  title: 'A cinema ticket, 88.00, confirmed by a one-time code: the right one, in time, once',
  world: {
    users: { ann: { balance: '5000.00' } },
    shops: {
      cinema: { items: { SEAT: { name: 'Cinema seat', category: 'leisure/cinema', price: '88.00' } } },
    },
    words: { 'leisure/cinema': ['cinema ticket'] },
  },
  twin: [{ ...order, step: 'confirmed by code', expect: bought }],
  steps: [
    {
      ...order,
      step: 'the user says no, by code',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    { ...order, step: 'a wrong code', secret: '0000000', expect: { refused: 'confirmation_code_wrong' } },
    {
      do: 'answer',
      step: 'a code that has run out',
      to: 'asked',
      before: [
        { ...asked, step: 'the ticket is put before the user' },
        { ...code, step: 'a code is sent' },
        { do: 'advance', step: 'two minutes pass', seconds: 120 },
      ],
      claims: byCode,
      secret: '123456',
      expect: { refused: 'confirmation_code_expired' },
    },
    {
      do: 'answer',
      step: 'guessing: the fourth try',
      to: 'asked',
      before: [
        { ...asked, step: 'the ticket is put before the user' },
        { ...code, step: 'a code is sent' },
        {
          do: 'together',
          step: 'three wrong codes',
          steps: ['1111111', '2222222', '3333333'].map((secret) => ({
            do: 'answer',
            step: secret,
            to: 'asked',
            claims: byCode,
            secret,
          })),
          expect: { outcomes: { confirmation_code_wrong: 3 } },
        },
      ],
      after: [
        { ...code, step: 'a new code is sent' },
        {
          do: 'answer',
          step: 'the right one',
          to: 'asked',
          claims: byCode,
          secret: '$bank.code',
          expect: charged,
        },
      ],
      claims: byCode,
      secret: '$bank.code',
      expect: { refused: 'confirmation_attempts_exceeded' },
    },
    { ...order, step: 'confirmed by scanning a code', method: 'QR', expect: bought },
  ],
};
