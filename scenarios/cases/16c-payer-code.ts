import type { CommandStep, Expected, PayStep, ScanStep, Scenario } from '../format.ts';
import { bankId, PSP } from '../world/plan.ts';

const OURS = `clearing:${bankId('harbour')}:CNY`;
const THEIRS = `clearing:${PSP}:CNY`;

const paid = {
  moved: { ann: '-40.00', [OURS]: '+40.00', cafe: '+40.00', [THEIRS]: '-40.00' },
  stock: { CAKE: -1 },
  trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
} satisfies Expected;

/** The wallet asks its bank for a code, and shows it. */
const shows: CommandStep = {
  do: 'command',
  step: 'the wallet shows a code',
  by: 'agent',
  action: 'payer_code.give',
  target: '$tool.payment_tool_ref',
  path: '/payer-codes',
  as: 'code',
};
/** The till hands the offer for it to its own bank, which passes it on. */
const scans: ScanStep = {
  do: 'scan',
  step: 'the till scans it: the offer is passed on to the payer’s bank, and nothing moves',
  at: 'cafe',
  items: { CAKE: 1 },
  code: '$code.payer_code',
  as: 'scanned',
};
const reads: CommandStep = {
  do: 'command',
  step: 'the wallet has the offer',
  by: 'agent',
  action: 'payer_code.read',
  target: '$code.payer_code',
  path: '/payer-codes/$code.payer_code',
  method: 'GET',
  as: 'shown',
  expect: { answer: { status: 'PRESENTED' } },
};
const pays: Pick<PayStep, 'do' | 'at' | 'items' | 'quote'> = {
  do: 'pay',
  at: 'cafe',
  items: { CAKE: 1 },
  quote: { text: '$shown.quote' },
};

export const scenario: Scenario = {
  name: '16c-payer-code',
  title: 'The shop scans the payer: the first digits name the bank, and the bank asks its user as always',
  world: {
    users: { ann: { balance: '5000.00' } },
    agents: { assistant: {}, stranger: {} },
    partners: { harbour: {} },
    payerCodes: { bank: ['28', '29'], harbour: ['62'] },
    shops: {
      cafe: { keptBy: 'harbour', items: { CAKE: { name: 'Cake', category: 'food/cake', price: '40.00' } } },
      kiosk: { items: { GUM: { name: 'Gum', category: 'food/gum', price: '2.00' } } },
    },
  },
  setup: [
    { do: 'bind', step: 'an instrument', limit: '500.00', as: 'tool', expect: { instruments: 1 } },
    {
      do: 'mandate',
      step: 'cakes without being asked, up to 50.00 each',
      as: 'cakes',
      iac: { ext: { commerce: { allowed_categories: ['food/cake'], max_single_amount: 50 } } },
    },
  ],
  twin: [
    shows,
    scans,
    reads,
    { ...pays, step: 'the user confirms 40.00 on the device', with: 'tool', expect: paid },
  ],
  steps: [
    {
      ...pays,
      step: 'the scan is no yes: the user says no on the device',
      before: [shows, scans, reads],
      with: 'tool',
      decide: 'DENY',
      expect: { refused: 'confirmation_denied' },
    },
    shows,
    scans,
    reads,
    { ...pays, step: 'under a mandate for it the wallet pays at once', under: 'cakes', expect: paid },
    {
      ...pays,
      step: 'and over the mandate it does not',
      before: [shows, { ...scans, items: { CAKE: 2 } }, reads],
      items: { CAKE: 2 },
      under: 'cakes',
      expect: { refused: 'amount_over_single_limit' },
    },
    {
      ...scans,
      step: 'a code that was scanned before',
      before: [shows, scans],
      expect: { refused: 'payer_code_used' },
    },
    {
      ...scans,
      step: 'a code that is a minute old',
      before: [shows, { do: 'advance', step: 'a minute passes', seconds: 60 }],
      expect: { refused: 'payer_code_expired' },
    },
    {
      ...scans,
      step: 'a code of the bank that nobody was given',
      code: '280000000000000000',
      expect: { refused: 'payer_code_unknown' },
    },
    {
      ...scans,
      step: 'a code whose first digits nobody has',
      code: '110000000000000000',
      expect: { refused: 'payer_code_unroutable' },
    },
    {
      ...scans,
      step: 'a code of the other bank stays there, and nobody was given it',
      code: '620000000000000000',
      expect: { refused: 'payer_code_unknown' },
    },
    {
      ...scans,
      step: 'an offer that is made out to another agent',
      before: [shows],
      agent: 'stranger',
      expect: { refused: 'quote_agent_mismatch' },
    },
    {
      ...scans,
      step: 'an offer to an account that the shop’s bank does not keep',
      before: [shows],
      quote: { claims: { payee: { account: 'acct-cafe', psp_id: PSP } } },
      expect: { refused: 'quote_payee_mismatch' },
    },
    {
      ...reads,
      step: 'another agent asks what was scanned',
      before: [
        shows,
        scans,
        { do: 'bind', step: 'the other agent has an instrument', agent: 'stranger', limit: '5.00' },
      ],
      agent: 'stranger',
      expect: { refused: 'payer_code_unknown' },
    },
    {
      ...shows,
      step: 'a code for somebody else’s instrument',
      agent: 'stranger',
      expect: { refused: 'tool_invalid' },
    },
    shows,
    {
      ...scans,
      step: 'where payer and shop are at one bank the code goes nowhere else',
      at: 'kiosk',
      items: { GUM: 1 },
      expect: { answer: { status: 'PRESENTED', psp_id: PSP } },
    },
  ],
};
