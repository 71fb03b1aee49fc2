import { DAY, IDS, NOW } from '../forge/actors.ts';
import { accept, type Case, flags, input, refuse, remove, set, type VectorSuite } from '../forge/cases.ts';
import { OTHER_DIGEST, utc, WINDOW_END, WINDOW_START } from '../forge/claims.ts';
import type { Json } from '../forge/json.ts';

const widened = (comment: string, path: string, value: Json): Case =>
  refuse('ADD-IAC-ISS-04', 'intent_widened', comment, set('iac', path, value));
const dropped = (comment: string, path: string): Case =>
  refuse('ADD-IAC-ISS-04', 'intent_widened', comment, remove('iac', path));
const narrowed = (comment: string, path: string, value: Json): Case =>
  accept('ADD-IAC-ISS-04', comment, set('iac', path, value));

const RUNTIME = { agent_version_digest: `${'B'.repeat(42)}A`, jkt: `${'C'.repeat(42)}A` };

/** What an intent may say besides: the same in the IAC is good; more, and nothing, are not. */
interface Bound {
  readonly member: string;
  readonly said: Json;
  readonly more: Json;
  readonly comment: string;
  /** Nothing said is no more than what was said. */
  readonly maySayNothing?: true;
}

const BOUNDS: readonly Bound[] = [
  { member: 'confirm_above', said: 100, more: 100.01, comment: 'a higher threshold' },
  { member: 'autonomy_level', said: 'a2p2:L3', more: 'a2p2:L4', comment: 'a higher level of autonomy' },
  { member: 'runtime', said: RUNTIME, more: { ...RUNTIME, jkt: OTHER_DIGEST }, comment: 'another runtime' },
  { member: 'quote_digest', said: OTHER_DIGEST, more: RUNTIME.jkt, comment: 'another offer' },
  { member: 'delegation_depth', said: 1, more: 2, comment: 'one step more', maySayNothing: true },
];

function boundCases({ member, said, more, comment, maySayNothing }: Bound): Case[] {
  const path = `/ext/openact/${member}`;
  const intent = set('intent', path, said);
  const without = [intent, remove('iac', path)];
  return [
    accept('ADD-IAC-ISS-04', `the ${member} of the intent`, intent, set('iac', path, said)),
    refuse('ADD-IAC-ISS-04', 'intent_widened', comment, intent, set('iac', path, more)),
    maySayNothing
      ? accept('ADD-IAC-ISS-04', `no ${member}`, ...without)
      : refuse('ADD-IAC-ISS-04', 'intent_widened', `no ${member}`, ...without),
  ];
}

/** A rule of the schema, by the statement of ACT that it keeps. */
const broken = (id: string, comment: string, path: string, value: Json | undefined): Case =>
  refuse('OA-SCH-01', 'schema_mismatch', `${id}: ${comment}`, input(path, value), flags('Schema'));

const intentRules: readonly Case[] = [
  broken('ADD-INT-ICS-02', 'neither words nor their digest', '/intent/conversation_history', {
    input_mode: ['TEXT'],
  }),
  broken('ADD-INT-ICS-03', 'a digest without its reference', '/intent/conversation_history', {
    user_intent_raw_digest: OTHER_DIGEST,
  }),
  broken('ADD-INT-ICS-06', 'a total below zero', '/intent/max_total_amount', -1),
  broken(
    'ADD-INT-ICS-16',
    'a confirmation method without its time',
    '/intent/user_confirmation_method',
    'FACE',
  ),
  broken('ADD-INT-ICS-17', 'no payment method', '/intent/allowed_payment_methods', []),
  broken('ADD-INT-ICS-22', 'an agent that cannot be recognised', '/intent/agent_id', 'agent 7'),
  broken('ADD-INT-ICS-23', 'an unknown input mode', '/intent/conversation_history/input_mode', ['SMELL']),
  broken('ADD-INT-ICS-24', 'fewer retries than none', '/intent/ext/agent_behavior/max_retry_count', -1),
  broken('ADD-INT-ICS-25', 'a merchant that cannot be recognised', '/intent/ext/commerce/allowed_merchants', [
    'rail',
  ]),
  broken('ADD-INT-ICS-30', 'a conversation that is no object', '/intent/conversation_history', 'a ticket'),
  broken('ADD-INT-ICS-32', 'a third mode', '/intent/delegation_mode', 'OPEN'),
  broken(
    'ADD-INT-ICS-33',
    'a time with an offset',
    '/intent/validity_start_time',
    '2026-11-20T09:00:00+08:00',
  ),
  broken(
    'ADD-INT-ICS-35',
    'a third answer to a moved price',
    '/intent/ext/agent_behavior/price_deviation_action',
    'BUY',
  ),
  broken(
    'ADD-INT-ICS-36',
    'a third answer to a failed payment',
    '/intent/ext/agent_behavior/on_payment_failure',
    'WAIT',
  ),
];

