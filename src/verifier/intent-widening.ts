import type { Money } from '../protocol/money/index.ts';
import type { Terms } from './facts/terms.ts';

type Rule = readonly [member: string, holds: (mandate: Terms, intent: Terms) => boolean];

/** No intent value: anything. Otherwise the mandate states one too, and not a larger one. */
function atMost(mandate: number | undefined, intent: number | undefined): boolean {
  return intent === undefined || (mandate !== undefined && mandate <= intent);
}

function moneyAtMost(mandate: Money | undefined, intent: Money | undefined): boolean {
  return intent === undefined || (mandate !== undefined && mandate.minor <= intent.minor);
}

function moneyAtLeast(mandate: Money | undefined, intent: Money | undefined): boolean {
  return intent === undefined || (mandate !== undefined && mandate.minor >= intent.minor);
}

/** A list of what is allowed may lose members, and may not be left out. */
function selection(mandate: readonly string[] | undefined, intent: readonly string[] | undefined): boolean {
  return intent === undefined || (mandate?.every((member) => intent.includes(member)) ?? false);
}

/** A list of what is forbidden may gain members. */
function keeps(mandate: readonly string[] | undefined, intent: readonly string[] | undefined): boolean {
  return intent?.every((member) => mandate?.includes(member)) ?? true;
}

/** What the intent states, the mandate states alike. */
function same<T>(mandate: T | undefined, intent: T | undefined): boolean {
  return intent === undefined || mandate === intent;
}

/** How the agent behaves is no limit of the account side: it may be left out of the mandate, but not contradicted. */
function agrees<T>(mandate: T | undefined, intent: T | undefined): boolean {
  return mandate === undefined || same(mandate, intent);
}

/** The levels are named in their order. */
function noMoreAlone(mandate: string | undefined, intent: string | undefined): boolean {
  return intent === undefined || (mandate !== undefined && mandate <= intent);
}

function runtimeOf({ iac }: Terms): string | undefined {
  const { runtime } = iac.ext?.openact ?? {};
  return runtime && `${runtime.agent_version_digest} ${runtime.jkt}`;
}

const commerce = ({ iac }: Terms) => iac.ext?.commerce ?? {};
const behavior = ({ iac }: Terms) => iac.ext?.agent_behavior ?? {};
const fulfillment = ({ iac }: Terms) => iac.ext?.fulfillment ?? {};
const openact = ({ iac }: Terms) => iac.ext?.openact ?? {};

/** Member by member, what "no more than the intent" means. A SPECIFIED mandate is narrower than a BOUNDED intent. */
const RULES: readonly Rule[] = [
  ['agent_id', (m, i) => m.iac.agent_id === i.iac.agent_id],
  ['intent_id', (m, i) => m.iac.intent_id === undefined || m.iac.intent_id === i.iac.intent_id],
  ['delegation_mode', (m, i) => m.mode === i.mode || m.mode === 'SPECIFIED'],
  ['validity_start_time', (m, i) => m.start >= i.start],
  ['validity_end_time', (m, i) => m.end <= i.end],
  ['currency', (m, i) => m.currency === i.currency],
  ['max_total_amount', (m, i) => moneyAtMost(m.total, i.total)],
  [
    'allowed_payment_methods',
    (m, i) => selection(m.iac.allowed_payment_methods, i.iac.allowed_payment_methods),
  ],
  ['max_single_amount', (m, i) => moneyAtMost(m.single, i.single)],
  ['min_single_amount', (m, i) => moneyAtLeast(m.minimum, i.minimum)],
  ['allowed_categories', (m, i) => selection(commerce(m).allowed_categories, commerce(i).allowed_categories)],
  [
    'forbidden_categories',
    (m, i) => keeps(commerce(m).forbidden_categories, commerce(i).forbidden_categories),
  ],
  ['allowed_merchants', (m, i) => selection(commerce(m).allowed_merchants, commerce(i).allowed_merchants)],
  ['forbidden_merchants', (m, i) => keeps(commerce(m).forbidden_merchants, commerce(i).forbidden_merchants)],
  [
    'price_deviation_tolerance',
    (m, i) => atMost(behavior(m).price_deviation_tolerance, behavior(i).price_deviation_tolerance),
  ],
  ['reference_price', (m, i) => same(m.referencePrice?.minor, i.referencePrice?.minor)],
  [
    'price_deviation_action',
    (m, i) => agrees(behavior(m).price_deviation_action, behavior(i).price_deviation_action),
  ],
  ['on_payment_failure', (m, i) => agrees(behavior(m).on_payment_failure, behavior(i).on_payment_failure)],
  ['max_retry_count', (m, i) => atMost(behavior(m).max_retry_count ?? 0, behavior(i).max_retry_count)],
  ['delivery_time_requirement', (m, i) => atMost(m.deliverBefore, i.deliverBefore)],
  ['delivery_address', (m, i) => agrees(fulfillment(m).delivery_address, fulfillment(i).delivery_address)],
  ['times_limit', (m, i) => atMost(openact(m).times_limit, openact(i).times_limit)],
  ['delegation_depth', (m, i) => m.depth <= i.depth],
  ['confirm_above', (m, i) => moneyAtMost(m.confirmAbove, i.confirmAbove)],
  ['autonomy_level', (m, i) => noMoreAlone(openact(m).autonomy_level, openact(i).autonomy_level)],
  ['runtime', (m, i) => same(runtimeOf(m), runtimeOf(i))],
  ['quote_digest', (m, i) => same(openact(m).quote_digest, openact(i).quote_digest)],
];

/** The first member in which the mandate allows more than the intent, or undefined. */
export function wideningOf(mandate: Terms, intent: Terms): string | undefined {
  return RULES.find(([, holds]) => !holds(mandate, intent))?.[0];
}

/** The same between a mandate that is handed down and the one above it, which names another agent. */
export function wideningBelow(child: Terms, parent: Terms): string | undefined {
  return RULES.find(([member, holds]) => member !== 'agent_id' && !holds(child, parent))?.[0];
}
