import type { Expected } from './format.ts';

/** Paid and delivered: the money went from one to the other, the goods left the shelf, the delivery is confirmed. */
export function paid(
  amount: string,
  { from, to, items = {} }: { from: string; to: string; items?: Readonly<Record<string, number>> },
): Expected {
  const stock = Object.fromEntries(Object.entries(items).map(([item, count]) => [item, -count]));
  return { moved: { [from]: `-${amount}`, [to]: `+${amount}` }, stock, trades: { WAIT_BUYER_RECEIPT: 1 } };
}
