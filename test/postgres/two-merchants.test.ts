import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { merchantMigrations } from '../../src/merchant/migrations.ts';
import { lapseOrders, lockStock } from '../../src/merchant/stock.ts';
import type { Store } from '../../src/store/index.ts';
import { postgres, type TestDatabase } from '../../src/store/testing/engines.ts';
import { openPatiently } from '../../src/store/testing/patient.ts';

const NOW = 1_800_000_000;
const ITEMS = ['a', 'b', 'c'];
const STOCK = 30;

const engine = postgres();
let database: TestDatabase;
let stores: Store[];

beforeAll(() => engine.start());
afterAll(() => engine.stop());

beforeEach(async () => {
  database = await engine.create();
  stores = await Promise.all([1, 2].map(() => openPatiently(database.location, merchantMigrations)));
  await storeFor(0).transact(async (tx) => {
    for (const item of ITEMS) {
      await tx.run('INSERT INTO merchant_items (item_id, listed, stock, locked) VALUES ($1, 1, $2, 0)', [
        item,
        STOCK,
      ]);
    }
  });
});

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await database.remove();
});

function storeFor(index: number): Store {
  const store = stores[index % stores.length];
  if (store === undefined) throw new Error('There is no store.');
  return store;
}

async function locked(): Promise<bigint[]> {
  const rows = await storeFor(0).read.all('SELECT locked FROM merchant_items ORDER BY item_id');
  return rows.map((row) => BigInt(String(row.locked)));
}

test('two merchants’ servers sell a stock once (CID-CART-CFM-15)', async () => {
  const orders = Array.from({ length: 50 }, (_, index) => {
    const lines = (index % 2 === 0 ? ITEMS : ITEMS.toReversed()).map((item_id) => ({ item_id, quantity: 1 }));
    return storeFor(index).transact(async (tx) => lockStock(tx, lines));
  });
  const outcomes = await Promise.allSettled(orders);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(STOCK);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'stock_exhausted' });
  }
  expect(await locked()).toEqual(ITEMS.map(() => BigInt(STOCK)));
});

test('two that close unpaid orders at the same time give their stock back once (OA-ORD-20)', async () => {
  await storeFor(0).transact(async (tx) => {
    for (let order = 0; order < STOCK; order += 1) {
      await tx.run(
        `INSERT INTO merchant_orders (out_trade_no, agent_id, request_id, order_digest, agent_jwk, agent_jkt, quote,
           cart, pay_before, state) VALUES ($1, 'agent', $1, 'd', '{}', 'k', 'q', '{}', $2, 'LOCKED')`,
        [`order-${order}`, NOW - (order % 3)],
      );
      for (const item of ITEMS) {
        await tx.run(
          'INSERT INTO merchant_order_lines (out_trade_no, item_id, quantity) VALUES ($1, $2, 1)',
          [`order-${order}`, item],
        );
      }
    }
    await tx.run('UPDATE merchant_items SET locked = stock');
  });
  const closed = await Promise.all([0, 1, 2, 3].map((index) => lapseOrders(storeFor(index), NOW)));
  expect(closed.reduce((sum, count) => sum + count, 0)).toBe(STOCK);
  expect(await locked()).toEqual(ITEMS.map(() => 0n));
});
