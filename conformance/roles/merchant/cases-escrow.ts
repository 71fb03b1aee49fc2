import type { JsonObject } from '../../forge/json.ts';
import type { Reply } from '../../live/server.ts';
import { type Notes, NotRun } from '../../run/case.ts';
import { soldMeanwhile } from './cases-stock.ts';
import { problem } from './counter.ts';
import type { Item } from './settings.ts';
import type { Quoted, Shop } from './shop.ts';
import {
  type MerchantCase,
  must,
  mustRefuse,
  mustSucceed,
  negative,
  ORDERS,
  positive,
  waitOut,
} from './steps.ts';

const ESCROW = [ORDERS, 'escrow'];
const STOCK = [...ESCROW, 'notice', 'catalogue'];
const DELIVERY_MAX_SECONDS = 60 * 86_400;

/** A quote whose money is held. Whoever sells into escrow is asked about it, and nobody else. */
async function held(shop: Shop, notes: Notes, item: Item = shop.item): Promise<Quoted> {
  const { item_id, price, currency } = item;
  const quoted = await shop.quote(notes, {
    lines: [{ item_id, quantity: 1 }],
    currency,
    expected_amount: price,
  });
  if (quoted.claims.settlement !== 'ESCROW') throw new NotRun('The subject does not sell into escrow.');
  return quoted;
}

const dueOf = ({ claims }: Quoted): number => Date.parse(String(claims.deliver_by)) / 1000;

/** A release while the payment service answers the word of the delivery so: no goods. Afterwards they are there. */
const withheld = (
  slug: string,
  title: string,
  code: string,
  confirming: (answer: JsonObject) => Reply,
): MerchantCase =>
  negative(
    { requirement: 'OA-ESC-07', slug: `held-${slug}`, title },
    async (shop, notes) => {
      const { counter } = shop;
      const quoted = await held(shop, notes);
      const receipt = shop.receipt(quoted);
      const honest = counter.confirming;
      counter.confirming = confirming;
      try {
        for (const _again of [1, 2]) mustRefuse(await shop.askRelease(quoted, receipt, {}, notes), code);
        must((await shop.read(quoted, notes)).goods === undefined, 'The order has goods.');
      } finally {
        counter.confirming = honest;
      }
      await shop.release(quoted, receipt, notes);
      shop.isProven = true;
    },
    ESCROW,
  );

/** A merchant whose buyers pay into escrow. */
export const escrowCases: readonly MerchantCase[] = [
  withheld(
    'money-goes-back',
    'The payment service takes the word no more, because the money goes back: there are no goods.',
    'order_closed',
    () => problem('trade_transition_illegal', 'PSD-PAY-A402-20', 409),
  ),
  withheld(
    'trade-closed',
    'The payment service says that the trade is closed: there are no goods.',
    'order_closed',
    (answer) => ({ status: 200, body: JSON.stringify({ ...answer, state: 'TRADE_CLOSED' }) }),
  ),
  withheld(
    'of-another-trade',
    'The payment service answers about another trade: there are no goods while nobody knows.',
    'peer_answer_invalid',
    (answer) => ({ status: 200, body: JSON.stringify({ ...answer, trade_no: 'trade-of-nobody' }) }),
  ),
  positive(
    'OA-ESC-07',
    'held-goods-after-the-word',
    'Before goods that are paid into escrow are out, the payment service has the word of their delivery.',
    async (shop, notes) => {
      const quoted = await held(shop, notes);
      const receipt = shop.receipt(quoted);
      const trade = shop.counter.lastTrade();
      await shop.release(quoted, receipt, notes);
      must(shop.counter.heardOf('fulfilment.confirm', trade) > 0, 'The goods were out before it.');
      must(shop.counter.faults.length === 0, `The merchant's commands: ${shop.counter.faults[0]}`);
    },
    ESCROW,
  ),
  positive(
    'OA-ESC-08',
    'held-says-by-when',
    'Every quote in escrow says by when it is delivered.',
    async (shop, notes) => {
      for (const item of shop.settings.items) {
        const quoted = await held(shop, notes, item);
        must(
          dueOf(quoted) >= Number(quoted.claims.exp),
          `It says ${String(quoted.claims.deliver_by)} of ${item.item_id}.`,
        );
      }
    },
    ESCROW,
  ),
  positive(
    'OA-ESC-08',
    'held-stock-comes-back',
    'The stock of a paid order in escrow outlives its quote, and comes back at deliver_by.',
    async (shop, notes) => {
      // What others have left open lapses first.
      await waitOut(shop, await held(shop, notes), notes);
      const before = await shop.stock(notes);
      if (before === undefined) throw new NotRun('The catalogue says nothing of stock.');
      const quoted = await held(shop, notes);
      const receipt = shop.receipt(quoted);
      mustSucceed(await shop.tell(receipt, notes), 200);
      await waitOut(shop, quoted, notes);
      must((await shop.stock(notes)) === before - 1, 'The stock of the paid order went with its quote.');
      const left = dueOf(quoted) - shop.now();
      must(left > 0 && left <= DELIVERY_MAX_SECONDS, `It is to be delivered in ${left} seconds.`);
      await shop.control.advance(left + 1, notes);
      must((await shop.stock(notes)) === before, 'The stock has not come back with the money.');
      const { state } = await shop.read(quoted, notes);
      must(state === 'CLOSED', `The order is ${String(state)}.`);
    },
    STOCK,
  ),
  negative(
    {
      requirement: 'OA-ESC-09',
      slug: 'held-sold-meanwhile',
      title:
        'Of a paid order whose stock somebody else has no delivery is told, and the money goes back once.',
    },
    async (shop, notes) => {
      await held(shop, notes);
      await soldMeanwhile(shop, notes);
    },
    [...ESCROW, 'cancel', 'catalogue'],
  ),
];
