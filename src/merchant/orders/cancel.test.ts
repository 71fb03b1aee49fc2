import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import {
  type Answer,
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

const all = orderOf({ lines: [{ item_id: 'G123-2', quantity: 3 }], expected_amount: '1660.50' });
const orderNo = (quote: string) => readMessage('quote', quote).claims.out_trade_no;

async function cancel(no: string, changes: object = {}, by = world.actors.agent): Promise<Answer> {
  const claims = { action: 'order.cancel', target: no, ...changes } as const;
  return post(world, `/orders/${no}/cancel`, { command: await command(world, claims, by) });
}

async function stock(): Promise<number> {
  return (await get(world, '/catalogue')).body.items[0].stock;
}

describe('OA-ORD-21 POST /orders/{no}/cancel', () => {
  test('gives the stock back at once, to somebody else too, and is harmless twice', async () => {
    const { quote } = await quoted(world, all);
    expect(await stock()).toBe(0);
    expect((await post(world, '/quotes', await quoteBody(world))).body.code).toBe('stock_exhausted');
    const { status, body } = await cancel(orderNo(quote));
    expect([status, body.state]).toEqual([200, 'CLOSED']);
    expect(await stock()).toBe(3);
    expect((await cancel(orderNo(quote))).body.state).toBe('CLOSED');
    expect(await stock()).toBe(3);
  });

  test('a released order stays released', async () => {
    const { quote } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    expect((await release(world, quote, receipt)).status).toBe(200);
    expect((await cancel(orderNo(quote))).body.code).toBe('order_already_released');
    expect((await release(world, quote, receipt)).status).toBe(200);
    expect(await stock()).toBe(2);
  });

  test('a lapsed order stays closed, and its stock comes back once', async () => {
    const { quote } = await quoted(world, all);
    world.time.now += 900;
    expect(await stock()).toBe(3);
    expect((await cancel(orderNo(quote))).body.state).toBe('CLOSED');
    expect(await stock()).toBe(3);
  });

  test('paid all the same: the goods if they are still there, the money back if not', async () => {
    const first = await quoted(world, all);
    await cancel(orderNo(first.quote));
    expect((await release(world, first.quote, await receiptFor(world, first.quote))).status).toBe(200);
    expect(await stock()).toBe(0);
  });

  test('another key, another sender, another order, another action', async () => {
    const { quote } = await quoted(world);
    const no = orderNo(quote);
    expect((await cancel(no, {}, world.actors.otherAgent)).body.code).toBe('command_signature_invalid');
    expect((await cancel(no, { iss: IDS.otherAgent })).body.code).toBe('command_not_permitted');
    expect((await cancel(no, { target: 'ord_other' })).body.code).toBe('command_target_mismatch');
    expect((await cancel(no, { action: 'order.read' })).body.code).toBe('command_target_mismatch');
    expect((await cancel('ord_none')).body.code).toBe('order_unknown');
    expect(await stock()).toBe(2);
    expect((await cancel(no)).status).toBe(200);
    expect(await stock()).toBe(3);
  });
});
