import type {
  BankStep,
  CompensateStep,
  EvidenceStep,
  FindingStep,
  PayStep,
  Scenario,
  Step,
} from '../format.ts';
import { office, paper, paperPaid } from './office.ts';

const WEEK_SECONDS = 7 * 86_400;
const MONTH_SECONDS = 30 * 86_400;

const lost: Pick<PayStep, 'do' | 'at' | 'items' | 'under'> = { ...paper, under: 'lost' };
const byThief = { ...lost, stolen: true } as const;
const collected = { do: 'evidence', under: 'lost' } as const satisfies Partial<EvidenceStep>;
const lagging: BankStep = { do: 'bank', step: 'its copy of the mandates is behind', status: 'lagging' };
const live: BankStep = { do: 'bank', step: 'its copy catches up', status: 'live' };

/** Positive runs that ask the same servers, and move nothing: what was refused differs from them in one thing. */
const asking: readonly Step[] = [
  { do: 'finding', step: 'the dispute is there', of: 'theft', as: 'theft-now' },
];
const paidBack: CompensateStep = {
  do: 'compensate',
  step: 'the bank is shown the finding again, and answers as before',
  on: 'compensated',
  evidence: 'user-side',
  expect: { answer: { amount: '25.00', reason: 'mandate_revoked' } },
};
const found = (of: string): Pick<FindingStep, 'do' | 'of'> => ({ do: 'finding', of });

const ISSUED = 'act:delegation:delegation-issued';
const DELIVERED = 'act:commerce:fulfillment-completed';

/** What decides nothing, and why. */
const unclear = [
  {
    ...{ as: 'empty', step: 'nobody shows anything', of: 'good-evidence', by: DELIVERED },
    ...{ files: [], reason: 'dispute_evidence_missing' },
  },
  {
    ...{ as: 'unproven', step: 'nobody shows the payment', of: 'user-side', by: ISSUED },
    ...{ files: ['no-payment'], reason: 'dispute_evidence_missing' },
  },
  {
    ...{ as: 'unanchored', step: 'nothing is anchored', of: 'honest-evidence', by: DELIVERED },
    ...{ files: ['no-anchors'], reason: 'dispute_record_unverified' },
  },
  {
    ...{ as: 'spoilt', step: 'a spoilt file', of: 'user-side', by: 'act:delegation:delegation-revoked' },
    ...{ files: ['altered'], reason: 'dispute_bundle_altered' },
  },
  {
    ...{ as: 'both', step: 'two files that both hold, and do not agree', of: 'good-evidence', by: ISSUED },
    ...{ files: ['honest-evidence', 'user-side'], reason: 'dispute_evidence_disagrees' },
  },
] as const;