const iacRules: readonly Case[] = [
  accept(
    'ADD-INT-ICS-14',
    'what a vendor adds changes nothing',
    set('iac', '/ext/vendor_private', { max_total_amount: 1 }),
  ),
  accept('ADD-IAC-ISS-12', 'a mode that is left to its default', remove('iac', '/delegation_mode')),
  accept('ADD-IAC-ISS-13', 'a currency that is left to its default', remove('iac', '/currency')),
  broken('ADD-IAC-ISS-01', 'no delegator', '/iac/delegator_identity', undefined),
  broken('ADD-IAC-ISS-11', 'a name that a framework re-cased', '/iac/maxTotalAmount', 1800),
  broken(
    'ADD-IAC-ISS-15',
    'a confirmation time without its method',
    '/iac/user_confirmation_timestamp',
    utc(NOW),
  ),
  broken('ADD-IAC-ISS-17', 'a total below zero', '/iac/max_total_amount', -1),
  broken('ADD-IAC-ISS-18', 'neither an intent id nor the conversation', '/iac/intent_id', undefined),
  broken('ADD-IAC-ISS-22', 'a statement about credit', '/iac/associated_credit', { level: 'A', limit: 5000 }),
];

export const intentSelectionSuite: VectorSuite = {
  name: 'intent-selection',
  schema: 'iac.json',
  groups: [
    {
      operation: 'verify_intent_selection',
      description: 'An IAC and the intent that it says it was selected from.',
      obligations: [],
      input: ({ objects }) => ({ iac: objects.iac, intent: objects.intent }),
      context: () => ({}),
      cases: [
        accept('ADD-IAC-ISS-04', 'an IAC with the terms of its intent'),
        ...intentRules,
        ...iacRules,
        narrowed('a smaller total', '/max_total_amount', 1799.99),
        narrowed('a later start', '/validity_start_time', utc(WINDOW_START + 1)),
        narrowed(
          'one more merchant that is forbidden',
          '/ext/commerce/forbidden_merchants/-',
          'did:act:shop.example/x',
        ),
        accept(
          'ADD-IAC-ISS-04',
          'what the agent does when a price moves, left out',
          remove('iac', '/ext/agent_behavior/price_deviation_action'),
        ),
        refuse(
          'OA-INT-01',
          'intent_digest_mismatch',
          'the digest of another intent',
          set('iac', '/source_isr_digest', OTHER_DIGEST),
        ),
        refuse(
          'OA-INT-01',
          'intent_digest_mismatch',
          'an IAC that names no intent digest',
          remove('iac', '/source_isr_digest'),
        ),
        refuse(
          'OA-INT-01',
          'intent_digest_mismatch',
          'one word of the conversation, changed',
          input('/intent/conversation_history/user_intent_raw', 'A seat on the G123 on Friday, 6000 at most'),
        ),
        widened('a larger total', '/max_total_amount', 1800.01),
        widened('an earlier start', '/validity_start_time', utc(WINDOW_START - 1)),
        widened('a later end', '/validity_end_time', utc(WINDOW_END + 1)),
        widened('another agent', '/agent_id', IDS.otherAgent),
        widened('another intent id', '/intent_id', 'intent-2'),
        widened('BOUNDED from SPECIFIED', '/delegation_mode', 'BOUNDED'),
        widened('another currency', '/currency', 'HKD'),
        widened('one more method', '/allowed_payment_methods/-', IDS.otherMethod),
        dropped('methods left open', '/allowed_payment_methods'),
        widened('a larger single limit', '/ext/commerce/max_single_amount', 600.01),
        dropped('no single limit', '/ext/commerce/max_single_amount'),
        widened('a smaller minimum', '/ext/commerce/min_single_amount', 9.99),
        widened('one more category', '/ext/commerce/allowed_categories/-', 'food/drink'),
        dropped('categories left open', '/ext/commerce/allowed_categories'),
        dropped('no forbidden categories', '/ext/commerce/forbidden_categories'),
        widened('one more merchant', '/ext/commerce/allowed_merchants/-', IDS.otherMerchant),
        dropped('merchants left open', '/ext/commerce/allowed_merchants'),
        dropped('no forbidden merchants', '/ext/commerce/forbidden_merchants'),
        widened('a larger tolerance', '/ext/agent_behavior/price_deviation_tolerance', 5.01),
        dropped('no tolerance', '/ext/agent_behavior/price_deviation_tolerance'),
        widened('another reference price', '/ext/openact/reference_price', 600),
        widened(
          'another answer to a moved price',
          '/ext/agent_behavior/price_deviation_action',
          'AUTO_CANCEL',
        ),
        widened('retries where the intent cancels', '/ext/agent_behavior/on_payment_failure', 'AUTO_RETRY'),
        widened('more retries', '/ext/agent_behavior/max_retry_count', 2),
        widened('a later delivery', '/ext/fulfillment/delivery_time_requirement', utc(NOW + 2 * DAY + 1)),
        dropped('no delivery time', '/ext/fulfillment/delivery_time_requirement'),
        widened('another address', '/ext/fulfillment/delivery_address', 'Platform 5'),
        widened('more uses', '/ext/openact/times_limit', 4),
        dropped('uses without a limit', '/ext/openact/times_limit'),
        ...BOUNDS.flatMap((bound) => boundCases(bound)),
        refuse(
          'OA-SCH-01',
          'schema_mismatch',
          'a term that the schema does not have',
          set('iac', '/hint', 'x'),
          flags('Schema'),
        ),
      ],
    },
  ],
};
