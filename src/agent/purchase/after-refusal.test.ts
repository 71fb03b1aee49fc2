import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { BANK_URL, PAYER_CODE } from '../testing/bank.ts';
import { refuse } from '../testing/reply.ts';
import { offerAtTill } from '../testing/till.ts';
import {
  type AgentWorld,
  authorisedTask,
  callsTo,
  createAgentWorld,
  failing,
  stateOf,
  trainItem,
  UTTERANCE,
} from '../testing/world.ts';

let world: AgentWorld;
beforeEach(async () => {
  world = await createAgentWorld();
});
afterEach(() => world.close());

const PAYMENTS = `POST ${BANK_URL}/payments`;
const CANCEL = `${UTTERANCE}. If a payment fails, cancel the order`;
const RETRY = `${UTTERANCE}. If a payment fails, retry at most twice`;
const POOR = refuse('balance_insufficient');

async function buying(words: string): Promise<{ task: string; seen: ReturnType<typeof stateOf> }> {
  const task = await authorisedTask(world, words);
  return { task, seen: stateOf(await world.agent.buy(task)) };
}

describe('OA-CART-04 a refused payment ends the purchase where the user said so', () => {
  test('the order is given up at the seller, for good, and the refusal is the reason', async () => {
    world.network.fault = failing('/payments', 1, POOR);
    const { task, seen } = await buying(CANCEL);
    expect(seen).toEqual(['CANCELLED', 'balance_insufficient']);
    const { result } = await world.agent.read(task);
    expect(world.rail.cancelled).toEqual([result?.out_trade_no]);
    expect(world.trace).toContainEqual(
      expect.objectContaining({ to: 'user', message: 'CANCEL', code: 'balance_insufficient' }),
    );
    expect(stateOf(await world.agent.buy(task))[0]).toBe('CANCELLED');
    expect([callsTo(world, PAYMENTS), world.bank.paid.size]).toEqual([1, 0]);
  });

  test('without that it stands still, and its order is kept', async () => {
    world.network.fault = failing('/payments', 1, POOR);
    const { task, seen } = await buying(UTTERANCE);
    expect(seen).toEqual(['REFUSED', 'balance_insufficient']);
    expect(world.rail.cancelled).toEqual([]);
    expect(stateOf(await world.agent.buy(task))[0]).toBe('DONE');
  });

  test('what went through is not ended', async () => {
    expect((await buying(CANCEL)).seen).toEqual(['DONE', undefined]);
    expect(world.rail.cancelled).toEqual([]);
  });

  test('an unknown outcome is no refusal: it is asked about, and what was paid is kept', async () => {
    world.network.fault = (_method, url) =>
      url.endsWith('/payments') ? 'after' : url.endsWith('/query') ? 'before' : undefined;
    const { task, seen } = await buying(CANCEL);
    expect(seen).toEqual(['UNKNOWN', 'peer_unreachable']);
    world.network.fault = () => undefined;
    expect(stateOf(await world.agent.buy(task))[0]).toBe('DONE');
    expect([world.rail.cancelled, world.bank.paid.size]).toEqual([[], 1]);
  });

  test('a process that died after the refusal was written down ends it when it comes back, and never pays', async () => {
    world.network.fault = failing('/payments', 1, POOR);
    const { task } = await buying(CANCEL);
    await world.store.transact((tx) => tx.run("UPDATE agent_purchases SET state = 'REFUSED'"));
    // The quote has run out meanwhile, with which a purchase that was only refused begins anew.
    world.time.now += 961;
    expect(stateOf(await world.restart().buy(task))).toEqual(['CANCELLED', 'balance_insufficient']);
    expect([callsTo(world, PAYMENTS), world.bank.paid.size]).toEqual([1, 0]);
  });

  test('the order of a till is given up too', async () => {
    const task = await authorisedTask(world, CANCEL);
    world.bank.settings.offered = await offerAtTill(world);
    world.network.fault = failing('/payments', 1, POOR);
    expect(stateOf(await world.agent.payCode(task, PAYER_CODE))).toEqual([
      'CANCELLED',
      'balance_insufficient',
    ]);
    const { out_trade_no: order } = readMessage('quote', world.bank.settings.offered ?? '').claims;
    expect(world.rail.cancelled).toEqual([order]);
  });
});