export const scenario: Scenario = {
  name: '17-stolen-key',
  title:
    'A stolen agent key: outside the mandate it is compensated, within it denied, and what is not clear is looked at',
  engines: ['sqlite', 'postgres'],
  world: { ...office, users: { ann: { balance: '500.00' } } },
  setup: [
    { do: 'bind', step: 'an instrument', limit: '2000.00', as: 'tool', expect: { instruments: 1 } },
    { do: 'mandate', step: 'a mandate', as: 'mandate', iac: { validity_end_time: '+60d' } },
    {
      do: 'mandate',
      step: 'another mandate for the same agent',
      as: 'lost',
      iac: { validity_end_time: '+60d' },
    },
    { ...lost, step: 'the user buys under it', as: 'honest', expect: paperPaid },
    { ...collected, step: 'and keeps the evidence', of: 'honest', as: 'honest-evidence' },
    {
      do: 'command',
      step: 'the key is stolen: the user revokes that mandate',
      action: 'mandate.revoke',
      target: '$lost.delegation_id',
      path: '/mandates/$lost.delegation_id/revoke',
    },
    lagging,
    {
      ...byThief,
      ...{ step: 'the thief pays all the same', as: 'theft-pay', expect: paperPaid },
    },
    live,
    { ...collected, step: 'the user collects the evidence', of: 'theft-pay', as: 'user-side' },
    {
      ...collected,
      step: 'the bank collects its own: without the delivery',
      of: 'theft-pay',
      without: [DELIVERED],
      as: 'bank-side',
    },
    {
      ...collected,
      step: 'somebody has none of the payment',
      of: 'theft-pay',
      without: ['act:payment:transaction-completed'],
      as: 'no-payment',
    },
    {
      ...collected,
      step: 'somebody has no anchors',
      of: 'honest',
      unanchored: true,
      as: 'no-anchors',
    },
    {
      ...collected,
      step: 'somebody has spoilt the file',
      of: 'theft-pay',
      change: { content_digest: 'A'.repeat(43) },
      as: 'altered',
    },
    { ...paper, step: 'the user buys under the other mandate', as: 'good', expect: paperPaid },
    {
      do: 'evidence',
      step: 'and keeps the evidence of it',
      of: 'good',
      under: 'mandate',
      as: 'good-evidence',
    },
  ],
  twin: [{ ...paper, step: 'the agent’s other mandate works as before', expect: paperPaid }],
  steps: [
    {
      ...byThief,
      ...{ step: 'the thief comes too late', expect: { refused: 'mandate_revoked' } },
    },
    { do: 'dispute', step: 'I have not bought this paper', of: 'user-side', as: 'theft' },
    {
      do: 'dispute',
      step: 'nobody without its channel files a dispute over this payment',
      of: 'user-side',
      channel: 'ch_that_nobody_has_ever_made',
      twin: asking,
      expect: { refused: 'anchor_not_found' },
    },
    {
      do: 'finding',
      step: 'a dispute that nobody filed',
      of: 'theft',
      unknown: true,
      twin: asking,
      expect: { refused: 'dispute_unknown' },
    },
    { do: 'submit', step: 'the user’s side of it', to: 'theft', evidence: 'user-side' },
    { do: 'submit', step: 'the bank’s side of it', to: 'theft', evidence: 'bank-side' },
    {
      do: 'submit',
      step: 'evidence about another trade',
      to: 'theft',
      evidence: 'honest-evidence',
      twin: asking,
      expect: { refused: 'dispute_other_trade' },
    },
    { do: 'dispute', step: 'I have not bought that paper either', of: 'honest-evidence', as: 'false-claim' },
    { do: 'submit', step: 'the evidence of it', to: 'false-claim', evidence: 'honest-evidence' },
    {
      do: 'dispute',
      step: 'it never came',
      of: 'user-side',
      type: 'GOODS_NOT_RECEIVED',
      as: 'goods',
    },
    { do: 'submit', step: 'the evidence of that', to: 'goods', evidence: 'user-side' },
    {
      do: 'dispute',
      step: 'once more, by the record of the delivery',
      of: 'user-side',
      by: DELIVERED,
      as: 'again',
    },
    { do: 'submit', step: 'the same evidence', to: 'again', evidence: 'user-side' },
    ...unclear.flatMap(({ as, step, files, ...dispute }): Step[] => [
      { do: 'dispute', step, as, ...dispute },
      ...files.map((evidence): Step => ({ do: 'submit', step: `with ${evidence}`, to: as, evidence })),
    ]),
    {
      do: 'publish',
      step: 'the trust list is renewed meanwhile',
      list: { claims: { issued_at: '+0s', next_update: '+60d' } },
    },
    {
      do: 'advance',
      step: 'a week later the time for evidence is over, and goods count as received',
      seconds: WEEK_SECONDS,
      expect: { changed: { TRADE_FINISHED: 5 } },
    },
    {
      do: 'submit',
      step: 'late evidence',
      to: 'theft',
      evidence: 'no-payment',
      twin: asking,
      expect: { refused: 'dispute_closed' },
    },
    {
      ...found('theft'),
      step: 'a payment after the mandate was revoked lies outside it',
      as: 'compensated',
      expect: {
        answer: {
          ...{ finding: 'COMPENSATED', reason: 'mandate_revoked', submissions: 2 },
          // A thief records nothing.
          missing: ['act:delegation:intent-created', 'act:commerce:cart-confirmed'],
        },
      },
    },
    {
      do: 'compensate',
      step: 'the bank judges the evidence itself, and pays the user back out of its own money',
      on: 'compensated',
      evidence: 'bank-side',
      expect: {
        moved: { ann: '+25.00', 'compensation:CNY': '-25.00' },
        answer: { amount: '25.00', currency: 'CNY', reason: 'mandate_revoked' },
      },
    },
    paidBack,
    {
      do: 'compensate',
      step: 'the finding over another trade',
      on: 'compensated',
      evidence: 'user-side',
      trade: 'honest',
      twin: [paidBack],
      expect: { refused: 'finding_mismatch' },
    },
    {
      ...found('again'),
      step: 'the second dispute over the same payment ends in the same way',
      as: 'compensated-again',
      expect: { answer: { finding: 'COMPENSATED', reason: 'mandate_revoked' } },
    },
    {
      do: 'compensate',
      step: 'and moves nothing any more',
      on: 'compensated-again',
      evidence: 'user-side',
      twin: [paidBack],
      expect: { refused: 'compensation_repeated' },
    },
    {
      ...found('false-claim'),
      step: 'a payment within a mandate that rests on a verified confirmation',
      as: 'denied',
      expect: { answer: { finding: 'DENIED', reason: 'dispute_within_mandate' } },
    },
    {
      do: 'compensate',
      step: 'is not paid back',
      on: 'denied',
      evidence: 'honest-evidence',
      twin: [paidBack],
      expect: { refused: 'compensation_refused' },
    },
    {
      ...found('goods'),
      step: 'about goods people decide',
      as: 'reviewed',
      expect: { answer: { finding: 'REVIEW', reason: 'dispute_policy_missing' } },
    },
    {
      do: 'compensate',
      step: 'and until they have, nothing moves',
      on: 'reviewed',
      evidence: 'user-side',
      twin: [paidBack],
      expect: { refused: 'compensation_refused' },
    },
    ...unclear.map(
      ({ as, step, reason }): Step => ({
        ...found(as),
        step: `${step}: people look at it`,
        expect: { answer: { finding: 'REVIEW', reason } },
      }),
    ),
    { do: 'advance', step: 'a month later', seconds: MONTH_SECONDS },
    {
      do: 'compensate',
      step: 'a finding is not good for ever',
      on: 'compensated-again',
      evidence: 'user-side',
      twin: asking,
      expect: { refused: 'finding_expired' },
    },
  ],
};
