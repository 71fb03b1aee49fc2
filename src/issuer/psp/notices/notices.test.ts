import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HttpClient } from '../../../http/index.ts';
import { problemOf } from '../../../http/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { PaymentNoticeBody } from '../../../protocol/generated/types.ts';
import { engines } from '../../../store/testing/engines.ts';
import { type Actors, createActors, IDS } from '../../../verifier/testing/actors.ts';
import { type Bench, createBench, outcomeOf, receiptOf, WIDE_MANDATE } from '../testing/bench.ts';
import { startNotices } from './worker.ts';

const SHOP_URL = 'https://rail.example';
/** Where another merchant is said to be. */
const DEAD_URL = 'https://dead.example';
/** More of one merchant than any look takes on. */
const MANY = 50;

let actors: Actors;
beforeAll(async () => {
  actors = await createActors();
});

/** The merchant, as the payment service reaches it. */
function shop() {
  const heard: { readonly url: string; readonly receipt: string }[] = [];
  const mood: {
    refuses: ActError | undefined;
    isSilent: boolean;
    says: object | undefined;
    silence: Promise<void> | undefined;
  } = { refuses: undefined, isSilent: false, says: undefined, silence: undefined };
  const http: HttpClient = {
    get: () => Promise.reject(new ActError('peer_unreachable')),
    async post(url, body) {
      const { receipt } = body as PaymentNoticeBody;
      heard.push({ url, receipt });
      if (url.startsWith(DEAD_URL)) await mood.silence;
      if (mood.isSilent || url.startsWith(DEAD_URL)) throw new ActError('peer_unreachable');
      const { out_trade_no, trade_no } = receiptOf(receipt);
      const problem = mood.refuses && problemOf(mood.refuses);
      return {
        status: problem?.status ?? 200,
        contentType: problem === undefined ? 'application/json' : 'application/problem+json',
        body: new TextEncoder().encode(JSON.stringify(problem ?? mood.says ?? { out_trade_no, trade_no })),
      };
    },
  };
  return { heard, mood, http };
}

