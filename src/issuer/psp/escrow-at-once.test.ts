/** What the passing of time moves, while merchants and buyers move the same trades, or others. */
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../../store/testing/engines.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
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
});
