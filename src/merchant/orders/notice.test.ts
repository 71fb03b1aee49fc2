import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { lapseOrders } from '../stock.ts';
import {
  command,
  createMerchantWorld,
  get,
  type MerchantWorld,
  orderOf,
  post,
  quoteBody,
  quoted,
  receiptFor,
  release,
} from '../testing/world.ts';

let world: MerchantWorld;
beforeEach(async () => {
  world = await createMerchantWorld();
});
afterEach(() => world.close());

const ALL = orderOf({ lines: [{ item_id: 'G123-2', quantity: 3 }], expected_amount: '1660.50' });
const LATER = 86_400 / 2;

const tell = (receipt: string) => post(world, '/payment-results', { receipt });
const orderNo = (quote: string) => readMessage('quote', quote).claims.out_trade_no;

async function view(quote: string) {
  const no = orderNo(quote);
  return (await get(world, `/orders/${no}`, await command(world, { action: 'order.read', target: no }))).body;
}

describe('POST /payment-results', () => {
  test('is taken note of, again as the same, and hands nothing out (PSD-PAY-DEL-20)', async () => {
    const { quote } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    const { trade_no } = readMessage('receipt', receipt).claims;
    const answer = { status: 200, body: { out_trade_no: orderNo(quote), trade_no } };
    expect(await tell(receipt)).toEqual(answer);
    expect(await tell(receipt)).toEqual(answer);
    const shown = await view(quote);
    expect(shown).toMatchObject({ state: 'LOCKED', trade_no });
    expect(shown.paid_at).toBeDefined();
    expect(shown.goods).toBeUndefined();
    // The agent comes with the same receipt, and has the goods.
    expect((await release(world, quote, receipt)).body.goods).toHaveLength(1);
    expect(await tell(receipt)).toEqual(answer);
  });

  test('keeps the stock for the order, however late its agent comes (OA-ORD-22)', async () => {
    const { quote } = await quoted(world, ALL);
    const receipt = await receiptFor(world, quote);
    await tell(receipt);
    world.time.now += LATER;
    expect(await lapseOrders(world.store, world.time.now)).toBe(0);
    expect((await view(quote)).state).toBe('LOCKED');
    expect((await release(world, quote, receipt)).body.goods).toHaveLength(3);
  });

  test('keeps it until deliver_by where the money is held, which goes back then (OA-ORD-22, OA-ESC-06)', async () => {
    const held = await createMerchantWorld({ settlement: 'ESCROW' });
    try {
      const { quote } = await quoted(held, ALL);
      await post(held, '/payment-results', { receipt: await receiptFor(held, quote) });
      const due = parseUtcSeconds(readMessage('quote', quote).claims.deliver_by ?? '');
      held.time.now = due - 1;
      expect(await lapseOrders(held.store, held.time.now)).toBe(0);
      expect((await post(held, '/quotes', await quoteBody(held, ALL))).body.code).toBe('stock_exhausted');
      held.time.now = due;
      expect(await lapseOrders(held.store, held.time.now)).toBe(1);
      expect(await lapseOrders(held.store, held.time.now)).toBe(0);
      expect((await post(held, '/quotes', await quoteBody(held, ALL))).status).toBe(201);
    } finally {
      await held.close();
    }
  });

  test('and without it the stock comes back when the quote runs out (OA-ORD-20)', async () => {
    const { quote } = await quoted(world, ALL);
    world.time.now += LATER;
    expect(await lapseOrders(world.store, world.time.now)).toBe(1);
    expect((await view(quote)).state).toBe('CLOSED');
  });

  test('of another amount, another order, another merchant or another signer changes nothing', async () => {
    const { quote } = await quoted(world);
    const { quote: other } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    const claims = { trade_no: readMessage('receipt', receipt).claims.trade_no };
    const bad = [
      await receiptFor(world, quote, { payer_amount: '1.00' }),
      await receiptFor(world, quote, { aud: IDS.otherMerchant }),
      await receiptFor(world, quote, { out_trade_no: 'order-nobody-placed' }),
      `${receipt.slice(0, receipt.lastIndexOf('.') + 1)}${'A'.repeat(86)}`,
    ];
    for (const one of bad) expect((await tell(one)).status).toBeGreaterThanOrEqual(400);
    expect((await view(quote)).paid_at).toBeUndefined();
    expect((await tell(receipt)).status).toBe(200);
    // One payment is of one order, and one order has one payment.
    expect((await release(world, quote, receipt)).status).toBe(200);
    expect((await tell(await receiptFor(world, other, claims))).body.code).toBe('receipt_order_mismatch');
    expect((await tell(await receiptFor(world, quote))).body.code).toBe('receipt_order_mismatch');
    expect((await tell(await receiptFor(world, other))).status).toBe(200);
  });

  test('one payment buys one order, and the first that it was told for (OA-RCP-01, OA-ORD-22)', async () => {
    const [{ quote: first }, { quote: second }] = [await quoted(world), await quoted(world)];
    const trade_no = 'trd-told-twice';
    const receipt = await receiptFor(world, first, { trade_no });
    const again = await receiptFor(world, second, { trade_no });
    expect((await tell(receipt)).status).toBe(200);
    expect((await tell(again)).body.code).toBe('receipt_order_mismatch');
    expect((await view(second)).paid_at).toBeUndefined();
    expect((await release(world, second, again)).body.code).toBe('receipt_order_mismatch');
    expect((await release(world, first, receipt)).body.goods).toHaveLength(1);
    expect((await release(world, second, await receiptFor(world, second))).body.goods).toHaveLength(1);
  });

  test('one order is bought by the payment that it was told of, and by no second one', async () => {
    const { quote } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    expect((await tell(receipt)).status).toBe(200);
    expect((await release(world, quote, await receiptFor(world, quote))).body.code).toBe(
      'receipt_order_mismatch',
    );
    expect((await view(quote)).goods).toBeUndefined();
    expect((await release(world, quote, receipt)).body.goods).toHaveLength(1);
    expect((await release(world, quote, await receiptFor(world, quote))).body.code).toBe(
      'order_already_released',
    );
  });
});