describe.each(engines)('what merchants are told of payments (PSD-PAY-DEL-20), on $name', (engine) => {
  let bench: Bench;
  let merchant: ReturnType<typeof shop>;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    const world: typeof WIDE_MANDATE = {
      ...WIDE_MANDATE,
      trustList: ({ entries }) => {
        const own = entries.find(({ entity }) => entity === IDS.merchant);
        if (own !== undefined) own.endpoints = { base_url: SHOP_URL };
        const other = entries.find(({ entity }) => entity === IDS.otherMerchant);
        if (other !== undefined) other.endpoints = { base_url: DEAD_URL };
      },
    };
    bench = await createBench(actors, world, engine);
    merchant = shop();
    await bench.restart({ merchants: merchant.http });
  });
  afterEach(() => bench.close());

  const rows = () => bench.store.read.all('SELECT state, attempts, last_code FROM payment_notices');
  const row = async () => (await rows())[0];

  test('is the receipt that the agent has too, once, at the address of the trust list', async () => {
    const paid = await bench.psp.pay(await bench.payment());
    expect(merchant.heard).toEqual([]);
    expect(await bench.psp.tellMerchants()).toBe(1);
    expect(merchant.heard).toEqual([{ url: `${SHOP_URL}/payment-results`, receipt: paid.seller_receipt }]);
    expect(await bench.psp.tellMerchants()).toBe(0);
    expect(merchant.heard).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'TOLD' });
  });

  test('holds up no payment, and is told again when the merchant was not there, also after a restart', async () => {
    merchant.mood.isSilent = true;
    await bench.psp.pay(await bench.payment());
    expect(await bench.psp.tellMerchants()).toBe(0);
    expect(await row()).toMatchObject({ state: 'PENDING', attempts: 0n, last_code: 'peer_unreachable' });
    merchant.mood.isSilent = false;
    expect(await bench.psp.tellMerchants()).toBe(0);
    await bench.restart({ merchants: merchant.http });
    bench.now += 5;
    expect(await bench.psp.tellMerchants()).toBe(1);
    expect(merchant.heard).toHaveLength(2);
  });

  describe('by a loop that lets the merchant deliver first', () => {
    const WAITED_SECONDS = 2;
    const tell = () => bench.psp.tellMerchants(WAITED_SECONDS);

    async function deliver(tradeNo: string): Promise<unknown> {
      const claims = { iss: IDS.merchant, action: 'fulfilment.confirm', target: tradeNo } as const;
      return bench.psp.confirmFulfilment(tradeNo, await bench.command(claims, actors.merchant.signer));
    }

    test('it comes when it has been due for so long', async () => {
      await bench.psp.pay(await bench.payment());
      expect(await tell()).toBe(0);
      bench.now += WAITED_SECONDS - 1;
      expect(await tell()).toBe(0);
      bench.now += 1;
      expect(await tell()).toBe(1);
      expect(merchant.heard).toHaveLength(1);
    });

    test('told again it waits no longer than it is put off for', async () => {
      merchant.mood.isSilent = true;
      await bench.psp.pay(await bench.payment());
      bench.now += WAITED_SECONDS;
      expect(await tell()).toBe(0);
      merchant.mood.isSilent = false;
      bench.now += 4;
      expect(await tell()).toBe(0);
      bench.now += 1;
      expect(await tell()).toBe(1);
      expect(merchant.heard).toHaveLength(2);
    });

    test('who has delivered by then is told nothing, and only of its own trade', async () => {
      const first = await bench.psp.pay(await bench.payment());
      const second = await bench.psp.pay(await bench.payment());
      await deliver(first.trade_no);
      bench.now += WAITED_SECONDS;
      expect(await tell()).toBe(1);
      expect(merchant.heard.map(({ receipt }) => receiptOf(receipt).trade_no)).toEqual([second.trade_no]);
      expect((await rows()).map(({ state }) => state)).toEqual(['TOLD', 'TOLD']);
    });

    test('a notice that was set aside stays so, whatever is delivered', async () => {
      merchant.mood.refuses = new ActError('order_unknown');
      const { trade_no } = await bench.psp.pay(await bench.payment());
      await bench.psp.tellMerchants();
      await deliver(trade_no);
      expect(await row()).toMatchObject({ state: 'SET_ASIDE', last_code: 'order_unknown' });
    });

    test.each([
      [61, 0],
      [60, 0],
      [58, 1],
      [5, 1],
    ])('of an order that lapses in %i seconds %i are told at once', async (quoteLifetimeSeconds, told) => {
      await bench.psp.pay(await bench.payment({ quoteLifetimeSeconds }));
      expect(await tell()).toBe(told);
    });
  });

  describe('when another merchant is not there', () => {
    /** It has many notices, and all of them have been due for longer. */
    beforeEach(async () => {
      for (let at = 0; at < MANY; at += 1) await bench.psp.pay(await bench.payment({ amount: '0.01' }));
      await bench.store.transact((tx) =>
        tx.run('UPDATE payment_notices SET merchant = $1, next_at = next_at - 1', [IDS.otherMerchant]),
      );
      await bench.psp.pay(await bench.payment());
    });
    const heardAt = (url: string) => merchant.heard.filter((one) => one.url.startsWith(url)).length;

    test('it is told all the same, and the other one is called a few times and left alone', async () => {
      expect(await bench.psp.tellMerchants()).toBe(1);
      expect([heardAt(SHOP_URL), heardAt(DEAD_URL)]).toEqual([1, 8]);
      await bench.psp.pay(await bench.payment());
      expect(await bench.psp.tellMerchants()).toBe(1);
      expect([heardAt(SHOP_URL), heardAt(DEAD_URL)]).toEqual([2, 8]);
      bench.now += 5;
      await bench.psp.tellMerchants();
      expect(heardAt(DEAD_URL)).toBe(16);
    });

    test('it does not wait until that is known', async () => {
      const { promise, resolve: hangUp } = Promise.withResolvers<void>();
      merchant.mood.silence = promise;
      const look = bench.psp.tellMerchants();
      try {
        await vi.waitFor(() => expect(heardAt(SHOP_URL)).toBe(1), 60_000);
      } finally {
        hangUp();
        await look;
      }
      expect(heardAt(DEAD_URL)).toBe(8);
    });
  });

  test('a merchant that refuses is there, and is told of its other payments', async () => {
    merchant.mood.refuses = new ActError('order_unknown');
    for (let at = 0; at < 10; at += 1) await bench.psp.pay(await bench.payment({ amount: '0.01' }));
    await bench.psp.tellMerchants();
    expect(merchant.heard).toHaveLength(10);
  });

  test('is set aside when the merchant says never, and after the last try', async () => {
    merchant.mood.refuses = new ActError('order_unknown');
    await bench.psp.pay(await bench.payment());
    await bench.psp.tellMerchants();
    expect(await row()).toMatchObject({ state: 'SET_ASIDE', last_code: 'order_unknown' });
    merchant.mood.refuses = new ActError('internal');
    await bench.psp.pay(await bench.payment());
    for (let round = 0; round < 12; round += 1) {
      bench.now += 3_600;
      await bench.psp.tellMerchants();
    }
    expect((await rows()).map(({ state }) => state)).toEqual(['SET_ASIDE', 'SET_ASIDE']);
    expect(merchant.heard).toHaveLength(1 + 8);
  });

  test.each([
    ['is busy', new ActError('request_rate_exceeded')],
    ['has no store', new ActError('store_unavailable')],
    ['is not there', undefined],
  ])('no try is used up by a merchant that %s, for a day', async (_name, refusal) => {
    merchant.mood.refuses = refusal;
    merchant.mood.isSilent = refusal === undefined;
    await bench.psp.pay(await bench.payment());
    for (let round = 0; round < 23; round += 1) {
      await bench.psp.tellMerchants();
      bench.now += 3_600;
    }
    expect(await row()).toMatchObject({ state: 'PENDING', attempts: 0n });
    expect(merchant.heard).toHaveLength(23);
    merchant.mood.refuses = undefined;
    merchant.mood.isSilent = false;
    expect(await bench.psp.tellMerchants()).toBe(1);
    expect(await row()).toMatchObject({ state: 'TOLD' });
  });

  test('no try is used up by a merchant that has to wait for the time of a payment from a clock that was ahead', async () => {
    await bench.psp.pay(await bench.payment());
    const paidAt = bench.now;
    bench.now -= 2 * 86_400;
    merchant.mood.refuses = new ActError('issued_in_future');
    for (; bench.now < paidAt; bench.now += 1_800) expect(await bench.psp.tellMerchants()).toBe(0);
    expect(await row()).toMatchObject({ state: 'PENDING', attempts: 0n, last_code: 'issued_in_future' });
    // Once an hour.
    expect(merchant.heard).toHaveLength(48);
    merchant.mood.refuses = undefined;
    expect(await bench.psp.tellMerchants()).toBe(1);
  });

  test('tries are used up by a merchant whose clock is behind', async () => {
    merchant.mood.refuses = new ActError('issued_in_future');
    await bench.psp.pay(await bench.payment());
    for (let round = 0; round < 12; round += 1) {
      await bench.psp.tellMerchants();
      bench.now += 3_600;
    }
    expect(await row()).toMatchObject({ state: 'SET_ASIDE', attempts: 8n });
  });

  test('then it is: what no merchant looks at is set aside in the end', async () => {
    merchant.mood.isSilent = true;
    await bench.psp.pay(await bench.payment());
    bench.now += 86_400;
    for (let round = 0; round < 12; round += 1) {
      await bench.psp.tellMerchants();
      bench.now += 3_600;
    }
    expect(await row()).toMatchObject({ state: 'SET_ASIDE', attempts: 8n });
    expect(merchant.heard).toHaveLength(8);
  });

  test('a merchant that says when to come again is told then', async () => {
    merchant.mood.refuses = new ActError('request_rate_exceeded', { retry_after_seconds: 40 });
    await bench.psp.pay(await bench.payment());
    await bench.psp.tellMerchants();
    merchant.mood.refuses = undefined;
    bench.now += 39;
    expect(await bench.psp.tellMerchants()).toBe(0);
    bench.now += 1;
    expect(await bench.psp.tellMerchants()).toBe(1);
    expect(merchant.heard).toHaveLength(2);
  });

  test('an answer about another trade is none', async () => {
    merchant.mood.says = { out_trade_no: 'order-1', trade_no: 'another' };
    await bench.psp.pay(await bench.payment());
    expect(await bench.psp.tellMerchants()).toBe(0);
    expect(await row()).toMatchObject({ state: 'PENDING', last_code: 'peer_answer_invalid' });
  });

  test('what was not paid is not told, and a repeat is no second notice', async () => {
    expect(await outcomeOf(bench.payment({ amount: '600.01' }).then((body) => bench.psp.pay(body)))).not.toBe(
      'ok',
    );
    expect(await rows()).toEqual([]);
    const body = await bench.payment();
    await bench.psp.pay(body);
    await bench.psp.pay(await bench.requestAgain(body, {}));
    expect(await rows()).toHaveLength(1);
  });

  test('a merchant without an address, and a seller of resources, hear of it from the agent', async () => {
    await bench.psp.pay(await bench.payment({ quote: { resource_id: 'A'.repeat(43) } }));
    expect(await rows()).toEqual([]);
    const other = { payee: 'acct-voyage', quote: { iss: IDS.otherMerchant } };
    const body = await bench.payment(other);
    expect(await outcomeOf(bench.psp.pay(body))).not.toBe('ok');
    await bench.restart();
    await bench.psp.pay(await bench.payment());
    expect(await rows()).toEqual([]);
    expect(await bench.psp.tellMerchants()).toBe(0);
  });
});

describe('the loop that tells', () => {
  test('goes on after a round that has failed, and ends when it is closed', async () => {
    const failures: unknown[] = [];
    let rounds = 0;
    const worker = startNotices(
      async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('once');
        return 1;
      },
      (error) => failures.push(error),
    );
    await vi.waitFor(() => expect(rounds).toBeGreaterThan(2), 60_000);
    await worker.close();
    const until = rounds;
    await new Promise((wake) => setTimeout(wake, 60));
    expect([failures.length, rounds]).toEqual([1, until]);
  });
});
