import type { CommandStep, Expected, Scenario, SendStep } from '../format.ts';
import { office, officeSetup, officeTwin, paper, paperPaid } from './office.ts';

const asked = { do: 'send', to: 'office', path: '/intents' } as const satisfies Partial<SendStep>;
const wish = (step: string, body: object, refused: Expected['refused'] & string) =>
  ({
    ...asked,
    step,
    json: {
      request_id: `itx-${refused}`,
      agent_id: 'did:act:assistant.example/nobody',
      context: {},
      ...body,
    },
    expect: { refused },
  }) satisfies SendStep;
const held = {
  do: 'command',
  by: 'agent',
  to: 'office',
  action: 'order.release',
} as const satisfies Partial<CommandStep>;

export const scenario: Scenario = {
  name: '05c-at-the-shop',
  title: 'What a shop refuses by itself: wishes that fit nothing, orders that are over, receipts of others',
  world: office,
  setup: officeSetup,
  twin: officeTwin,
  steps: [
    wish('nothing of that kind', { context: { constraints: { categories: ['food/drink'] } } }, 'no_match'),
    wish(
      'for nothing at all',
      { context: { constraints: { currency: 'CNY', max_price: '0.00' } } },
      'constraint_conflict',
    ),
    wish(
      'an update of what was never asked',
      { previous_request_id: 'itx_never' },
      'previous_request_unknown',
    ),
    {
      ...held,
      step: 'an order that nobody made',
      target: 'ord_nobody',
      path: '/orders/ord_nobody',
      action: 'order.read',
      method: 'GET',
      expect: { refused: 'order_unknown' },
    },
    { ...paper, step: 'the honest one', expect: paperPaid },
  ],
};
