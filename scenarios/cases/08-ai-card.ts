import { paid } from '../expect.ts';
import type { PayStep, Scenario } from '../format.ts';

const pay: Pick<PayStep, 'do' | 'at'> = { do: 'pay', at: 'stall' };
const card = { do: 'card', as: 'card', limit: '100.00', confirmEach: true } as const;

export const scenario: Scenario = {
  name: '08-ai-card',
  title:
    'An AI card: one agent, 50.00 on it, every order confirmed by the user; the main account out of reach',
  world: {
    users: { ann: { balance: '10000.00' } },
    shops: {
      stall: {
        items: {
          PEN: { name: 'Pen', category: 'goods/office', price: '1.00' },
          BOOK: { name: 'Book', category: 'goods/office', price: '30.00' },
          LAMP: { name: 'Lamp', category: 'goods/office', price: '60.00' },
        },
      },
    },
    agents: { assistant: {}, other: {} },
  },
  setup: [
    {
      ...card,
      step: 'a card with 50.00 on it',
      fund: '50.00',
      expect: { moved: { ann: '-50.00', card: '+50.00' }, instruments: 1 },
    },
    { do: 'bind', step: 'another agent has a tool of its own', agent: 'other', limit: '100.00' },
  ],
  twin: [
    {
      ...pay,
      step: 'a pen, 1.00, confirmed by the user, paid from the card',
      items: { PEN: 1 },
      with: 'card',
      expect: paid('1.00', { from: 'card', to: 'stall', items: { PEN: 1 } }),
    },
  ],
  steps: [
    {
      ...pay,
      step: '60.00 from a card of less than 50.00: nobody is asked, the main account stays as it is',
      items: { LAMP: 1 },
      with: 'card',
      expect: { refused: 'balance_insufficient' },
    },
    {
      ...pay,
      step: '30.00 that the user does not confirm',
      items: { BOOK: 1 },
      with: 'card',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    {
      ...pay,
      step: 'another agent with the key of the card',
      items: { BOOK: 1 },
      with: 'card',
      agent: 'other',
      expect: { refused: 'tool_agent_mismatch' },
    },
    {
      ...pay,
      step: '30.00, confirmed by the user',
      items: { BOOK: 1 },
      with: 'card',
      expect: paid('30.00', { from: 'card', to: 'stall', items: { BOOK: 1 } }),
    },
  ],
};
