import { ActError } from '../../protocol/errors/index.ts';
import type { IntentTransferBody } from '../../protocol/generated/types.ts';
import { compare, parseAmount } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { CatalogueItem } from '../config.ts';

export type IntentContext = IntentTransferBody['context'];
type Constraints = NonNullable<IntentContext['constraints']>;

const MAX_CANDIDATES = 100;

/**
 * Refuses constraints that nothing could ever satisfy.
 *
 * @param now Unix seconds
 * @throws ActError constraint_conflict; amount_* and currency_unknown for a price that cannot be read
 * @see CID-INT-XFR-10
 */
export function assertConsistent(constraints: Constraints, now: number): void {
  const { max_price: maxPrice, currency, deliver_by: deliverBy } = constraints;
  if (maxPrice !== undefined) {
    if (currency === undefined) throw new ActError('constraint_conflict', { rule: 'price_without_currency' });
    if (parseAmount(maxPrice, currency).minor === 0n) {
      throw new ActError('constraint_conflict', { rule: 'nothing_costs_nothing' });
    }
  }
  if (deliverBy !== undefined && parseUtcSeconds(deliverBy) <= now) {
    throw new ActError('constraint_conflict', { rule: 'deliver_by_in_the_past' });
  }
}

/**
 * What is offered for a request: every constraint is met, nothing is guessed, the cheapest first. Needs and
 * preferences in words never widen or narrow the constraints.
 *
 * @param limit how many are wanted at most
 * @throws ActError no_match
 * @see CID-INT-XFR-07
 */
export function matchItems(
  items: readonly CatalogueItem[],
  constraints: Constraints,
  limit: number = MAX_CANDIDATES,
): CatalogueItem[] {
  const matches = items.filter((item) => meets(item, constraints));
  if (matches.length === 0) throw new ActError('no_match');
  return matches.sort(byPrice).slice(0, limit);
}

function meets(item: CatalogueItem, constraints: Constraints): boolean {
  return (
    (item.stock ?? 0) > 0 &&
    (constraints.currency === undefined || item.currency === constraints.currency) &&
    withinPrice(item, constraints) &&
    (constraints.categories === undefined || constraints.categories.includes(item.category)) &&
    inTime(item, constraints.deliver_by) &&
    (constraints.query ?? []).every((word) => names(item, word))
  );
}

function withinPrice(item: CatalogueItem, { max_price: maxPrice, currency }: Constraints): boolean {
  if (maxPrice === undefined || currency === undefined) return true;
  return compare(parseAmount(item.price, item.currency), parseAmount(maxPrice, currency)) <= 0;
}

function inTime(item: CatalogueItem, deliverBy: string | undefined): boolean {
  if (deliverBy === undefined) return true;
  return item.deliver_by !== undefined && parseUtcSeconds(item.deliver_by) <= parseUtcSeconds(deliverBy);
}

function names(item: CatalogueItem, word: string): boolean {
  const wanted = word.normalize('NFKC').toLowerCase();
  return [item.name, item.item_id].some((text) => text.normalize('NFKC').toLowerCase().includes(wanted));
}

function byPrice(left: CatalogueItem, right: CatalogueItem): number {
  if (left.currency !== right.currency) return left.currency < right.currency ? -1 : 1;
  const order = compare(parseAmount(left.price, left.currency), parseAmount(right.price, right.currency));
  return order !== 0 ? order : Number(left.item_id > right.item_id) - 0.5;
}
