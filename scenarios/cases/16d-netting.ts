import type { BuyStep, Expected, NetStep, Scenario } from '../format.ts';
import { bankId, PSP } from '../world/plan.ts';
import { lampSetup, lights, OURS, THEIRS } from './lights.ts';

const cleared = {
  moved: {
    ann: '-70.00',
    'promotions:CNY': '-30.00',
    [OURS]: '+100.00',
    lights: '+100.00',
    [THEIRS]: '-100.00',
  },
  stock: { LAMP: -1 },
  trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
} satisfies Expected;
const lamp: BuyStep = {
  do: 'buy',
  step: '70.00 for a lamp of 100.00: the bank owes the other one 100.00',
  under: 'lamps',
  expect: cleared,
};

/** What ended a minute ago, and began an hour before. */
const net = { do: 'net', with: 'harbour', seconds: 3_600 } as const satisfies Omit<NetStep, 'step'>;
const anHour = { do: 'advance', step: 'an hour passes', seconds: 3_600 } as const;

export const scenario: Scenario = {
  name: '16d-netting',
  title:
    'Two banks compare their books: both sign 100.00, it is paid once, and nobody owes anything any more',
  engines: ['sqlite', 'postgres'],
  world: { ...lights, promotions: { 'instant-30': { amount: '30.00', from: '100.00' } } },
  setup: lampSetup,
  twin: [lamp],
  steps: [
    anHour,
    {
      ...net,
      step: 'paid before both have signed what it is',
      paidBy: 'transfer-1',
      expect: { refused: 'netting_not_agreed' },
    },
    {
      ...net,
      step: 'both sign that the bank owes 100.00 of this hour',
      agrees: true,
      expect: { answer: { state: 'AGREED', debtor: PSP, amount: '100.00', trades: 1 } },
    },
    {
      ...net,
      step: 'the bank says it has paid, and the other has no money',
      paidBy: 'transfer-1',
      expect: { refused: 'netting_payment_missing' },
    },
    { ...net, step: 'the transfer arrives', arrives: 'transfer-1' },
    {
      ...net,
      step: 'the other bank has the money: both have settled',
      paidBy: 'transfer-1',
      expect: {
        moved: {
          [OURS]: '-100.00',
          [`settlement:${bankId('harbour')}:CNY`]: '+100.00',
          [THEIRS]: '+100.00',
          [`settlement:${PSP}:CNY`]: '-100.00',
        },
        answer: { state: 'SETTLED', amount: '100.00' },
      },
    },
    {
      ...net,
      step: 'said again it moves nothing',
      paidBy: 'transfer-1',
      expect: { answer: { state: 'SETTLED' } },
    },
    {
      ...net,
      step: 'a span that overlaps what is settled',
      seconds: 3_000,
      agrees: true,
      expect: { refused: 'interconnect_window_invalid' },
    },
    anHour,
    {
      do: 'instruct',
      step: 'a payment that the bank has instructed and forgotten',
      to: 'harbour',
      at: 'lights',
      items: { LAMP: 1 },
      expect: {
        moved: { lights: '+100.00', [THEIRS]: '-100.00' },
        trades: { WAIT_SELLER_FULFILLMENT: 1 },
      },
    },
    anHour,
    {
      ...net,
      step: 'the books differ: nobody signs',
      agrees: true,
      expect: { refused: 'netting_disagreed' },
    },
  ],
};
