import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import type { MerchantSettings } from '../config.ts';
import type { PricedOrder } from './price.ts';

/** How long held money waits for its buyer where the items say nothing, from pay_before on. */
const ESCROW_DELIVERY_SECONDS = 15 * 86_400;

/**
 * The `deliver_by` of an offer, if any. In escrow one is always said, and not before the items that have one: money that
 * is held goes back by then, and a seller who did not know when would keep the stock for good for whoever never comes.
 *
 * @param payBefore Unix seconds
 * @returns ISO 8601
 * @see OA-ESC-08
 */
export function deliverByOf(
  { settlement, items }: Pick<MerchantSettings, 'settlement' | 'items'>,
  { deliverBy, lines }: Pick<PricedOrder, 'deliverBy' | 'lines'>,
  payBefore: number,
): string | undefined {
  if (deliverBy !== undefined || settlement !== 'ESCROW') return deliverBy;
  const ordered = new Set(lines.map(({ item_id }) => item_id));
  const stated = items.flatMap(({ item_id, deliver_by }) =>
    deliver_by === undefined || !ordered.has(item_id) ? [] : [parseUtcSeconds(deliver_by)],
  );
  return formatUtcSeconds(Math.max(payBefore + ESCROW_DELIVERY_SECONDS, ...stated));
}