describe('OA-CART-05 a refused payment is tried again where the user said so', () => {
  const requests = () => world.store.read.all('SELECT request_id, out_trade_no FROM agent_payment_requests');

  test.each([
    [0, 'DONE', undefined, 1],
    [1, 'DONE', undefined, 2],
    [2, 'DONE', undefined, 3],
    [3, 'REFUSED', 'balance_insufficient', 3],
  ] as const)('%d refusals, of which two are forgiven: %s', async (refusals, status, code, asked) => {
    world.network.fault = failing('/payments', refusals, POOR);
    expect((await buying(RETRY)).seen).toEqual([status, code]);
    expect(callsTo(world, PAYMENTS)).toBe(asked);
    expect(world.bank.paid.size).toBe(status === 'DONE' ? 1 : 0);
  });

  test('each try is a request of its own for the one order, after a question about those before', async () => {
    world.network.fault = failing('/payments', 2, POOR);
    await buying(RETRY);
    const rows = await requests();
    expect(new Set(rows.map((row) => row.request_id)).size).toBe(3);
    expect(new Set(rows.map((row) => row.out_trade_no)).size).toBe(1);
    const calls = world.network.calls.filter((call) => call.startsWith(PAYMENTS));
    expect(calls.filter((call, index) => call === PAYMENTS && calls[index - 1] === PAYMENTS)).toEqual([]);
  });

  test('the count is of the purchase: no other call and no other process begins it anew', async () => {
    world.network.fault = failing('/payments', 1_000, POOR);
    const { task } = await buying(RETRY);
    expect(callsTo(world, PAYMENTS)).toBe(3);
    // What the user asks for is one try, and nothing is added to it.
    expect(stateOf(await world.restart().buy(task))[0]).toBe('REFUSED');
    expect(callsTo(world, PAYMENTS)).toBe(4);
    world.time.now += 961;
    expect(stateOf(await world.restart().buy(task))[0]).toBe('REFUSED');
    expect(callsTo(world, PAYMENTS)).toBe(5);
  });

  test.each(['risk_refused', 'tool_invalid', 'tool_limit_exceeded'] as const)(
    '%s says that it would not help, and is not tried again',
    async (code) => {
      world.network.fault = failing('/payments', 1, refuse(code));
      expect((await buying(RETRY)).seen).toEqual(['REFUSED', code]);
      expect(callsTo(world, PAYMENTS)).toBe(1);
    },
  );

  test('what counts is the advice of the refusal itself', async () => {
    const final = { ...POOR, body: { ...(POOR.body as object), retryability: 'never' } };
    world.network.fault = failing('/payments', 1, final);
    const { seen } = await buying(RETRY);
    expect(seen).toEqual(['REFUSED', 'balance_insufficient']);
    expect(callsTo(world, PAYMENTS)).toBe(1);
  });

  test('a try that ended in the dark is asked about; what it paid is paid once', async () => {
    let sent = 0;
    world.network.fault = (_method, url) => {
      if (!url.endsWith('/payments')) return undefined;
      sent += 1;
      return sent === 1 ? POOR : 'after';
    };
    expect((await buying(RETRY)).seen).toEqual(['DONE', undefined]);
    expect([sent, world.bank.paid.size]).toEqual([2, 1]);
  });

  test('a query that nobody answers ends the tries', async () => {
    let asked = 0;
    world.network.fault = (_method, url) => {
      if (url.endsWith('/payments')) return POOR;
      if (!url.endsWith('/query')) return undefined;
      asked += 1;
      return 'before';
    };
    expect((await buying(RETRY)).seen).toEqual(['UNKNOWN', 'peer_unreachable']);
    expect(callsTo(world, PAYMENTS)).toBe(1);
    expect(asked).toBeGreaterThan(0);
  });
});

describe('at the cashier', () => {
  const TEA = 'Buy one cup of tea, at most 20 yuan. If the payment fails,';

  async function asking(words: string, decision: 'DENY' | 'LATE') {
    world.rail.settings.items = [trainItem('17.00', { name: 'Bubble tea', category: 'food/drink' })];
    world.bank.settings.atCashier = { decision, looks: 1 };
    const { task_id: task } = await world.agent.draft(`${TEA} ${words}`, { level: 'act:L1' });
    await world.agent.confirm(task);
    await world.agent.read(task);
    return stateOf(await world.agent.buy(task));
  }

  test('OA-CART-05 a user who let it pass is not asked again unasked', async () => {
    expect(await asking('retry twice', 'LATE')).toEqual(['REFUSED', 'confirmation_expired']);
    expect(world.bank.cashier.entered).toHaveLength(1);
  });

  test('OA-CART-04 a no ends the purchase', async () => {
    expect(await asking('cancel it', 'DENY')).toEqual(['CANCELLED', 'confirmation_denied']);
    expect(world.rail.cancelled).toHaveLength(1);
  });
});
