import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import type { Store } from '../store/index.ts';
import { lapseOrders } from './stock.ts';
import { createMerchantWorld, get, type MerchantWorld } from './testing/world.ts';

const AN_HOUR_MILLISECONDS = 3_600_000;
const PATIENCE = { timeout: 60_000, interval: 20 };
const ITEM = 'G123-2';

let world: MerchantWorld;
beforeEach(async () => {
  world = await createMerchantWorld();
});
afterEach(async () => {
  await world.merchant.close();
  await world.close();
});

/** Orders of one thing each that nobody has paid. @param payBefore Unix seconds */
async function unpaid(count: number, payBefore: number): Promise<void> {
  await world.store.transact(async (tx) => {
    for (let order = 0; order < count; order += 1) {
      const no = `order-${payBefore}-${order}`;
      await tx.run(
        `INSERT INTO merchant_orders (out_trade_no, agent_id, request_id, order_digest, agent_jwk, agent_jkt, quote,
           cart, pay_before, state) VALUES ($1, 'agent', $1, 'd', '{}', 'k', 'q', '{}', $2, 'LOCKED')`,
        [no, payBefore],
      );
      await tx.run('INSERT INTO merchant_order_lines (out_trade_no, item_id, quantity) VALUES ($1, $2, 1)', [
        no,
        ITEM,
      ]);
    }
    await tx.run('UPDATE merchant_items SET stock = stock + $1, locked = locked + $1 WHERE item_id = $2', [
      count,
      ITEM,
    ]);
  });
}

async function locked(): Promise<number> {
  const row = await world.store.read.get('SELECT locked FROM merchant_items WHERE item_id = $1', [ITEM]);
  return Number(row?.locked);
}

/** The same store, with its transactions counted, and ending by themselves as long as `fails`. */
function counting(store: Store) {
  const seen = { transactions: 0, fails: false };
  const counted: Store = Object.assign(Object.create(store), {
    read: store.read,
    transact: ((work) => {
      seen.transactions += 1;
      return seen.fails ? Promise.reject(new ActError('store_unavailable')) : store.transact(work);
    }) satisfies Store['transact'],
  });
  return { counted, seen };
}

describe('orders that lapse (OA-ORD-20)', () => {
  test('are closed by one look, however many ask for it at once', async () => {
    const { counted, seen } = counting(world.store);
    const { now } = world.time;
    await unpaid(3, now);
    const closed = await Promise.all(Array.from({ length: 64 }, () => lapseOrders(counted, now)));
    expect(closed.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(seen.transactions).toBe(1);
    expect(await locked()).toBe(0);
  });

  test('are closed for whoever asks for a later time than the look under way', async () => {
    const { now } = world.time;
    await unpaid(1, now);
    await unpaid(2, now + 1);
    const closed = await Promise.all([now, now + 1, now].map((at) => lapseOrders(world.store, at)));
    expect(closed).toEqual([1, 2, 0]);
    expect(await locked()).toBe(0);
  });

  test('are closed when they are good for longer than any, as a clock that was ahead has made them, and others not', async () => {
    const { now } = world.time;
    const A_DAY = 86_400;
    await unpaid(2, now + A_DAY + 60);
    await unpaid(3, now + A_DAY + 61);
    expect(await lapseOrders(world.store, now)).toBe(3);
    expect(await locked()).toBe(2);
    expect(await lapseOrders(world.store, now + A_DAY + 60)).toBe(2);
    expect(await locked()).toBe(0);
  });

  test('stay locked where the look fails, which all hear who have waited for it, and the next look closes them', async () => {
    const { counted, seen } = counting(world.store);
    const { now } = world.time;
    await unpaid(2, now);
    seen.fails = true;
    const asked = await Promise.allSettled([1, 2, 3].map(() => lapseOrders(counted, now)));
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await locked()).toBe(2);
    seen.fails = false;
    expect(await lapseOrders(counted, now)).toBe(2);
    expect(await locked()).toBe(0);
  });

  test('are closed by the worker without a pause, however many there are', async () => {
    const policy = { first_delay_seconds: 1, max_delay_seconds: 8, max_attempts: 3 };
    const confirmation = { ...policy, poll_milliseconds: AN_HOUR_MILLISECONDS };
    const merchant = await world.restart({ confirmation });
    await unpaid(250, world.time.now);
    merchant.start();
    try {
      await vi.waitFor(async () => expect(await locked()).toBe(0), PATIENCE);
    } finally {
      await merchant.close();
    }
    const { body } = await get(world, '/catalogue');
    expect(body.items).toContainEqual(expect.objectContaining({ item_id: ITEM, stock: 3 + 250 }));
  });
});
