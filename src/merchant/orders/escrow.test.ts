import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import {
  command,
  createMerchantWorld,
  type MerchantWorld,
  type PspAnswer,
  post,
  quoted,
  receiptFor,
  release,
  testConfig,
} from '../testing/world.ts';

const items = testConfig().items.map((item) => ({ ...item, stock: 1_000 }));
const problem = (code: string, status: number, retryability: string): ReturnType<PspAnswer> => ({
  status,
  body: {
    type: `urn:openact:problem:${code}`,
    title: 'No.',
    status,
    code,
    requirement: 'PSD-PAY-A402-20',
    retryability,
    valid_next_actions: [],
  },
});
const standing =
  (state: string): PspAnswer =>
  (_url, { target }) => ({ status: 200, body: { trade_no: target, state } });

describe('goods that are paid into escrow (OA-ESC-06)', () => {
  let world: MerchantWorld;
  beforeAll(async () => {
    world = await createMerchantWorld({ items, settlement: 'ESCROW' });
  });
  beforeEach(() => {
    world.psp.commands.length = 0;
  });
  afterAll(() => world.close());

  async function paid(): Promise<{ readonly quote: string; readonly receipt: string }> {
    const { quote } = await quoted(world);
    return { quote, receipt: await receiptFor(world, quote) };
  }

  test.each(['WAIT_BUYER_RECEIPT', 'TRADE_FINISHED'])(
    'go out once the payment service has taken the word of it: %s',
    async (state) => {
      world.psp.answer = standing(state);
      const { quote, receipt } = await paid();
      expect((await release(world, quote, receipt)).body.goods).toHaveLength(1);
      const { trade_no: target } = readMessage('receipt', receipt).claims;
      expect(world.psp.commands[0]).toMatchObject({ action: 'fulfilment.confirm', target });
      const asked = world.psp.commands.length;
      expect((await release(world, quote, receipt)).status).toBe(200);
      expect(world.psp.commands).toHaveLength(asked);
    },
  );

  test.each<[string, PspAnswer]>([
    ['refuses the word', () => problem('trade_transition_illegal', 409, 'query_first')],
    ['has closed the trade', standing('TRADE_CLOSED')],
  ])('stay where they are when the money goes back: the service %s', async (_what, answer) => {
    const { quote, receipt } = await paid();
    world.psp.answer = answer;
    for (const _ of ['now', 'again']) {
      const { status, body } = await release(world, quote, receipt);
      expect([status, body.code, body.goods]).toEqual([409, 'order_closed', undefined]);
    }
  });

  const cancel = async (quote: string) => {
    const target = readMessage('quote', quote).claims.out_trade_no;
    const order = await command(world, { action: 'order.cancel', target });
    expect((await post(world, `/orders/${target}/cancel`, { command: order })).status).toBe(200);
  };
  const free = async () => {
    const row = await world.store.read.get('SELECT MIN(stock - locked) AS free FROM merchant_items');
    return Number(row?.free);
  };
  const told = () => world.psp.commands.map(({ action }) => action);

  test('are not said to be delivered when the order was closed and somebody else has its stock: the money goes back (OA-ESC-09)', async () => {
    world.psp.answer = standing('WAIT_BUYER_RECEIPT');
    const { quote, receipt } = await paid();
    await cancel(quote);
    await world.store.transact((tx) => tx.run('UPDATE merchant_items SET locked = stock'));
    for (const _ of ['now', 'again']) {
      const { status, body } = await release(world, quote, receipt);
      expect([status, body.code, body.goods]).toEqual([409, 'order_closed', undefined]);
    }
    expect(told()).not.toContain('fulfilment.confirm');
    const { trade_no: trade } = readMessage('receipt', receipt).claims;
    const sent = await world.store.read.all('SELECT action FROM merchant_outbox WHERE trade_no = $1', [
      trade,
    ]);
    expect(sent).toEqual([{ action: 'payment.refund' }]);
    await world.store.transact((tx) => tx.run('UPDATE merchant_items SET locked = 0'));
  });

  test('go out of an order that was closed when there is stock: it is taken once, before the word is given', async () => {
    const { quote, receipt } = await paid();
    await cancel(quote);
    const before = await free();
    world.psp.answer = () => undefined;
    expect((await release(world, quote, receipt)).body.code).toBe('peer_unreachable');
    expect(await free()).toBe(before - 1);
    world.psp.answer = standing('WAIT_BUYER_RECEIPT');
    expect((await release(world, quote, receipt)).body.goods).toHaveLength(1);
    expect(await free()).toBe(before - 1);
  });

  test.each<[string, string, PspAnswer]>([
    ['does not answer', 'peer_unreachable', () => undefined],
    [
      'objects to something else',
      'peer_answer_invalid',
      () => problem('command_duplicate', 409, 'new_request'),
    ],
    [
      'answers of another trade',
      'peer_answer_invalid',
      () => ({ status: 200, body: { trade_no: 'trd-other', state: 'WAIT_BUYER_RECEIPT' } }),
    ],
  ])('wait while nobody knows: the service %s', async (_what, code, answer) => {
    const { quote, receipt } = await paid();
    world.psp.answer = answer;
    expect((await release(world, quote, receipt)).body.code).toBe(code);
    world.psp.answer = standing('WAIT_BUYER_RECEIPT');
    expect((await release(world, quote, receipt)).body.goods).toHaveLength(1);
  });
});

test('goods whose money the merchant has go out against the receipt alone', async () => {
  const world = await createMerchantWorld({ items });
  try {
    world.psp.answer = () => undefined;
    const { quote } = await quoted(world);
    expect((await release(world, quote, await receiptFor(world, quote))).body.goods).toHaveLength(1);
  } finally {
    await world.close();
  }
});
