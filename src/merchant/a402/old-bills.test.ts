import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../store/index.ts';
import { engines, type TestDatabase } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { merchantMigrations } from '../migrations.ts';
import { BILLS_KEPT, claimDelivery, insertBill, readBilled } from './orders.ts';

const NOW = 1_000_000;
const AHEAD = NOW + 2 * 86_400;
const LIFETIME_SECONDS = 300;
const AT_ONCE = 50;
const REQUEST = {
  agentId: 'did:act:agents.example/a',
  resourceId: 'r',
  quote: 'q',
  cart: { salt: 'A'.repeat(22), lines: [] } as never,
};
const PAID = {
  pspId: 'did:act:bank.example/psp',
  holderJwk: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) },
  leaseSeconds: 30,
} as const;

describe.each(engines)('bills that nobody has paid, on $name', (engine) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    await engine.start();
    database = await engine.create();
    const { location, folder } = database;
    store = await openPatiently(
      location.startsWith('postgres') ? location : `${folder}/seller.db`,
      merchantMigrations,
    );
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
    await engine.stop();
  });

  /** A few in one transaction: it may only last so long, and the machine may be slow. */
  async function bill(now: number, ...numbers: readonly string[]): Promise<void> {
    const bills = numbers.map((outTradeNo, at) => ({ outTradeNo, payBefore: now + LIFETIME_SECONDS + at }));
    for (let from = 0; from < bills.length; from += AT_ONCE) {
      await store.transact(async (tx) => {
        for (const one of bills.slice(from, from + AT_ONCE))
          await insertBill(tx, { ...REQUEST, ...one, now });
      });
    }
  }

  async function kept(like: string): Promise<string[]> {
    const rows = await store.read.all(
      'SELECT out_trade_no FROM a402_orders WHERE out_trade_no LIKE $1 ORDER BY out_trade_no',
      [`${like}-%`],
    );
    return rows.map(({ out_trade_no }) => String(out_trade_no));
  }

  test('are there when a clock that was ahead has come back, for whom is paying them, and leave in the end', async () => {
    await bill(NOW, 'old-1', 'old-2', 'old-3', 'old-4');
    for (const at of [1, 2, 3]) await bill(AHEAD, `ahead-${at}`);
    expect(await kept('old')).toHaveLength(4);
    const claim = { ...PAID, outTradeNo: 'old-4', tradeNo: 'trade-1', now: NOW };
    expect(await store.transact((tx) => claimDelivery(tx, claim))).toMatchObject({ state: 'DELIVERING' });

    // With many behind them they are old indeed: each that comes takes two away, and what is paid stays.
    await bill(NOW + 1_000, ...Array.from({ length: BILLS_KEPT - 3 }, (_, at) => `later-${at}`));
    await bill(AHEAD, 'last-1');
    expect(await kept('old')).toEqual(['old-3', 'old-4']);
    await bill(NOW, 'last-2');
    expect(await kept('old')).toEqual(['old-3', 'old-4']);
    await bill(AHEAD, 'last-3');
    expect(await kept('old')).toEqual(['old-4']);
    await expect(readBilled(store.read, 'old-3')).rejects.toMatchObject({ code: 'order_unknown' });
    expect(await kept('later')).toHaveLength(BILLS_KEPT - 3);
  });
});
