import { DAY, IDS, NOW } from '../forge/actors.ts';
import {
  accept,
  type Case,
  type Change,
  context,
  flags,
  forged,
  input,
  refuse,
  remove,
  set,
  type VectorSuite,
} from '../forge/cases.ts';
import { MANDATE_AT, OTHER_DIGEST, utc, WINDOW_END, WINDOW_START } from '../forge/claims.ts';
import type { Json } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import type { World } from '../forge/world.ts';
import { ed25519, jwk, trust } from './shared.ts';

const child = (path: string, value: Json): Change => set('child_iac', path, value);
const above = (status: Json): Change => context('/state/above/0/status', status);

const widened = (comment: string, path: string, value: Json): Case =>
  refuse('OA-DLG-04', 'mandate_widened', `below ${comment}`, child(path, value), flags('P7'));
const dropped = (comment: string, path: string): Case =>
  refuse('OA-DLG-04', 'mandate_widened', `below ${comment}`, remove('child_iac', path), flags('P7'));
/** What is pinned above is pinned below: the same is good, another one and none are not. */
const pinned = (comment: string, path: string, above: Json, below: Json): readonly Case[] => [
  accept(
    'OA-DLG-04',
    `the ${path.split('/').at(-1)} of above`,
    set('parent_iac', path, above),
    child(path, above),
  ),
  refuse(
    'OA-DLG-04',
    'mandate_widened',
    `below ${comment}`,
    set('parent_iac', path, above),
    child(path, below),
    flags('P7'),
  ),
  refuse(
    'OA-DLG-04',
    'mandate_widened',
    `below ${comment.replace('another', 'no')}`,
    set('parent_iac', path, above),
    remove('child_iac', path),
    flags('P7'),
  ),
];
const another = (comment: string, path: string, value: Json): Case =>
  refuse('OA-DLG-02', 'mandate_parent_mismatch', `below ${comment}`, set('child_mandate', path, value));

const RUNTIME = { agent_version_digest: `${'B'.repeat(42)}A`, jkt: `${'C'.repeat(42)}A` };

const childWindow = (start: number, end: number): Change => ({
  edits: [
    { part: 'child_iac', path: '/validity_start_time', value: utc(start) },
    { part: 'child_iac', path: '/validity_end_time', value: utc(end) },
  ],
});

