import { ActError } from '../protocol/errors/index.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import { beyondEveryWait, type Queries, type Store, type Transaction, together } from '../store/index.ts';
import { type CatalogueItem, type MerchantSettings, QUOTE_LIFETIME_MAX_SECONDS } from './config.ts';

/** How many of one item an order takes. */
export interface StockLine {
  readonly item_id: string;
  readonly quantity: number;
}

/** How many orders one look closes, of either kind. */
export const LAPSE_BATCH = 100;

/** The look at lapsed orders that is under way on a store, and the time that it is for. */
const looking = new WeakMap<Store, { readonly now: number; readonly look: Promise<number> }>();

/**
 * Brings the table of stock into line with the configuration: a new item starts with its configured stock, a
 * known one keeps what is left, an item no longer configured is not listed.
 */
export async function seedStock(store: Store, config: MerchantSettings): Promise<void> {
  await store.transact(async (tx) => {
    await tx.run('UPDATE merchant_items SET listed = 0');
    for (const item of config.items) {
      await tx.run(
        `INSERT INTO merchant_items (item_id, listed, stock, locked) VALUES ($1, 1, $2, 0)
         ON CONFLICT (item_id) DO UPDATE SET listed = 1`,
        [item.item_id, item.stock],
      );
    }
  });
}

/**
 * The catalogue with what can be had now; items whose price has run out are left out.
 *
 * @param now Unix seconds
 * @see CID-MER-CAT
 */
export async function offeredItems(
  read: Queries,
  config: MerchantSettings,
  now: number,
): Promise<CatalogueItem[]> {
  const rows = await read.all('SELECT item_id, stock - locked AS free FROM merchant_items WHERE listed = 1');
  const free = new Map(rows.map((row) => [String(row.item_id), Number(row.free)]));
  const nowText = formatUtcSeconds(now);
  return config.items
    .filter((item) => item.price_valid_until === undefined || nowText < item.price_valid_until)
    .map((item) => ({ ...item, stock: free.get(item.item_id) ?? 0, merchant: config.merchant }));
}

/**
 * Locks stock for an order, items in one fixed order so that two orders never wait for each other.
 *
 * @throws ActError stock_exhausted; the caller's savepoint then undoes what was locked before
 * @see CID-CART-CFM-15
 */
export function lockStock(tx: Transaction, lines: readonly StockLine[]): void {
  for (const { quantity, item_id } of inFixedOrder(lines)) {
    tx.finish({
      sql: 'UPDATE merchant_items SET locked = locked + $1 WHERE item_id = $2 AND listed = 1 AND stock - locked >= $1',
      params: [quantity, item_id],
      otherwise: () => new ActError('stock_exhausted', { item_id }),
    });
  }
}

/** Gives locked stock back. */
export async function unlockStock(tx: Queries, lines: readonly StockLine[]): Promise<void> {
  const unlocked = inFixedOrder(lines).map(({ quantity, item_id }) =>
    tx.run('UPDATE merchant_items SET locked = locked - $1 WHERE item_id = $2', [quantity, item_id]),
  );
  await together(...unlocked);
}

/** Takes locked stock out for good, because its goods were handed over. */
export function consumeStock(tx: Transaction, lines: readonly StockLine[]): void {
  for (const { quantity, item_id } of inFixedOrder(lines)) {
    tx.finish({
      sql: 'UPDATE merchant_items SET locked = locked - $1, stock = stock - $1 WHERE item_id = $2',
      params: [quantity, item_id],
      otherwise: () => new ActError('internal', { rule: 'item', item_id }),
    });
  }
}

export async function linesOf(read: Queries, outTradeNo: string): Promise<StockLine[]> {
  const rows = await read.all('SELECT item_id, quantity FROM merchant_order_lines WHERE out_trade_no = $1', [
    outTradeNo,
  ]);
  return rows.map((row) => ({ item_id: String(row.item_id), quantity: Number(row.quantity) }));
}

/**
 * Closes orders that were not paid in time and gives their stock back; one whose payment the merchant was told of waits
 * for its agent, and where the money is held no longer than it is. An offer that is good for longer than any was made by a
 * clock that was ahead: nobody pays it now, and its stock does not wait until then. An order is closed by exactly one caller. However many
 * ask at once, there is one look: the others wait for it, and do not each close the same orders again.
 *
 * @param now Unix seconds; the lock ends at pay_before itself
 * @returns how many orders the caller has closed, of those that lapsed first; LAPSE_BATCH or more: there may be others
 * @see OA-ORD-20, OA-ORD-22, OA-ESC-08
 */
export async function lapseOrders(store: Store, now: number): Promise<number> {
  for (let running = looking.get(store); running !== undefined; running = looking.get(store)) {
    if (running.now >= now) {
      await running.look;
      return 0;
    }
    // What ended it is told to those who wait for it.
    await running.look.catch(() => undefined);
  }
  const look = lapseDue(store, now).finally(() => looking.delete(store));
  looking.set(store, { now, look });
  return look;
}

async function lapseDue(store: Store, now: number): Promise<number> {
  const due = await store.read.all(
    // A limit that is a parameter would have SQLite plan the statement anew each time.
    `SELECT out_trade_no FROM (SELECT out_trade_no FROM merchant_orders
       WHERE state = 'LOCKED' AND paid_at IS NULL AND pay_before <= $1
       ORDER BY pay_before, out_trade_no LIMIT ${LAPSE_BATCH}) AS unpaid
     UNION ALL SELECT out_trade_no FROM (SELECT out_trade_no FROM merchant_orders
       WHERE state = 'LOCKED' AND paid_at IS NULL AND pay_before > $2
       ORDER BY pay_before, out_trade_no LIMIT ${LAPSE_BATCH}) AS ahead
     UNION ALL SELECT out_trade_no FROM (SELECT out_trade_no FROM merchant_orders
       WHERE state = 'LOCKED' AND held_until <= $1
       ORDER BY held_until, out_trade_no LIMIT ${LAPSE_BATCH}) AS undelivered`,
    [now, beyondEveryWait(now, QUOTE_LIFETIME_MAX_SECONDS)],
  );
  if (due.length === 0) return 0;
  return store.transact(async (tx) => {
    let closed = 0;
    const lines: StockLine[] = [];
    for (const row of due) {
      const outTradeNo = String(row.out_trade_no);
      const { changes } = await tx.run(
        `UPDATE merchant_orders SET state = 'CLOSED'
         WHERE out_trade_no = $1 AND state = 'LOCKED' AND (paid_at IS NULL OR held_until <= $2)`,
        [outTradeNo, now],
      );
      if (changes !== 1) continue;
      lines.push(...(await linesOf(tx, outTradeNo)));
      closed += 1;
    }
    // Orders first, then items, in the order in which everybody takes them.
    await unlockStock(tx, lines);
    return closed;
  });
}

function inFixedOrder(lines: readonly StockLine[]): StockLine[] {
  return [...lines].sort((left, right) => (left.item_id < right.item_id ? -1 : 1));
}
