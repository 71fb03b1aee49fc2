import type { BuyStep, Expected, InstructStep, Scenario } from '../format.ts';
import { lampSetup, lampShop, lights, OURS, THEIRS } from './lights.ts';

const moved = { ann: '-100.00', [OURS]: '+100.00', lights: '+100.00', [THEIRS]: '-100.00' };
const cleared = {
  moved,
  stock: { LAMP: -1 },
  trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
  answer: { verdict: 'accepted' },
} satisfies Expected;

const lamp: Pick<BuyStep, 'do' | 'under' | 'step' | 'expect'> = {
  do: 'buy',
  step: 'the agent pays for a lamp at the other bank’s shop',
  under: 'lamps',
  expect: cleared,
};

/** Said by the bank itself, about a payment that nobody made. */
const instructs = { do: 'instruct', to: 'harbour', at: 'lights', items: { LAMP: 1 } } as const satisfies Omit<
  InstructStep,
  'step'
>;
/** It is credited all the same: what the bank signs, it owes. */
const credited = {
  moved: { lights: '+100.00', [THEIRS]: '-100.00' },
  trades: { WAIT_SELLER_FULFILLMENT: 1 },
} satisfies Expected;

export const scenario: Scenario = {
  name: '16b-between-banks',
  title: 'Between the banks: what one tells the other, who clears with whom, and what they compare',
  world: {
    ...lights,
    partners: { harbour: {}, abroad: { agreed: false } },
    shops: {
      lights: lampShop,
      clocks: {
        keptBy: 'abroad',
        items: { CLOCK: { name: 'Clock', category: 'home/clock', price: '60.00' } },
      },
    },
    words: { ...lights.words, 'home/clock': ['clock'] },
  },
  setup: lampSetup,
  twin: [lamp],
  steps: [
    {
      do: 'buy',
      step: 'no common method: the agent stops, nobody here clears with the clock shop’s bank',
      say: 'Buy me one clock now from clocks, at most 100 yuan.',
      expect: { refused: 'no_common_method', by: 'agent' },
    },
    { ...instructs, step: 'an instruction of the bank’s own is credited, and owed', expect: credited },
    {
      ...instructs,
      step: 'an instruction to a bank that does not clear with this one',
      to: 'abroad',
      at: 'clocks',
      items: { CLOCK: 1 },
      expect: { refused: 'interconnect_partner_unknown' },
    },
    {
      ...instructs,
      step: 'an instruction whose amount is changed on the way',
      onTheWay: { amount: '1.00' },
      expect: { refused: 'interconnect_instruction_altered' },
    },
    {
      ...instructs,
      step: 'an instruction for less than the shop asks for',
      instruction: { amount: '70.00' },
      expect: { refused: 'interconnect_instruction_mismatch' },
    },
    {
      ...instructs,
      step: 'an instruction signed with the key for receipts',
      command: { key: 'bank/psp-receipt' },
      expect: { refused: 'x509_eku_mismatch' },
    },
    {
      do: 'command',
      step: 'a trade that is asked about before it is instructed is given up',
      by: 'bank',
      to: 'harbour',
      action: 'interconnect.query',
      target: 'trd-given-up',
      params: { digest: 'A'.repeat(43) },
      path: '/interconnect/payments/query',
      expect: { refused: 'interconnect_cancelled' },
    },
    {
      do: 'command',
      step: 'a statement of a span that is not over',
      by: 'bank',
      to: 'harbour',
      action: 'interconnect.reconcile',
      target: '2999-01-01T00:00:00Z/2999-01-02T00:00:00Z',
      path: '/interconnect/statements',
      expect: { refused: 'interconnect_window_invalid' },
    },
    {
      do: 'command',
      step: 'what answers a request for a statement, sent back as one',
      by: 'bank',
      to: 'harbour',
      action: 'interconnect.reconcile',
      target: '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z',
      params: { digest: 'A'.repeat(43) },
      path: '/interconnect/statements',
      expect: { refused: 'interconnect_answer_as_request' },
    },
    {
      do: 'command',
      step: 'a statement for a bank that does not clear with the one it asks',
      by: 'bank',
      to: 'abroad',
      action: 'interconnect.reconcile',
      target: '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z',
      path: '/interconnect/statements',
      expect: { refused: 'interconnect_partner_unknown' },
    },
  ],
};