const mandates: readonly Case[] = [
  accept('OA-DLG-01', 'a mandate that was handed down, with the one above it'),
  ed25519('OA-DLG-01'),
  accept(
    'OA-DLG-04',
    'as much as above',
    child('/max_total_amount', 1800),
    child('/ext/openact/times_limit', 3),
  ),
  accept('OA-DLG-03', 'one step less than above', child('/ext/openact/delegation_depth', 1), flags('Edge')),
  {
    ...accept('OA-DLG-05', 'a status above that nobody has asked for', context('/state/above', undefined)),
    obligations: ['status OA-DLG-05'],
  },
  refuse(
    'OA-DLG-01',
    'mandate_chain_broken',
    'without the mandate above',
    input('/mandate_chain', undefined),
  ),
  refuse(
    'OA-DLG-01',
    'mandate_chain_broken',
    'with another mandate above',
    input('/mandate_chain', ({ tokens }) => [tokens.mandate]),
  ),
  refuse(
    'OA-DLG-01',
    'mandate_chain_broken',
    'with one mandate too many above',
    input('/mandate_chain', ({ tokens }) => [tokens.mandate, tokens.parent_mandate]),
  ),
  refuse(
    'OA-JWS-01',
    'jws_malformed',
    'with something above that cannot be read',
    input('/mandate_chain', ['no mandate']),
  ),
  refuse(
    'OA-DLG-01',
    'mandate_chain_broken',
    'naming another digest',
    child('/ext/openact/parent_mandate', OTHER_DIGEST),
  ),
  refuse(
    'OA-DLG-01',
    'mandate_chain_broken',
    'a mandate of the delegator under one that it does not come from',
    input('/mandate', ({ tokens }) => tokens.mandate),
  ),
  refuse(
    'PSD-PAY-DEL-07',
    'jws_signature_invalid',
    'under a mandate that its issuer did not sign',
    forged('parent_mandate', { key: keyOf('issuerStatus') }),
    flags('X10'),
  ),
  refuse(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'under a mandate for another service',
    set('parent_mandate', '/aud', IDS.otherPsp),
  ),
  another('with another confirmation', '/confirmation_digest', OTHER_DIGEST),
  another('with another intent', '/iac/source_isr_digest', OTHER_DIGEST),
  another('older than what is above', '/iat', MANDATE_AT - 1),
  refuse(
    'OA-DLG-02',
    'mandate_parent_mismatch',
    'below for another delegator',
    child('/delegator_identity', IDS.otherDelegator),
    flags('P7'),
  ),
  refuse(
    'OA-DLG-03',
    'mandate_depth_exceeded',
    'under a mandate that is not to be handed on',
    remove('parent_iac', '/ext/openact/delegation_depth'),
    flags('P7'),
  ),
  refuse(
    'OA-DLG-03',
    'mandate_depth_exceeded',
    'with no step left under a mandate that says nothing of steps',
    remove('parent_iac', '/ext/openact/delegation_depth'),
    child('/ext/openact/delegation_depth', 0),
    flags('P7', 'Edge'),
  ),
  refuse(
    'OA-DLG-03',
    'mandate_depth_exceeded',
    'as many steps as above',
    child('/ext/openact/delegation_depth', 2),
    flags('P7', 'Edge'),
  ),
  widened('a larger total', '/max_total_amount', 1800.01),
  widened('a larger single limit', '/ext/commerce/max_single_amount', 600.01),
  widened('a smaller minimum', '/ext/commerce/min_single_amount', 9.99),
  widened('another currency', '/currency', 'HKD'),
  widened('more uses', '/ext/openact/times_limit', 4),
  widened('one more category', '/ext/commerce/allowed_categories/-', 'food/drink'),
  widened('one more merchant', '/ext/commerce/allowed_merchants/-', IDS.otherMerchant),
  widened('one more method', '/allowed_payment_methods/-', IDS.otherMethod),
  widened('a larger tolerance', '/ext/agent_behavior/price_deviation_tolerance', 6),
  refuse(
    'OA-DLG-04',
    'mandate_widened',
    'below a higher threshold',
    set('parent_iac', '/ext/openact/confirm_above', 100),
    child('/ext/openact/confirm_above', 100.01),
    flags('P7', 'Edge'),
  ),
  refuse(
    'OA-DLG-04',
    'mandate_widened',
    'below no threshold',
    set('parent_iac', '/ext/openact/confirm_above', 100),
    flags('P7'),
  ),
  refuse(
    'OA-DLG-04',
    'mandate_widened',
    'below a higher level of autonomy',
    set('parent_iac', '/ext/openact/autonomy_level', 'a2p2:L3'),
    child('/ext/openact/autonomy_level', 'a2p2:L4'),
    flags('P7'),
  ),
  widened('bounds where above one purchase is named', '/delegation_mode', 'BOUNDED'),
  widened('another intent id', '/intent_id', 'intent-2'),
  widened('another reference price', '/ext/openact/reference_price', 600),
  widened('another answer to a moved price', '/ext/agent_behavior/price_deviation_action', 'AUTO_CANCEL'),
  widened('retries where above cancels', '/ext/agent_behavior/on_payment_failure', 'AUTO_RETRY'),
  widened('more retries', '/ext/agent_behavior/max_retry_count', 2),
  widened('a later delivery', '/ext/fulfillment/delivery_time_requirement', utc(NOW + 2 * DAY + 1)),
  widened('another address', '/ext/fulfillment/delivery_address', 'Platform 5'),
  ...pinned('another runtime', '/ext/openact/runtime', RUNTIME, { ...RUNTIME, jkt: OTHER_DIGEST }),
  ...pinned('another offer', '/ext/openact/quote_digest', OTHER_DIGEST, RUNTIME.jkt),
  dropped('no delivery time', '/ext/fulfillment/delivery_time_requirement'),
  dropped('no tolerance', '/ext/agent_behavior/price_deviation_tolerance'),
  dropped('no forbidden categories', '/ext/commerce/forbidden_categories'),
  dropped('uses without a limit', '/ext/openact/times_limit'),
  dropped('no single limit', '/ext/commerce/max_single_amount'),
  dropped('no forbidden merchants', '/ext/commerce/forbidden_merchants'),
  refuse(
    'OA-DLG-04',
    'mandate_widened',
    'below a later end',
    childWindow(WINDOW_START, WINDOW_END + 1),
    flags('P7', 'Edge'),
  ),
  refuse(
    'OA-DLG-04',
    'mandate_widened',
    'below an earlier start',
    childWindow(WINDOW_START - 1, WINDOW_END),
    flags('P7', 'Edge'),
  ),
  refuse('OA-DLG-05', 'parent_not_active', 'under a mandate that is suspended', above('Suspended')),
  refuse('OA-DLG-05', 'parent_not_active', 'under a mandate that is revoked', above('Revoked')),
  refuse('OA-DLG-05', 'parent_not_active', 'under a mandate that nobody knows', above('unknown')),
  refuse(
    'OA-DLG-05',
    'parent_not_active',
    'under a mandate whose status cannot be had',
    above('unavailable'),
  ),
];

