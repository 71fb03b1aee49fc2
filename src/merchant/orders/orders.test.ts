import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import {
  command,
  createMerchantWorld,
  get,
  type MerchantWorld,
  orderOf,
  quoted,
  receiptFor,
  release,
  testConfig,
} from '../testing/world.ts';

let world: MerchantWorld;
beforeAll(async () => {
  const items = testConfig().items.map((item) => ({ ...item, stock: 1_000 }));
  world = await createMerchantWorld({ items });
});
afterAll(() => world.close());

const orderNo = (quote: string) => readMessage('quote', quote).claims.out_trade_no;

describe('POST /orders/{no}/release', () => {
  test('hands out one code for each unit, and the same ones again for the same receipt', async () => {
    const order = orderOf({ lines: [{ item_id: 'G123-2', quantity: 2 }], expected_amount: '1107.00' });
    const { quote } = await quoted(world, order);
    const receipt = await receiptFor(world, quote);
    const first = await release(world, quote, receipt);
    expect(first.status).toBe(200);
    expect(first.body.goods).toHaveLength(2);
    expect(new Set(first.body.goods.map(({ code }: { code: string }) => code)).size).toBe(2);
    const again = await release(world, quote, receipt);
    expect([again.status, again.body.goods]).toEqual([200, first.body.goods]);
  });

  test('another receipt for the same order gets nothing', async () => {
    const { quote } = await quoted(world);
    expect((await release(world, quote, await receiptFor(world, quote))).status).toBe(200);
    const { status, body } = await release(world, quote, await receiptFor(world, quote));
    expect([status, body.code, body.requirement]).toEqual([409, 'order_already_released', 'OA-ORD-02']);
  });

  test('parallel releases with one receipt hand out the same goods', async () => {
    const { quote } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    const answers = await Promise.all(Array.from({ length: 6 }, () => release(world, quote, receipt)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.goods))).size).toBe(1);
  });

  test('the same command is taken once', async () => {
    const { quote } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    const once = { jti: 'cmd-once' };
    expect((await release(world, quote, receipt, once)).status).toBe(200);
    expect((await release(world, quote, receipt, once)).body.code).toBe('command_duplicate');
  });
});

describe('a release is refused for', () => {
  test('an order that is not known', async () => {
    const { quote } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    const other = await signMessage(
      'quote',
      { ...readMessage('quote', quote).claims, out_trade_no: 'ord-nowhere' },
      world.actors.merchant.signer,
    );
    expect((await release(world, other, receipt)).body.code).toBe('order_unknown');
  });

  test.each([
    ['another seller', 'receipt_audience_mismatch', { aud: IDS.otherMerchant }],
    ['another merchant’s order', 'receipt_order_mismatch', { merchant: IDS.otherMerchant }],
    ['another order number', 'receipt_order_mismatch', { out_trade_no: 'ord-other' }],
    ['another amount', 'receipt_order_mismatch', { amount: '1.00', payer_amount: '1.00' }],
    ['another payee', 'receipt_order_mismatch', { payee: { account: 'acct-thief', psp_id: IDS.psp } }],
    ['an order that is not paid', 'receipt_state_not_paid', { state: 'WAIT_BUYER_PAY' as const }],
    ['a proof that has run out', 'receipt_expired', { exp: WORLD_NOW }],
  ])('a receipt for %s', async (_name, code, changes) => {
    const { quote } = await quoted(world);
    expect((await release(world, quote, await receiptFor(world, quote, changes))).body.code).toBe(code);
    expect((await release(world, quote, await receiptFor(world, quote))).status).toBe(200);
  });

  test('a receipt given to another agent, or another quote', async () => {
    const { quote } = await quoted(world);
    const stolen = await receiptFor(world, quote, { agent_jkt: world.actors.otherAgent.jkt });
    expect((await release(world, quote, stolen)).body.code).toBe('receipt_holder_mismatch');
    const otherQuote = (await quoted(world)).quote;
    const forOther = await receiptFor(world, quote, { quote_digest: await digestOfJws(otherQuote) });
    expect((await release(world, quote, forOther)).body.code).toBe('receipt_order_mismatch');
  });

  test('OA-ORD-02 a payment that has bought another order already', async () => {
    const [first, second] = [(await quoted(world)).quote, (await quoted(world)).quote];
    const trade_no = 'trd-twice';
    expect((await release(world, first, await receiptFor(world, first, { trade_no }))).status).toBe(200);
    const { status, body } = await release(world, second, await receiptFor(world, second, { trade_no }));
    expect([status, body.code]).toEqual([403, 'receipt_order_mismatch']);
    expect((await release(world, second, await receiptFor(world, second))).status).toBe(200);
  });

  test('a receipt that the payment service did not sign', async () => {
    const { quote } = await quoted(world);
    const { claims } = readMessage('receipt', await receiptFor(world, quote));
    const forged = await signMessage('receipt', claims, world.actors.otherMerchant.signer);
    expect((await release(world, quote, forged)).body.code).toBe('x509_chain_broken');
  });

  test('somebody who has the receipt and not the agent’s key', async () => {
    const { quote } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    const thief = world.actors.otherAgent;
    expect((await release(world, quote, receipt, {}, thief)).body.code).toBe('command_signature_invalid');
    expect((await release(world, quote, receipt, { iss: IDS.otherAgent })).body.code).toBe(
      'command_not_permitted',
    );
    const digest = await digestOfJws(quote);
    expect((await release(world, quote, receipt, { params: { digest } })).body.code).toBe(
      'command_target_mismatch',
    );
    expect((await release(world, quote, receipt)).status).toBe(200);
  });
});

