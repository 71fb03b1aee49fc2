import { isObject, type Json } from '../../conformance/forge/json.ts';
import { decodeToken } from '../keys.ts';
import { at } from '../text.ts';
import { type Changed, dropped, type Good, higher, lower, type Row, type Rule, rules } from './rule.ts';

/** Terms that agree with each other; what they are is the issuer's to say. */
function coherent(iac: Json | undefined): boolean {
  if (!isObject(iac)) return false;
  const { max_total_amount: total = 0, ext = {}, delegation_mode: mode = 'SPECIFIED' } = iac;
  const commerce = at(ext, ['commerce']) ?? {};
  const openact = at(ext, ['openact']) ?? {};
  const single = at(commerce, ['max_single_amount']) ?? total;
  const minimum = at(commerce, ['min_single_amount']) ?? 0;
  const merchants = at(commerce, ['allowed_merchants']);
  const pinned = merchants !== undefined || at(openact, ['quote_digest']) !== undefined;
  const scoped = merchants !== undefined || at(commerce, ['allowed_categories']) !== undefined;
  const isScoped = mode === 'SPECIFIED' ? pinned : scoped;
  return isScoped && Number(minimum) <= Number(single) && Number(single) <= Number(total);
}

const whole: Good = ({ after, input }) =>
  input.mandate_chain === undefined && coherent(after.iac ?? at(after, ['credentialSubject', 'iac']));

const mandate = rules(
  'verify_mandate',
  'mandate',
  ['/iat', 'when it was signed: nothing is judged by it'],
  ['/confirmation_digest', 'compared where the confirmation is at hand'],
  ['/control_proof_ref', 'evidence for later'],
  ['/cnf/**', 'whose key may use it'],
  ['/status/**', 'where its status stands; the caller looks'],
  ['/credentialStatus/idx', 'where its status stands; the caller looks'],
  ['/credentialStatus/uri', 'where its status stands; the caller looks'],
  ...['/iac', '/credentialSubject/iac'].flatMap((iac): Row[] => [
    [iac, 'what the user allowed is the issuer’s to say', whole],
    ...[
      'max_total_amount',
      'currency',
      'allowed_payment_methods/**',
      'agent_id',
      'delegation_mode',
      'ext/**',
    ].map((name): Row => [`${iac}/${name}`, 'what the user allowed is the issuer’s to say', whole]),
    [`${iac}/intent_id`, 'compared where the intent is at hand', whole],
    [`${iac}/source_isr_digest`, 'compared where the intent is at hand'],
    [`${iac}/user_confirmation_method`, 'compared where the confirmation is at hand'],
    [`${iac}/user_confirmation_timestamp`, 'compared where the confirmation is at hand'],
    [`${iac}/ext/vendor_private/**`, 'changes the meaning of nothing'],
    [`${iac}/ext/fulfillment/delivery_address`, 'is told to people', whole],
  ]),
);

/** Less than what a mandate is selected from, or handed down from. */
const NARROWER: readonly Row[] = [
  [
    'delegation_mode',
    'the narrower one, or the default left out',
    ({ value }) => [undefined, 'SPECIFIED'].includes(value as undefined),
  ],
  ['currency', 'the default, left out', dropped],
  ['intent_id', 'its digest names the intent', dropped],
  ['max_total_amount', 'less', lower],
  ['validity_start_time', 'later', later],
  ['validity_end_time', 'earlier', earlier],
  ['ext/commerce/max_single_amount', 'less', lower],
  ['ext/commerce/min_single_amount', 'more', higher],
  ['ext/commerce/forbidden_categories/**', 'more is forbidden', keepsAll('forbidden_categories')],
  ['ext/commerce/forbidden_merchants/**', 'more is forbidden', keepsAll('forbidden_merchants')],
  ['ext/agent_behavior/price_deviation_tolerance', 'less', lower],
  [
    'ext/agent_behavior/max_retry_count',
    'fewer',
    ({ value, before }) => value === undefined || Number(value) <= Number(before),
  ],
  ['ext/agent_behavior/price_deviation_action', 'is no limit of the account side', dropped],
  ['ext/agent_behavior/on_payment_failure', 'is no limit of the account side', dropped],
  ['ext/fulfillment/delivery_address', 'is told to people', dropped],
  ['ext/fulfillment/delivery_time_requirement', 'earlier', earlier],
  ['ext/openact/times_limit', 'fewer', lower],
  ['ext/openact/confirm_above', 'the user is asked for more', lower],
  [
    'ext/openact/autonomy_level',
    'less alone',
    ({ value, before }) => typeof value === 'string' && value <= String(before),
  ],
  ['ext/openact/delegation_depth', 'fewer; left out, none', fewerSteps],
  ['ext/vendor_private/**', 'changes the meaning of nothing'],
];

/** What the mandate above, or the intent, says at a place of the terms. */
function bound({ input }: Changed, name: string): Json | undefined {
  const [chain] = [input.mandate_chain].flat();
  const parent = typeof chain === 'string' ? decodeToken(chain)?.payload.iac : input.intent;
  return parent && at(parent, name.split('/'));
}

/** Narrower is what is no more than the bound, whatever stood there before. */
const narrower = (prefix: string, isGood: (changed: Changed) => boolean): readonly Row[] =>
  NARROWER.map(([name, why, good]) => [
    `${prefix}/${name}`,
    why,
    (changed) =>
      isGood(changed) && (good?.({ ...changed, before: bound(changed, name) ?? changed.before }) ?? true),
  ]);

/** Whole blocks of terms, taken from another good message: whether they are narrower is asked member by member. */
const ofAnother = (prefix: string): readonly Row[] =>
  ['ext', 'ext/*'].map((name) => [
    `${prefix}/${name}`,
    'the block of another good message',
    ({ value }) => value !== undefined,
  ]);

const handedDown = rules(
  'verify_mandate',
  'mandate',
  ['/iac/agent_id', 'whom it is handed to'],
  ...ofAnother('/iac'),
  ...narrower('/iac', ({ after }) => coherent(after.iac)),
);

const selection = rules(
  'verify_intent_selection',
  'iac',
  ['/delegation_id', 'the issuer names it'],
  ['/delegator_identity', 'the issuer knows whose intent it is'],
  ['/user_confirmation_method', 'compared where the confirmation is at hand'],
  ['/user_confirmation_timestamp', 'compared where the confirmation is at hand'],
  ...ofAnother(''),
  ...narrower('', () => true),
  [
    '/ext/openact/*',
    'a constraint more; unknown ones are refused where the mandate is judged',
    ({ before }) => before === undefined,
  ],
);

function keepsAll(name: string): Good {
  return ({ after, input }) => {
    const [now, wanted] = [after.iac ?? after, input.intent ?? null].map((one) =>
      at(one, ['ext', 'commerce', name]),
    );
    return Array.isArray(wanted) && Array.isArray(now) && wanted.every((one) => now.includes(one));
  };
}

/** Below another mandate there has to be one step less than above it; a selection may keep what the intent has. */
function fewerSteps({ value, before, input }: Changed): boolean {
  const taken = input.mandate_chain === undefined ? 0 : 1;
  return value === undefined || Number(value) <= Number(before) - taken;
}

function later({ value, before }: Changed): boolean {
  return timeOf(value) >= timeOf(before);
}

function earlier({ value, before }: Changed): boolean {
  return timeOf(value) <= timeOf(before);
}

/** What may be other in the terms of a mandate, alone, handed down, or selected from an intent. */
export const terms: readonly Rule[] = [...mandate, ...handedDown, ...selection];

/** NaN, and so neither before nor after anything, where it is no text. */
const timeOf = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN);