const ancestor = { status: 'Active', usage: { spent_minor: '0', held_minor: '0', count: 0 } };
const spent = (minor: string): Change => context('/state/above/0/usage/spent_minor', minor);

function stateOf({ objects }: World): Json {
  const tool = { ...(objects.state.tool as object), agent_id: IDS.otherAgent };
  return { ...objects.state, tool, above: [structuredClone(ancestor)] };
}

const payments: readonly Case[] = [
  accept('OA-DLG-06', 'a payment under a mandate that was handed down'),
  accept('OA-DLG-06', 'the last that is left above', spent('124650'), flags('Edge')),
  {
    ...accept('OA-DLG-06', 'no state of what was spent above', context('/state/above/0/usage', undefined)),
    obligations: ['budget OA-DLG-06'],
  },
  refuse(
    'OA-DLG-06',
    'parent_limit_reached',
    'a cent more than is left above',
    spent('124651'),
    flags('Edge', 'P7'),
  ),
  refuse(
    'OA-DLG-06',
    'parent_limit_reached',
    'held amounts above count',
    spent('124650'),
    context('/state/above/0/usage/held_minor', '1'),
  ),
  refuse('OA-DLG-06', 'parent_limit_reached', 'no use left above', context('/state/above/0/usage/count', 3)),
  refuse(
    'OA-DLG-05',
    'parent_not_active',
    'a payment while the mandate above is suspended',
    above('Suspended'),
  ),
  refuse(
    'OA-DLG-01',
    'mandate_chain_broken',
    'a payment without the mandate above',
    input('/mandate_chain', undefined),
  ),
  refuse(
    'PSD-PAY-DEL-12',
    'amount_over_total_limit',
    'over the limit below',
    context('/state/usage/spent_minor', '44651'),
  ),
];

export const delegationSuite: VectorSuite = {
  name: 'delegation',
  schema: 'mandate.json',
  groups: [
    {
      operation: 'verify_mandate',
      description: 'A mandate that one agent handed down to another, with the mandate above it.',
      part: 'child_mandate',
      input: ({ tokens }) => ({ mandate: tokens.child_mandate, mandate_chain: [tokens.parent_mandate] }),
      context: (world) => ({
        ...trust(world),
        audience: IDS.psp,
        state: { status: 'Active', above: [{ status: 'Active' }] },
      }),
      cases: mandates,
    },
    {
      operation: 'verify_payment_request',
      description: 'A payment of the agent that the mandate was handed to.',
      part: 'child_request',
      input: ({ tokens, actors }) => ({
        payment_request: tokens.child_request,
        mandate: tokens.child_mandate,
        mandate_chain: [tokens.parent_mandate],
        quote: tokens.child_quote,
        agent_key: jwk(actors.otherAgent.key),
      }),
      context: (world) => ({ ...trust(world), audience: IDS.psp, state: stateOf(world) }),
      cases: payments,
    },
  ],
};
