import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';

/** The phone touched the shop's tag, which carries the order. That is no yes: the user still confirms. */
const tapped: Pick<PayStep, 'do' | 'at' | 'items'> = { do: 'pay', at: 'vending', items: { JUICE: 1 } };
const bought = paid('9.90', { from: 'ann', to: 'vending', items: { JUICE: 1 } });

export const scenario: Scenario = {
  name: '11-tap',
  title: 'A tap, 9.90: it carries the order, and the user confirms as always',
  world: {
    users: { ann: { balance: '1000.00', password: 'correct-horse' } },
    shops: { vending: { items: { JUICE: { name: 'Orange juice', category: 'food/drink', price: '9.90' } } } },
  },
  setup: [{ do: 'bind', step: 'an instrument', limit: '100.00', expect: { instruments: 1 } }],
  twin: [{ ...tapped, step: 'tapped, confirmed by fingerprint', method: 'FINGERPRINT', expect: bought }],
  steps: [
    { ...tapped, step: 'tapped, confirmed by payment password', method: 'PASSWORD', expect: bought },
    {
      ...tapped,
      step: 'a wrong payment password',
      method: 'PASSWORD',
      secret: 'wrong-horse',
      expect: { refused: 'confirmation_password_wrong' },
    },
    { ...tapped, step: 'tapped, and put before the user', asks: true, as: 'tapped' },
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
