import type { AnchorStep, Scenario, SendStep, Step } from '../format.ts';
import { office, paper, paperPaid } from './office.ts';

const anchored: Pick<AnchorStep, 'do'> = { do: 'anchor' };
const fresh: Step = { ...anchored, step: 'an anchor of its own is taken' };
const first: readonly Step[] = [fresh];
const shown: SendStep = {
  do: 'send',
  step: 'an anchor is shown to whoever names its channel',
  to: 'log',
  path: '/anchors/$first.record_id',
  headers: { 'ACT-Privacy-Channel': '$first.privacy_channel' },
};
const sound: readonly Step[] = [{ do: 'audit', step: 'the log is what it says', from: 'early' }];
const says = (path: string, answer: object): Step => ({
  ...{ do: 'answers', step: 'the log shows something else', at: 'log', path },
  with: answer,
});
const asBefore = (path: string): Step => ({
  ...{ do: 'answers', step: 'and what it really has', at: 'log', path },
  with: 'as before',
});

export const scenario: Scenario = {
  name: '17b-the-log',
  title:
    'What the log of anchors takes, to whom it shows what, and how anybody notices that it was rewritten',
  engines: ['sqlite', 'postgres'],
  world: { ...office, users: { ann: { balance: '500.00' } } },
  setup: [
    { do: 'bind', step: 'an instrument', limit: '2000.00', as: 'tool', expect: { instruments: 1 } },
    { do: 'mandate', step: 'a mandate', as: 'mandate' },
    { ...paper, step: 'a payment that everybody records', expect: paperPaid },
    { ...anchored, step: 'an anchor', as: 'first' },
    { do: 'audit', step: 'a checkpoint is kept', as: 'early' },
  ],
  twin: first,
  steps: [
    {
      do: 'recompute',
      step: 'a record that says SM3, before somebody who has no more than a browser has',
      algorithm: 'SM3',
      twin: [
        {
          do: 'recompute',
          step: 'a browser recomputes the hash of the bank’s record',
          algorithm: 'SHA-256',
          expect: { answer: { same: true } },
        },
      ],
      expect: { refused: 'hash_algorithm_unsupported' },
    },
    {
      ...anchored,
      step: 'the same bytes again',
      forge: { text: '$first.anchor' },
      expect: { refused: 'anchor_duplicate' },
    },
    {
      ...anchored,
      step: 'another anchor of the same record',
      forge: { claims: { record_id: '$first.record_id' } },
      expect: { refused: 'anchor_id_reused' },
    },
    {
      ...anchored,
      step: 'a payment service that was no part of a decision',
      forge: { claims: { event_type: 'act:commerce:decision-logged' } },
      expect: { refused: 'anchor_submitter_not_allowed' },
    },
    {
      ...anchored,
      step: 'an agent whom nobody vouches for',
      by: 'agent',
      twin: [{ ...anchored, step: 'an agent with its provider’s statement', by: 'agent', statement: true }],
      expect: { refused: 'anchor_submitter_unknown' },
    },
    {
      ...anchored,
      step: 'of an event that has not happened yet',
      forge: { claims: { event_time: '+5m' } },
      expect: { refused: 'anchor_time_invalid' },
    },
    {
      ...shown,
      step: 'without its channel an anchor is shown to nobody',
      headers: {},
      twin: [shown],
      expect: { refused: 'privacy_channel_missing' },
    },
    {
      ...shown,
      step: 'under another channel it is not there',
      headers: { 'ACT-Privacy-Channel': 'ch_that_nobody_has_ever_made' },
      twin: [shown],
      expect: { refused: 'anchor_not_found' },
    },
    {
      do: 'send',
      step: 'a size that the log never had',
      to: 'log',
      path: '/consistency?from=1000000',
      twin: [{ do: 'send', step: 'a size that it had', to: 'log', path: '/consistency?from=1' }],
      expect: { refused: 'log_size_unknown' },
    },
    { ...shown, as: 'shown' },
    { do: 'audit', step: 'a later checkpoint is kept', from: 'early', as: 'late' },
    {
      do: 'audit',
      step: 'a checkpoint that the log has not signed',
      twin: sound,
      before: [says('/checkpoint', { text: 'trust.example/log\n1\nAAAA\n\n— nobody AAAA\n' })],
      after: [asBefore('/checkpoint')],
      expect: { refused: 'log_checkpoint_invalid' },
    },
    {
      do: 'audit',
      step: 'a log that has become shorter',
      from: 'late',
      twin: sound,
      before: [says('/checkpoint', { text: '$early.checkpoint' })],
      after: [asBefore('/checkpoint')],
      expect: { refused: 'log_inconsistent' },
    },
    {
      do: 'audit',
      step: 'an anchor that is said to stand elsewhere',
      channel: '$first.privacy_channel',
      twin: sound,
      before: [
        says('/anchors', {
          json: {
            anchors: [
              {
                ...{ anchor: '$shown.anchor', index: 999 },
                ...{ checkpoint: '$shown.checkpoint', inclusion: '$shown.inclusion' },
              },
            ],
          },
        }),
      ],
      after: [asBefore('/anchors')],
      expect: { refused: 'log_inclusion_invalid' },
    },
    {
      do: 'verify',
      step: 'a record that nobody has',
      record: 'rec_that_nobody_has_ever_made',
      twin: [{ do: 'verify', step: 'a record of the bank', expect: { answer: { verdict: 'VERIFIED' } } }],
      expect: { refused: 'record_not_found' },
    },
    {
      do: 'restore',
      step: 'a damaged backup brings nothing back',
      spoilt: 'damage',
      twin: [{ do: 'restore', step: 'a backup of what is there', expect: { answer: { added: 0 } } }],
      expect: { refused: 'backup_damaged' },
    },
    {
      do: 'restore',
      step: 'a backup in which a record was rewritten changes nothing',
      spoilt: 'rewritten',
      twin: [{ do: 'restore', step: 'a backup of what is there', expect: { answer: { added: 0 } } }],
      expect: { refused: 'record_conflict' },
    },
  ],
};
