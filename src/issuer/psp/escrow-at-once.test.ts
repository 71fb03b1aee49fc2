/** What the passing of time moves, while merchants and buyers move the same trades, or others. */
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWitnesses, disputeWorld } from '../../../test/disputes/world.ts';
import { engines } from '../../store/testing/engines.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { put } from '../../verifier/testing/changes.ts';
import { ORDER_NO } from '../../verifier/testing/claims.ts';
import type { Changes } from '../../verifier/testing/world.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  FUNDED_MINOR,
  fresh,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  WIDE_MANDATE,
} from './testing/bench.ts';
import { getTrade } from './trades.ts';

const DAY_SECONDS = 86_400;
const DELIVERED_WITHIN = 2 * DAY_SECONDS;
const RECEIVED_WITHIN = 8 * DAY_SECONDS;

describe.each(engines)('money that is held, moved by many at once: $name', (engine) => {
  let actors: Actors;
  let bench: Bench;
  beforeAll(async () => {
    await engine.start();
    actors = await createActors();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    bench = await createBench(actors, WIDE_MANDATE, engine);
  });
  afterEach(async () => {
    expect(await booksBalance(bench)).toBe(true);
    await bench.close();
  });

  async function held(count: number): Promise<string[]> {
    const trades: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const body = await bench.payment({ amount: '10.00', quote: { settlement: 'ESCROW' } });
      trades.push((await bench.psp.pay(body)).trade_no);
    }
    return trades;
  }

  /** Commands of the merchant, signed first: nothing but what they do runs at once. */
  const refunds = (trades: readonly string[]) =>
    Promise.all(
      trades.map(async (target) => {
        const params = { amount: '1.00', currency: 'CNY', refund_id: fresh('refund') };
        const claims = { iss: IDS.merchant, action: 'payment.refund', target, params } as const;
        const command = await bench.command(claims, actors.merchant.signer);
        return () => outcomeOf(bench.psp.refund(target, command));
      }),
    );

  test('OA-ESC-06 what goes back and what is refunded of it meanwhile is the whole, once', async () => {
    const trades = await held(8);
    bench.now += DELIVERED_WITHIN;
    const sent = await refunds(trades);
    const services = [bench.psp, bench.service(bench.store)];
    const given = services.map((psp) => outcomeOf(psp.returnUndelivered()));
    const told = await Promise.all(sent.map((send) => send()));
    expect(await Promise.all(given)).toEqual(['ok', 'ok']);
    expect(told.filter((one) => one !== 'ok' && one !== 'refund_over_captured')).toEqual([]);
    expect([await bench.balance('escrow:CNY'), await bench.balance(PAYER_ACCOUNT)]).toEqual([
      0n,
      FUNDED_MINOR,
    ]);
  });

  test('OA-ESC-05 what is released, and what is refunded of it meanwhile, is the whole, once', async () => {
    const trades = await held(8);
    for (const target of trades) {
      const claims = { iss: IDS.merchant, action: 'fulfilment.confirm', target } as const;
      await bench.psp.confirmFulfilment(target, await bench.command(claims, actors.merchant.signer));
    }
    bench.now += RECEIVED_WITHIN;
    const sent = await refunds(trades);
    const finished = outcomeOf(bench.psp.finishReceived());
    const told = await Promise.all(sent.map((send) => send()));
    expect(await finished).toBe('ok');
    const refunded = told.filter((one) => one === 'ok');
    expect(told.filter((one) => one !== 'ok' && one !== 'trade_transition_illegal')).toEqual([]);
    const paid = 8_000n - BigInt(refunded.length) * 100n;
    expect([await bench.balance('escrow:CNY'), await bench.balance(PAYEE_ACCOUNT)]).toEqual([0n, paid]);
  });

  test.runIf(engine.name === 'PostgreSQL')(
    'OA-ESC-06 a trade that somebody else holds keeps no other from going back, and no account from anybody',
    async () => {
      const [first = '', last = ''] = await held(2);
      bench.now += DELIVERED_WITHIN;
      const somebody = new Client({ connectionString: bench.location });
      await somebody.connect();
      try {
        await somebody.query('BEGIN');
        await somebody.query('SELECT 1 FROM payments WHERE trade_no = $1 FOR UPDATE', [last]);
        const given = bench.psp.returnUndelivered();
        const state = async () => (await getTrade(bench.store.read, first)).state;
        await expect.poll(state, { timeout: 10_000 }).toBe('TRADE_CLOSED');
        await somebody.query('UPDATE accounts SET owner = owner');
        await somebody.query('COMMIT');
        expect(await given).toBe(2);
      } finally {
        await somebody.end();
      }
      expect((await getTrade(bench.store.read, last)).state).toBe('TRADE_CLOSED');
    },
  );

  /** A trade whose goods were delivered, and evidence that it lay outside the mandate. */
  async function deliveredOutside(): Promise<Uint8Array> {
    const body = await bench.payment({ outTradeNo: ORDER_NO, quote: { settlement: 'ESCROW' } });
    const { trade_no: target } = await bench.psp.pay(body);
    const claims = { iss: IDS.merchant, action: 'fulfilment.confirm', target } as const;
    await bench.psp.confirmFulfilment(target, await bench.command(claims, actors.merchant.signer));
    const receipt = put<object>({ trade_no: target }) as NonNullable<Changes['receipt']>;
    const purchase = { receipt, statuses: { 5: 1 } };
    bench.now += 2 * 3_600;
    return (await disputeWorld(actors, await createWitnesses(actors), { purchase })).bytes;
  }

  test('OA-DSP-08 of what was delivered the merchant gets what was held, and the payer as much from the service', async () => {
    const evidence = await deliveredOutside();
    const minor = FUNDED_MINOR - (await bench.balance(PAYER_ACCOUNT));
    expect(await bench.balance('escrow:CNY')).toBe(minor);
    await bench.psp.compensate(evidence);
    const accounts = ['escrow:CNY', 'compensation:CNY', PAYEE_ACCOUNT, PAYER_ACCOUNT];
    expect(await Promise.all(accounts.map((one) => bench.balance(one)))).toEqual([
      0n,
      -minor,
      minor,
      FUNDED_MINOR,
    ]);
  });

  test.runIf(engine.name === 'PostgreSQL')(
    'OA-DSP-08 a compensation that waits for the payer’s account holds none that a payment into escrow takes after it',
    async () => {
      const evidence = await deliveredOutside();
      const somebody = new Client({ connectionString: bench.location });
      await somebody.connect();
      const held = (account: string) =>
        somebody.query('SELECT 1 FROM accounts WHERE account_id = $1 FOR NO KEY UPDATE NOWAIT', [account]);
      const waiting = async () =>
        (await somebody.query('SELECT 1 FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0'))
          .rowCount;
      try {
        await somebody.query('BEGIN');
        await held(PAYER_ACCOUNT);
        const compensated = bench.psp.compensate(evidence);
        await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
        expect((await held('escrow:CNY')).rowCount).toBe(1);
        await somebody.query('COMMIT');
        await compensated;
      } finally {
        await somebody.end();
      }
    },
  );
});
