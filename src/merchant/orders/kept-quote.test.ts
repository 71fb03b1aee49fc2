/** Open orders whose own offer, signed by an older version, does not fit the schema of this one any more. */
import { afterEach, describe, expect, test } from 'vitest';
import { digestOfJws } from '../../protocol/digest/index.ts';
import type { JsonObject } from '../../protocol/json/index.ts';
import { signJws } from '../../protocol/jws/index.ts';
import { readMessage, TYP } from '../../protocol/messages/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import type { MerchantConfig } from '../config.ts';
import { lapseOrders } from '../stock.ts';
import {
  createMerchantWorld,
  type MerchantWorld,
  post,
  quoted,
  receiptFor,
  release,
} from '../testing/world.ts';
import { readHeldBefore } from './held-before.ts';

let world: MerchantWorld;
afterEach(() => world.close());

/** Joined by U+200D: a discount could be called so until it had to be characters that can be seen. */
const FAMILY = '\u{1f468}\u200d\u{1f467} family';

/** An order as an older version left it. @returns its offer as it would be signed now, and as it was signed */
async function orderedBefore(changes: Partial<MerchantConfig> = {}) {
  world = await createMerchantWorld(changes);
  const { quote } = await quoted(world);
  const { claims } = readMessage('quote', quote);
  const discounts = [{ funder: IDS.merchant, amount: '0.00', label: FAMILY }];
  const payload = { ...claims, discounts } as unknown as JsonObject;
  const kept = await signJws({ typ: TYP.quote, payload, signer: world.actors.merchant.signer });
  await world.store.transact((tx) => tx.run('UPDATE merchant_orders SET quote = $1', [kept]));
  expect(() => readMessage('quote', kept)).toThrow('schema');
  return { quote, kept, due: parseUtcSeconds(claims.deliver_by ?? '') };
}

describe('an order whose offer has the form of an older version', () => {
  test('is taken note of when it is paid, and handed out (OA-ORD-01, OA-ORD-22)', async () => {
    const { quote, kept } = await orderedBefore();
    const receipt = await receiptFor(world, quote, { quote_digest: await digestOfJws(kept) });
    expect((await post(world, '/payment-results', { receipt })).status).toBe(200);
    expect((await release(world, quote, receipt)).body.goods).toHaveLength(1);
  });

  test('is handed out against its own receipt only', async () => {
    const { quote } = await orderedBefore();
    const { body } = await release(world, quote, await receiptFor(world, quote));
    expect(body.code).toBe('receipt_order_mismatch');
  });

  test('keeps no server from its start, and its stock comes back (OA-ESC-08)', async () => {
    const { due } = await orderedBefore({ settlement: 'ESCROW' });
    await world.store.transact((tx) =>
      tx.run('UPDATE merchant_orders SET paid_at = 1, held_until = NULL, held_unread = 1'),
    );
    await readHeldBefore(world.store);
    expect(await lapseOrders(world.store, due - 1)).toBe(0);
    expect(await lapseOrders(world.store, due)).toBe(1);
  });
});
