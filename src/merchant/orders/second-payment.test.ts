import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { engines, type TestDatabase } from '../../store/testing/engines.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import {
  command,
  createMerchantWorld,
  get,
  type MerchantWorld,
  orderOf,
  PSP_URL,
  post,
  quoted,
  receiptFor,
  release,
  SECOND_PSP,
} from '../testing/world.ts';

/** Two payment services may be paid at: neither knows of the other, so that one order can be paid at both. */
const psps = [
  { psp_id: IDS.psp, endpoint: PSP_URL, method_schema_url: `${PSP_URL}/method.json` },
  { psp_id: SECOND_PSP.id, endpoint: SECOND_PSP.url, method_schema_url: `${SECOND_PSP.url}/method.json` },
];
const ALL = orderOf({ lines: [{ item_id: 'G123-2', quantity: 3 }], expected_amount: '1660.50' });
const LATER = 900;

const claimsOf = (receipt: string) => readMessage('receipt', receipt).claims;
const orderNo = (quote: string) => readMessage('quote', quote).claims.out_trade_no;
/** Where the money of a receipt has to come from. */
const placeOf = (receipt: string) => [claimsOf(receipt).iss, claimsOf(receipt).trade_no];

describe.each(engines)('OA-ORD-23 an order that was paid for twice, on $name', (engine) => {
  let database: TestDatabase;
  let world: MerchantWorld;
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    database = await engine.create();
    const methods = [{ method_id: IDS.method, psps }];
    world = await createMerchantWorld({ methods }, undefined, database.location);
  });
  afterEach(async () => {
    await world.merchant.close();
    await world.close();
    await database.remove();
  });

  /** One receipt of each payment service. */
  async function paidTwice(quote: string): Promise<readonly [first: string, second: string]> {
    return [
      await receiptFor(world, quote),
      await receiptFor(world, quote, { iss: SECOND_PSP.id }, world.secondPsp),
    ];
  }

  const tell = (receipt: string) => post(world, '/payment-results', { receipt });

  /** The payments that go back: with the amount, by service and trade, in this order. */
  async function refunds(): Promise<unknown[][]> {
    const rows = await world.store.read.all(
      `SELECT psp_id, trade_no, params FROM merchant_outbox WHERE action = 'payment.refund'
       ORDER BY psp_id, trade_no`,
    );
    return rows.map(({ psp_id, trade_no, params }) => [psp_id, trade_no, JSON.parse(String(params)).amount]);
  }

  async function view(quote: string) {
    const no = orderNo(quote);
    return (await get(world, `/orders/${no}`, await command(world, { action: 'order.read', target: no })))
      .body;
  }

  test('one after the other: the second goes back once, and the first has bought the goods', async () => {
    const { quote } = await quoted(world);
    const [first, second] = await paidTwice(quote);
    expect((await release(world, quote, first)).status).toBe(200);
    expect(await refunds()).toEqual([]);
    for (const again of [1, 2]) {
      const { body } = await release(world, quote, second);
      expect([again, body.code]).toEqual([again, 'order_already_released']);
    }
    expect(await refunds()).toEqual([[...placeOf(second), '553.50']]);
    expect((await view(quote)).trade_no).toBe(claimsOf(first).trade_no);
  });

  test('at the same moment: one buys, and the other goes back', async () => {
    const { quote } = await quoted(world);
    const receipts = await paidTwice(quote);
    const answers = await Promise.all(receipts.map((receipt) => release(world, quote, receipt)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const [back] = receipts.filter((_, at) => answers[at]?.status !== 200);
    expect(await refunds()).toEqual([[...placeOf(back ?? ''), '553.50']]);
  });

  test.each(['one after the other', 'at the same moment'])(
    'with the stock gone, %s: both go back, each once',
    async (how) => {
      const { quote } = await quoted(world, ALL);
      const receipts = await paidTwice(quote);
      world.time.now += LATER;
      await quoted(world, ALL);
      const asked = [...receipts, ...receipts].map((receipt) => () => release(world, quote, receipt));
      const answers = [];
      if (how === 'at the same moment') answers.push(...(await Promise.all(asked.map((ask) => ask()))));
      else for (const ask of asked) answers.push(await ask());
      for (const { body } of answers) {
        expect(['order_closed', 'order_already_released']).toContain(body.code);
      }
      expect(await refunds()).toEqual(receipts.map((receipt) => [...placeOf(receipt), '1660.50']));
    },
  );

  test('told by both services: the one that is told second goes back, and is told no different later', async () => {
    const { quote } = await quoted(world);
    const [first, second] = await paidTwice(quote);
    expect((await tell(first)).status).toBe(200);
    for (const again of [1, 2]) {
      expect([again, (await tell(second)).body.code]).toEqual([again, 'receipt_order_mismatch']);
    }
    expect((await release(world, quote, second)).body.code).toBe('receipt_order_mismatch');
    expect(await refunds()).toEqual([[...placeOf(second), '553.50']]);
    expect((await release(world, quote, first)).status).toBe(200);
    expect((await tell(first)).status).toBe(200);
    expect(await refunds()).toHaveLength(1);
  });

  test('told by both at the same moment: one goes back', async () => {
    const { quote } = await quoted(world);
    const receipts = await paidTwice(quote);
    const answers = await Promise.all(receipts.map(tell));
    const back = receipts.filter((_, at) => answers[at]?.status !== 200);
    expect(back).toHaveLength(1);
    expect(await refunds()).toEqual([[...placeOf(back[0] ?? ''), '553.50']]);
  });

  test('told of the first after the second has bought: the first goes back', async () => {
    const { quote } = await quoted(world);
    const [first, second] = await paidTwice(quote);
    expect((await release(world, quote, second)).status).toBe(200);
    expect((await tell(first)).body.code).toBe('receipt_order_mismatch');
    expect(await refunds()).toEqual([[...placeOf(first), '553.50']]);
  });

  test('nothing goes back of a payment that buys: shown with another receipt, for another order, or forged', async () => {
    const [{ quote }, { quote: other }] = [await quoted(world), await quoted(world)];
    const [first, second] = await paidTwice(quote);
    expect((await release(world, quote, first)).status).toBe(200);
    const trade = { trade_no: claimsOf(first).trade_no };
    // The service has signed the same payment again.
    const anew = await receiptFor(world, quote, trade);
    expect((await release(world, quote, anew)).body.code).toBe('order_already_released');
    expect((await tell(anew)).status).toBe(200);
    expect((await release(world, other, await receiptFor(world, other))).status).toBe(200);
    const elsewhere = await receiptFor(world, other, trade);
    expect((await release(world, other, elsewhere)).body.code).toBe('receipt_order_mismatch');
    expect((await tell(elsewhere)).body.code).toBe('receipt_order_mismatch');
    const forged = await receiptFor(world, quote, { iss: SECOND_PSP.id });
    expect((await release(world, quote, forged)).body.code).toBe('x509_name_mismatch');
    expect((await tell(forged)).body.code).toBe('x509_name_mismatch');
    expect(await refunds()).toEqual([]);
    expect((await release(world, quote, second)).body.code).toBe('order_already_released');
    expect(await refunds()).toHaveLength(1);
  });

  test('what went back buys no other order', async () => {
    const [{ quote }, { quote: other }] = [await quoted(world), await quoted(world)];
    const [first, second] = await paidTwice(quote);
    await release(world, quote, first);
    await release(world, quote, second);
    const { trade_no } = claimsOf(second);
    const again = await receiptFor(world, other, { iss: SECOND_PSP.id, trade_no }, world.secondPsp);
    expect((await release(world, other, again)).body.code).toBe('receipt_order_mismatch');
    expect((await tell(again)).body.code).toBe('receipt_order_mismatch');
    expect((await view(other)).state).toBe('LOCKED');
    expect(await refunds()).toHaveLength(1);
  });

  test('its service is told to give it back, and the order shows the payment that has bought it', async () => {
    const { quote } = await quoted(world);
    const [first, second] = await paidTwice(quote);
    const { body } = await release(world, quote, first);
    await release(world, quote, second);
    const asked: string[] = [];
    world.psp.answer = (url, { action, target }) => {
      asked.push(`${action} ${url}`);
      const state = action === 'payment.refund' ? 'TRADE_CLOSED' : 'WAIT_BUYER_RECEIPT';
      return { status: 200, body: { trade_no: target, state } };
    };
    world.merchant.start();
    const owed = "SELECT outbox_id FROM merchant_outbox WHERE state <> 'DONE'";
    await vi.waitFor(async () => expect(await world.store.read.all(owed)).toEqual([]), { timeout: 60_000 });
    expect(asked).toHaveLength(2);
    expect(new Set(asked)).toEqual(
      new Set([
        `fulfilment.confirm ${PSP_URL}/payments/${claimsOf(first).trade_no}/fulfilment`,
        `payment.refund ${SECOND_PSP.url}/payments/${claimsOf(second).trade_no}/refunds`,
      ]),
    );
    const shown = { ...body, state: 'WAIT_BUYER_RECEIPT' };
    expect((await release(world, quote, first)).body).toEqual(shown);
  });
});
