import { smallestOf, written } from '../../live/amounts.ts';
import { type Notes, NotRun } from '../../run/case.ts';
import type { Item } from './settings.ts';
import type { Shop } from './shop.ts';
import {
  askCancel,
  type MerchantCase,
  must,
  mustRefuse,
  mustSucceed,
  negative,
  ORDERS,
  positive,
  prove,
  toldOf,
  waitOut,
} from './steps.ts';

const FEW = 1_000;

/** An order of so many of an item. */
function orderOf({ item_id, price, currency }: Item, quantity: number) {
  const expected_amount = written(smallestOf(price, currency) * BigInt(quantity), currency);
  return { lines: [{ item_id, quantity }], currency, expected_amount };
}

async function scarceOf(shop: Shop, notes: Notes): Promise<{ readonly item: Item; readonly left: number }> {
  const { scarce: item } = shop.settings;
  if (item === undefined) throw new NotRun('The subject file names no scarce item.');
  const left = await shop.stock(notes, item.item_id);
  if (left === undefined || left < 1 || left > FEW)
    throw new NotRun(`Of the scarce item ${item.item_id} there are ${left}.`);
  return { item, left };
}

/** A paid order that was closed, and whose stock somebody else has. */
export async function soldMeanwhile(shop: Shop, notes: Notes): Promise<void> {
  await prove(shop, notes);
  const { item, left } = await scarceOf(shop, notes);
  const quoted = await shop.quote(notes, orderOf(item, 1));
  const receipt = shop.receipt(quoted);
  const trade = shop.counter.lastTrade();
  mustSucceed(await askCancel(shop, quoted, notes), 200);
  const rest = await shop.quote(notes, orderOf(item, left));
  mustRefuse(await shop.askRelease(quoted, receipt, {}, notes), 'order_closed');
  mustRefuse(await shop.askRelease(quoted, receipt, {}, notes), 'order_closed');
  must((await shop.read(quoted, notes)).goods === undefined, 'The closed order has goods.');
  mustSucceed(await askCancel(shop, rest, notes), 200);
  must((await shop.stock(notes, item.item_id)) === left, 'The closed order has used stock.');
  must((await toldOf(shop, 'payment.refund', trade)) === 1, 'The money was not sent back once.');
  must(shop.counter.heardOf('fulfilment.confirm', trade) === 0, 'A delivery was told.');
  await shop.purchase(notes);
  shop.isProven = true;
}

/** What becomes of the stock of an order, and of an order whose stock is gone. */
export const stockCases: readonly MerchantCase[] = [
  positive(
    'OA-ORD-20',
    'stock-comes-back',
    'What an order has locked can be had again once its quote has run out unpaid.',
    async (shop, notes) => {
      // What others have left open lapses first.
      await waitOut(shop, await shop.quote(notes), notes);
      const before = await shop.stock(notes);
      if (before === undefined) throw new NotRun('The catalogue says nothing of stock.');
      const quoted = await shop.quote(notes);
      must((await shop.stock(notes)) === before - 1, 'An open order locks no stock.');
      await waitOut(shop, quoted, notes);
      must((await shop.stock(notes)) === before, 'The stock of a lapsed order has not come back.');
      const { state } = await shop.read(quoted, notes);
      must(state === 'CLOSED', `A lapsed order is ${String(state)}.`);
    },
    [ORDERS, 'catalogue'],
  ),
  positive(
    'OA-ORD-01',
    'paid-in-time-asked-for-late',
    'An order that was paid in time is released after its quote has run out, while there is stock.',
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const receipt = shop.receipt(quoted);
      await waitOut(shop, quoted, notes);
      await shop.stock(notes);
      await shop.release(quoted, receipt, notes);
    },
  ),
  positive(
    'OA-ORD-22',
    'notice-keeps-the-stock',
    'The stock of an order that was told of as paid stays with it when its quote has run out.',
    async (shop, notes) => {
      // What others have left open lapses first.
      await waitOut(shop, await shop.quote(notes), notes);
      const before = await shop.stock(notes);
      if (before === undefined) throw new NotRun('The catalogue says nothing of stock.');
      const quoted = await shop.quote(notes);
      const receipt = shop.receipt(quoted);
      mustSucceed(await shop.tell(receipt, notes), 200);
      await waitOut(shop, quoted, notes);
      must((await shop.stock(notes)) === before - 1, 'The stock of the paid order went with its quote.');
      await shop.release(quoted, receipt, notes);
      must((await shop.stock(notes)) === before - 1, 'The released order has used another amount of stock.');
    },
    [ORDERS, 'notice', 'catalogue'],
  ),
  negative(
    {
      requirement: 'OA-ORD-01',
      slug: 'closed-and-sold-out',
      title:
        'A paid order that was closed, and whose stock somebody else has: nothing is released, the money goes back once.',
    },
    soldMeanwhile,
    [ORDERS, 'cancel', 'catalogue'],
  ),
];
