import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import type { MerchantConfig } from '../config.ts';
import { merchantMigrations } from '../migrations.ts';
import { lapseOrders } from '../stock.ts';
import { createMerchantWorld, orderOf, post, quoted, receiptFor } from '../testing/world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-held-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ALL = orderOf({ lines: [{ item_id: 'G123-2', quantity: 3 }], expected_amount: '1660.50' });
const TABLES = ['merchant_orders', 'merchant_order_lines', 'merchant_items'];
const LATER = ['held_until', 'held_unread'];

async function copy(table: string, from: Store, to: Store): Promise<void> {
  for (const row of await from.read.all(`SELECT * FROM ${table}`)) {
    const columns = Object.keys(row).filter((name) => !LATER.includes(name));
    const places = columns.map((_, at) => `$${at + 1}`);
    await to.transact((tx) =>
      tx.run(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
        columns.map((name) => row[name] ?? null),
      ),
    );
  }
}

/** A database as it was before the time was written down, with one order that was paid and not fetched. */
async function paidBefore(changes: Partial<MerchantConfig>) {
  const location = join(folder, 'merchant.db');
  const first = merchantMigrations.findIndex(({ id }) => id === 'merchant-orders-5-held-until');
  const old = await openStore(location, merchantMigrations.slice(0, first));
  const world = await createMerchantWorld(changes);
  const { quote } = await quoted(world, ALL);
  expect((await post(world, '/payment-results', { receipt: await receiptFor(world, quote) })).status).toBe(
    200,
  );
  for (const table of TABLES) await copy(table, world.store, old);
  await world.close();
  await old.close();
  return { location, due: parseUtcSeconds(readMessage('quote', quote).claims.deliver_by ?? '') };
}

describe('an order that was paid before its server wrote down until when the money is held', () => {
  test('is held until then, and its stock comes back (OA-ESC-08)', async () => {
    const { location, due } = await paidBefore({ settlement: 'ESCROW' });
    const world = await createMerchantWorld({ settlement: 'ESCROW' }, undefined, location);
    try {
      expect(await lapseOrders(world.store, due - 1)).toBe(0);
      expect(await lapseOrders(world.store, due)).toBe(1);
    } finally {
      await world.close();
    }
  });

  test('keeps its stock for good where nothing is held (OA-ORD-22)', async () => {
    const { location, due } = await paidBefore({});
    const world = await createMerchantWorld({}, undefined, location);
    try {
      expect(await lapseOrders(world.store, due)).toBe(0);
      expect(await world.store.read.all('SELECT held_until, held_unread FROM merchant_orders')).toEqual([
        { held_until: null, held_unread: null },
      ]);
    } finally {
      await world.close();
    }
  });
});
