import { paid } from '../expect.ts';
import type { PayStep, Scenario, TapStep } from '../format.ts';

/** The phone touches the shop's tag, which hands its order over. That is no yes: the user still confirms. */
const tapped: Omit<TapStep, 'step'> = {
  do: 'tap',
  by: 'TAP',
  at: 'vending',
  items: { JUICE: 1 },
  say: 'Buy me one orange juice now, at most 10 yuan.',
};
const bought = {
  ...paid('9.90', { from: 'ann', to: 'vending', items: { JUICE: 1 } }),
  answer: { amount: '9.90', trigger: 'TAP', verdict: 'accepted' },
};
const asked: Pick<PayStep, 'do' | 'at' | 'items' | 'request' | 'asks'> = {
  do: 'pay',
  at: 'vending',
  items: { JUICE: 1 },
  request: { claims: { trigger: 'TAP' } },
  asks: true,
};

export const scenario: Scenario = {
  name: '11-tap',
  title: 'A tap, 9.90: it carries the order, and the user confirms as always',
  world: {
    users: { ann: { balance: '1000.00', password: 'correct-horse' } },
    shops: {
      vending: {
        items: {
          JUICE: { name: 'Orange juice', category: 'food/drink', price: '9.90' },
          CRATE: { name: 'A crate of orange juice', category: 'food/drink', price: '99.00' },
        },
      },
    },
    words: { 'food/drink': ['orange juice'] },
  },
  twin: [{ ...tapped, step: 'tapped, confirmed by fingerprint', method: 'FINGERPRINT', expect: bought }],
  steps: [
    { ...tapped, step: 'tapped, confirmed by face', method: 'FACE', expect: bought },
    { ...tapped, step: 'tapped, confirmed by payment password', method: 'PASSWORD', expect: bought },
    {
      ...tapped,
      step: 'a wrong payment password',
      method: 'PASSWORD',
      secret: 'wrong-horse',
      expect: { refused: 'confirmation_password_wrong' },
    },
    {
      ...tapped,
      step: 'the tag asks for more than the user said: the agent does not take it to the cashier',
      items: { CRATE: 1 },
      expect: { refused: 'amount_over_single_limit', by: 'agent' },
    },
    {
      ...tapped,
      step: 'a tag with an order for another agent',
      quote: { claims: { aud: 'did:act:assistant.example/other' } },
      expect: { refused: 'quote_agent_mismatch' },
    },
    {
      ...tapped,
      step: 'a tag that somebody else has put over the shop’s',
      quote: { key: 'stranger' },
      expect: { refused: 'jws_key_missing' },
    },
    { ...asked, step: 'tapped, and put before the user', as: 'tapped' },
    {
      do: 'send',
      step: 'the tapped order itself is handed in as the confirmation',
      to: 'bank',
      path: '/confirmations/$tapped.confirmation_id',
      json: { confirmation: '$tapped.payment_request' },
      expect: { refused: 'jws_typ_mismatch' },
    },
    { ...tapped, step: 'the user says no', decide: 'DENY', expect: { refused: 'confirmation_denied' } },
  ],
};
