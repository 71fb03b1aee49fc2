import { paid } from '../expect.ts';
import type { BuyStep, PayStep, Scenario } from '../format.ts';

const order: Pick<BuyStep, 'do' | 'say'> = {
  do: 'buy',
  say: 'Buy me one cup of bubble tea now, at most 20 yuan.',
};
const cup: Pick<PayStep, 'do' | 'at' | 'items'> = { do: 'pay', at: 'teahouse', items: { TEA: 1 } };
const boughtBy = (user: string) => paid('15.00', { from: user, to: 'teahouse', items: { TEA: 1 } });

export const scenario: Scenario = {
  name: '02-first-use',
  title:
    'First use: nothing can be paid before the user is known and has bound an instrument; then bubble tea works',
  world: {
    users: { bob: { balance: '500.00' }, ann: { balance: '500.00', device: 'stranger' } },
    shops: {
      teahouse: {
        items: { TEA: { name: 'Bubble tea', category: 'food/drink', price: '18.00' } },
        coupons: { TEA3: '3.00' },
      },
    },
    agents: {
      assistant: { coupons: { TEA3: { shop: 'teahouse', amount: '3.00' } } },
      newcomer: {},
    },
    words: { 'food/drink': ['bubble tea'] },
  },
  twin: [{ ...order, step: 'Bob, who has bound an instrument, buys', user: 'bob', expect: boughtBy('bob') }],
  steps: [
    {
      ...cup,
      step: 'Ann has bound nothing, and the agent pays all the same',
      user: 'ann',
      asks: true,
      expect: { refused: 'tool_invalid' },
    },
    {
      ...cup,
      step: 'an agent that nobody has bound pays with the instrument of another',
      user: 'bob',
      agent: 'newcomer',
      expect: { refused: 'agent_unknown' },
    },
    {
      do: 'enrol',
      step: 'somebody without Ann’s login says to be Ann',
      user: 'ann',
      login: 'not-the-login-of-ann',
      expect: { refused: 'enrolment_refused' },
    },
    {
      do: 'bind',
      step: 'an instrument for somebody who has no account',
      limit: '100.00',
      delegator: 'did:act:bank.example/u-nobody',
      expect: { refused: 'binding_identity_failed' },
    },
    {
      do: 'bind',
      step: 'an instrument in a currency that Bob has no account in',
      limit: '100.00',
      currency: 'USD',
      expect: { refused: 'binding_identity_failed' },
    },
    {
      do: 'bind',
      step: 'an instrument for more than the account allows',
      limit: '50000.01',
      expect: { refused: 'binding_over_limit' },
    },
    {
      do: 'bind',
      step: 'Bob says no',
      limit: '100.00',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    { do: 'enrol', step: 'Ann shows who she is, and her device speaks for her', user: 'ann' },
    {
      do: 'bind',
      step: 'an instrument for Ann is asked for',
      user: 'ann',
      limit: '100.00',
      asks: true,
      as: 'asked',
    },
    {
      do: 'answer',
      step: 'Bob’s device says yes in the place of Ann',
      user: 'bob',
      of: 'ann',
      expect: { refused: 'confirmation_device_mismatch' },
    },
    { do: 'answer', step: 'Ann says yes', user: 'ann', expect: { instruments: 1 } },
    { ...order, step: 'Ann buys as Bob does', user: 'ann', expect: boughtBy('ann') },
    {
      do: 'bind',
      step: 'Ann binds an instrument for another agent',
      as: 'others',
      user: 'ann',
      agent: 'newcomer',
      limit: '50.00',
      expect: { instruments: 1 },
    },
    {
      ...cup,
      step: 'the first agent pays with the instrument of the other',
      user: 'ann',
      with: 'others',
      expect: { refused: 'tool_agent_mismatch' },
    },
    {
      do: 'command',
      step: 'Bob takes Ann’s instrument out of use',
      user: 'bob',
      action: 'tool.revoke',
      target: '$others.payment_tool_ref',
      path: '/tools/$others.payment_tool_ref/revoke',
      expect: { refused: 'tool_invalid' },
    },
    {
      ...cup,
      step: 'Ann has taken the instrument out of use',
      before: [
        {
          do: 'command',
          step: 'Ann takes it out of use',
          user: 'ann',
          action: 'tool.revoke',
          target: '$others.payment_tool_ref',
          path: '/tools/$others.payment_tool_ref/revoke',
          expect: { instruments: -1 },
        },
      ],
      user: 'ann',
      agent: 'newcomer',
      with: 'others',
      expect: { refused: 'tool_invalid' },
    },
  ],
};
