import type { IntentTransferBody } from '../../protocol/generated/types.ts';
import type { PartialIntent } from '../intent/draft.ts';

export type IntentContext = IntentTransferBody['context'];

/**
 * The task at hand as the user put it: words and constraints that a seller can match. No implicit needs and no
 * preferences are passed on, so none can contradict what was confirmed.
 *
 * @see CID-INT-XFR-03, CID-INT-XFR-13, CID-INT-XFR-14, CID-INT-XFR-16
 */
export function contextOf(wanted: PartialIntent): IntentContext {
  const words = [...(wanted.need ?? []), ...(wanted.grade === undefined ? [] : [wanted.grade])];
  const { currency, allowed_categories: categories, delivery_time_requirement: deliverBy } = wanted;
  return {
    ...(words.length === 0 ? {} : { explicit_need: words.join(' ') }),
    constraints: {
      ...(currency === undefined ? {} : { currency }),
      ...(categories === undefined ? {} : { categories: [...categories] }),
      ...(deliverBy === undefined ? {} : { deliver_by: deliverBy }),
      ...(wanted.need === undefined ? {} : { query: [...wanted.need] }),
    },
  };
}

/**
 * What an update has to say after a former request: members that are new or different, and by name those that are
 * taken back. Nothing else is said again.
 *
 * @see CID-INT-XFR-09
 */
export function changeBetween(former: IntentContext, next: IntentContext): IntentContext {
  const { constraints: formerBounds = {}, ...formerNeeds } = former;
  const { constraints: nextBounds = {}, ...nextNeeds } = next;
  const needs = changed(formerNeeds, nextNeeds);
  const bounds = changed(formerBounds, nextBounds);
  const dropped = [...missing(formerNeeds, nextNeeds), ...missing(formerBounds, nextBounds)];
  return {
    ...needs,
    ...(Object.keys(bounds).length === 0 ? {} : { constraints: bounds }),
    ...(dropped.length === 0 ? {} : { dropped: dropped as NonNullable<IntentContext['dropped']> }),
  };
}

function changed<T extends object>(former: T, next: T): Partial<T> {
  const before = new Map<string, unknown>(Object.entries(former));
  const entries = Object.entries(next).filter(
    ([name, value]) => JSON.stringify(before.get(name)) !== JSON.stringify(value),
  );
  return Object.fromEntries(entries) as Partial<T>;
}

function missing(former: object, next: object): string[] {
  return Object.keys(former).filter((name) => !(name in next));
}
