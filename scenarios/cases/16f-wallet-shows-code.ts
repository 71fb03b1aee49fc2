import type { DelegateStep, Expected, ScanStep, Scenario, WalletStep } from '../format.ts';
import { bankId, PSP } from '../world/plan.ts';

const OURS = `clearing:${bankId('harbour')}:CNY`;
const THEIRS = `clearing:${PSP}:CNY`;

const paid = {
  moved: { ann: '-40.00', [OURS]: '+40.00', cafe: '+40.00', [THEIRS]: '-40.00' },
  stock: { CAKE: -1 },
  trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
} satisfies Expected;

const cakes: DelegateStep = {
  do: 'delegate',
  step: 'cakes from the café, up to 50.00 each',
  as: 'cakes',
  say: 'Buy me a cake from cafe, at most 50 yuan each and 3000 yuan in total.',
  answers: { validity_end_time: '+7d' },
  expect: { instruments: 1 },
};
const shows: WalletStep = { do: 'wallet', step: 'the agent shows a code', under: 'cakes', as: 'code' };
const scans: ScanStep = {
  do: 'scan',
  step: 'the till scans it and offers a cake',
  at: 'cafe',
  items: { CAKE: 1 },
  code: '$code.payer_code',
};
const pays: WalletStep = {
  do: 'wallet',
  step: 'the agent judges the offer, pays it across, and has the cake',
  under: 'cakes',
  pays: '$code.payer_code',
};

export const scenario: Scenario = {
  name: '16f-wallet-shows-code',
  title:
    'The agent itself shows a code to a till, judges what the till offers, and pays what its user allows',
  world: {
    users: { ann: { balance: '5000.00' } },
    partners: { harbour: {} },
    payerCodes: { bank: ['28', '29'], harbour: ['62'] },
    shops: {
      cafe: {
        keptBy: 'harbour',
        items: {
          CAKE: { name: 'Cake', category: 'food/cake', price: '40.00' },
          WINE: { name: 'Wine', category: 'food/wine', price: '40.00' },
        },
      },
    },
    words: { 'food/cake': ['cake'] },
  },
  setup: [cakes],
  twin: [shows, scans, { ...pays, expect: paid }],
  steps: [
    {
      ...pays,
      step: 'two cakes for 80.00 are more than the user allows for one payment',
      before: [shows, { ...scans, items: { CAKE: 2 } }],
      expect: { refused: 'amount_over_single_limit' },
    },
    {
      ...pays,
      step: 'the till offers wine in the place of cake',
      before: [shows, { ...scans, items: { WINE: 1 } }],
      expect: { refused: 'category_not_allowed' },
    },
    {
      ...pays,
      step: 'a code that nobody has scanned',
      before: [shows],
      expect: { refused: 'no_match' },
    },
    {
      ...pays,
      step: 'a code that is a minute old',
      before: [shows, { do: 'advance', step: 'a minute passes', seconds: 61 }],
      expect: { refused: 'payer_code_expired' },
    },
  ],
};