describe('GET /orders/{no}', () => {
  const read = (no: string) => ({ action: 'order.read', target: no }) as const;

  test('shows the order and its goods to its agent alone', async () => {
    const { quote } = await quoted(world);
    const no = orderNo(quote);
    expect((await get(world, `/orders/${no}`, await command(world, read(no)))).body.state).toBe('LOCKED');
    const { body } = await release(world, quote, await receiptFor(world, quote));
    const shown = await get(world, `/orders/${no}`, await command(world, read(no)));
    expect(shown.body).toMatchObject({ state: 'RELEASED', trade_no: body.trade_no, goods: body.goods });
    const other = await command(world, read(no), world.actors.otherAgent);
    expect((await get(world, `/orders/${no}`, other)).body.code).toBe('command_signature_invalid');
    expect((await get(world, `/orders/${no}`)).body.code).toBe('command_missing');
    const used = await command(world, read(no));
    expect((await get(world, `/orders/${no}`, used)).status).toBe(200);
    expect((await get(world, `/orders/${no}`, used)).body.code).toBe('command_duplicate');
  });
});

describe('a release after the lock has lapsed', () => {
  async function lapsed(stock: number, coupons = testConfig().coupons ?? [], order = orderOf()) {
    const items = testConfig().items.map((item) => ({ ...item, stock }));
    const fresh = await createMerchantWorld({ items, coupons });
    const { quote } = await quoted(fresh, order);
    const receipt = await receiptFor(fresh, quote);
    fresh.time.now += 900;
    return { fresh, quote, receipt };
  }

  test('still delivers from what is left', async () => {
    const { fresh, quote, receipt } = await lapsed(2);
    await quoted(fresh);
    expect((await release(fresh, quote, receipt)).status).toBe(200);
    const { body } = await get(fresh, '/catalogue');
    expect(body.items[0].stock).toBe(0);
    await fresh.close();
  });

  test('sends the money back when nothing is left, once', async () => {
    const { fresh, quote, receipt } = await lapsed(1);
    await quoted(fresh);
    for (let time = 0; time < 2; time += 1) {
      expect((await release(fresh, quote, receipt)).body.code).toBe('order_closed');
    }
    const rows = await fresh.store.read.all('SELECT action, params FROM merchant_outbox');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.action).toBe('payment.refund');
    expect(JSON.parse(String(rows[0]?.params))).toMatchObject({ amount: '553.50', currency: 'CNY' });
    await fresh.close();
  });

  test('sends nothing back where a coupon has paid for all of it: there is nothing to send', async () => {
    const coupon = { code: 'GIFT', amount: '553.50', currency: 'CNY' };
    const gift = orderOf({ coupon: 'GIFT', expected_amount: '0.00' });
    const { fresh, quote, receipt } = await lapsed(1, [coupon], gift);
    await quoted(fresh);
    for (let time = 0; time < 2; time += 1) {
      expect((await release(fresh, quote, receipt)).body.code).toBe('order_closed');
    }
    const rows = await fresh.store.read.all('SELECT action, state FROM merchant_outbox');
    expect(rows).toMatchObject([{ action: 'payment.refund', state: 'DONE' }]);
    await fresh.close();
  });
});

test('the trace names the requirements that were held', async () => {
  const { quote } = await quoted(world);
  await release(world, quote, await receiptFor(world, quote));
  const event = world.trace.filter(({ message }) => message === 'order.release').at(-1);
  expect(event).toMatchObject({ from: IDS.agent, to: IDS.merchant, outcome: 'ok' });
  expect(event?.checks).toEqual(expect.arrayContaining(['OA-RCP-01', 'OA-RCP-02', 'OA-RCP-05', 'OA-CMD-06']));
});

describe('GET /orders/{no}/quote', () => {
  test('shows the offer again with its cart, to the agent that it is made out to and nobody else (OA-PRV-02)', async () => {
    const { quote } = await quoted(world);
    const no = orderNo(quote);
    const path = `/orders/${no}/quote`;
    const shown = await get(world, path, await command(world, { action: 'order.read', target: no }));
    expect([shown.status, shown.body.quote]).toEqual([200, quote]);
    expect(await digestOfObject(shown.body.cart)).toBe(readMessage('quote', quote).claims.cart_digest);
    const { otherAgent } = world.actors;
    const stranger = await command(world, { action: 'order.read', target: no }, otherAgent);
    expect((await get(world, path, stranger)).body.code).toBe('command_signature_invalid');
    expect(
      (await get(world, path, await command(world, { action: 'order.read', target: 'ord-1' }))).body.code,
    ).toBe('command_target_mismatch');
    expect((await get(world, path)).body.code).toBe('command_missing');
  });
});
