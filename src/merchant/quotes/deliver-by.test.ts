import { describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { DAY_SECONDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { lapseOrders } from '../stock.ts';
import {
  createMerchantWorld,
  type MerchantWorld,
  orderOf,
  post,
  quoted,
  receiptFor,
  release,
  testConfig,
} from '../testing/world.ts';

const TEA = orderOf({ lines: [{ item_id: 'tea-1', quantity: 3 }], expected_amount: '54.00' });
const BOTH = orderOf({
  lines: [
    { item_id: 'tea-1', quantity: 1 },
    { item_id: 'G123-2', quantity: 1 },
  ],
  expected_amount: '571.50',
});

async function inWorld(
  changes: Parameters<typeof createMerchantWorld>[0],
  work: (world: MerchantWorld) => Promise<void>,
): Promise<void> {
  const world = await createMerchantWorld(changes);
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

async function claimsFor(world: MerchantWorld, order: typeof TEA) {
  return readMessage('quote', (await quoted(world, order)).quote).claims;
}

/** The tea of this shop has no time of delivery, its trains have. */
describe('the deliver_by of a quote (OA-ESC-08)', () => {
  test('is said in escrow where the item has none, and otherwise not', async () => {
    await inWorld({ settlement: 'ESCROW' }, async (world) => {
      const { deliver_by: deliverBy = '', exp } = await claimsFor(world, TEA);
      expect(parseUtcSeconds(deliverBy)).toBe(exp + 15 * DAY_SECONDS);
    });
    await inWorld({}, async (world) => expect((await claimsFor(world, TEA)).deliver_by).toBeUndefined());
  });

  test('is that of the items where all have one', async () => {
    const due = formatUtcSeconds(WORLD_NOW + DAY_SECONDS);
    for (const settlement of ['DIRECT', 'ESCROW'] as const)
      await inWorld({ settlement }, async (world) =>
        expect((await claimsFor(world, orderOf())).deliver_by).toBe(due),
      );
  });

  test('is not before that of any item', async () => {
    const due = formatUtcSeconds(WORLD_NOW + 40 * DAY_SECONDS);
    const items = testConfig().items.map((item) =>
      item.item_id === 'G123-2' ? { ...item, deliver_by: due } : item,
    );
    await inWorld({ settlement: 'ESCROW', items }, async (world) =>
      expect((await claimsFor(world, BOTH)).deliver_by).toBe(due),
    );
  });

  test('frees the stock of whoever never comes', async () => {
    await inWorld({ settlement: 'ESCROW' }, async (world) => {
      const { quote } = await quoted(world, TEA);
      expect(
        (await post(world, '/payment-results', { receipt: await receiptFor(world, quote) })).status,
      ).toBe(200);
      world.time.now += 14 * DAY_SECONDS;
      expect(await lapseOrders(world.store, world.time.now)).toBe(0);
      world.time.now += 2 * DAY_SECONDS;
      expect(await lapseOrders(world.store, world.time.now)).toBe(1);
      const { quote: next } = await quoted(world, TEA);
      expect((await release(world, next, await receiptFor(world, next))).body.goods).toHaveLength(3);
    });
  });
});
