import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../protocol/ports.ts';
import { engines } from '../../../store/testing/engines.ts';
import {
  balances,
  createInstantWorld,
  type InstantOrder,
  type InstantWorld,
  open,
  PAYER,
  read,
  waiting,
} from '../../testing/instant.ts';
import { type Answer, evidence, post, random } from '../../testing/world.ts';
import { auditLedger, fundAccount } from '../index.ts';

type Opened = Answer['body'];

describe.each(engines)('decisions at the cashier that fall at the same moment: $name', (engine) => {
  let instant: InstantWorld;
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    instant = await createInstantWorld({ engine });
  });
  afterEach(async () => {
    expect((await auditLedger(instant.world.store.read)).balanced).toBe(true);
    await instant.close();
  });

  async function openMany(count: number, order: InstantOrder = {}): Promise<Opened[]> {
    const opened: Opened[] = [];
    for (let at = 0; at < count; at += 1) opened.push((await open(instant, order)).body);
    return opened;
  }

  /** Signed first, so that nothing but the decisions themselves runs at once. */
  async function signed(payments: readonly Opened[], decisionOf: (at: number) => 'APPROVE' | 'DENY') {
    const entries = await waiting(instant);
    const answered = payments.map(async ({ confirmation_id: id }, at) => {
      const { challenge } = entries.find(({ confirmation_id }) => confirmation_id === id);
      const decision = decisionOf(at);
      const confirmation = await evidence(instant.world, instant.device, challenge, { decision });
      return () => post(instant.world, `/confirmations/${id}`, { confirmation });
    });
    return Promise.all(answered);
  }

  async function statesOf(payments: readonly Opened[]): Promise<string[]> {
    const answers = await Promise.all(payments.map(({ payment_id }) => read(instant, payment_id)));
    return answers.map(({ body }) => body.code ?? body.status);
  }

  test('PSD-PAY-INS-10 of yes and no one is taken, and the money goes by it', async () => {
    const [payment] = await openMany(1);
    const answers = await signed([payment, payment, payment, payment], (at) => (at % 2 ? 'DENY' : 'APPROVE'));
    const said = await Promise.all(answers.map((send) => send()));
    const taken = said.filter(({ status }) => status === 200).map(({ body }) => body.status);
    expect(taken).toHaveLength(1);
    const isPaid = taken[0] === 'APPROVED';
    expect(await balances(instant)).toEqual(isPaid ? [8_500n, 1_500n] : [10_000n, 0n]);
    expect(await statesOf([payment])).toEqual([isPaid ? 'WAIT_SELLER_FULFILLMENT' : 'confirmation_denied']);
  });

  test('OA-RPL-03 of three payments of one order one is made, and the others are closed', async () => {
    const payments = await openMany(3, { quote: { out_trade_no: newId(random, 'ord') } });
    await Promise.all((await signed(payments, () => 'APPROVE')).map((send) => send()));
    expect(await balances(instant)).toEqual([8_500n, 1_500n]);
    const states = await statesOf(payments);
    expect(states.filter((state) => state === 'WAIT_SELLER_FULFILLMENT')).toHaveLength(1);
    expect(states.filter((state) => state === 'order_paid_otherwise')).toHaveLength(2);
  });

  test('OA-INS-03 what the account does not cover any more is closed, and its evidence is good for nothing else', async () => {
    const payments = await openMany(9);
    const answers = await signed(payments, () => 'APPROVE');
    const said = await Promise.all(answers.map((send) => send()));
    expect(await balances(instant)).toEqual([1_000n, 9_000n]);
    const states = await statesOf(payments);
    expect(states).toEqual(said.map(({ body }) => body.code ?? 'WAIT_SELLER_FULFILLMENT'));
    expect(states.filter((state) => state === 'balance_insufficient')).toHaveLength(3);
    // Whoever was told no may have paid otherwise since.
    const { now } = instant.world.time;
    const money = { currency: 'CNY', minor: 10_000n };
    await instant.world.store.transact((tx) =>
      fundAccount(tx, { accountId: PAYER, money, transferId: 'funding-2', now }),
    );
    const again = await Promise.all(answers.map((send) => send()));
    expect(new Set(again.map(({ body }) => body.code))).toEqual(new Set(['confirmation_decided']));
    expect(await balances(instant)).toEqual([11_000n, 9_000n]);
  });
});
