/**
 * What is cleared while its span is netted: it counts in that netting or in the next, and in one of them. What was agreed
 * on and settled leaves nothing owed.
 */
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseUtcSeconds } from '../../../protocol/time/index.ts';
import { engines } from '../../../store/testing/engines.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import { orderLock } from '../requests.ts';
import { type Bench, booksBalance, fresh, outcomeOf, PAYER_ACCOUNT } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  OTHER_PSP,
  type TwoServices,
} from '../testing/two-services.ts';
import type { NettingKey } from './netting.ts';

const HOUR = 3_600;
const WAIT_MILLISECONDS = 10;

let actors: BankActors;
beforeAll(async () => {
  actors = await bankActors(await createActors());
});

describe.each(engines)('netting beside what is being cleared, on $name', (engine) => {
  let two: TwoServices;
  let a: Bench;
  let b: Bench;
  let start: number;
  const strangers: Client[] = [];

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    two = await createTwoServices(actors, engine);
    ({ a, b } = two);
    start = a.now;
    await a.psp.pay(await two.payment());
    await a.psp.pay(await two.payment());
  });
  afterEach(async () => {
    for (const stranger of strangers.splice(0)) await stranger.end();
    await two.close();
  });

  const keyOf = (from: number, until: number): NettingKey => ({
    ...{ partner: OTHER_PSP, from, until, currency: 'CNY' },
  });

  /** Whoever owes pays what was agreed on; then nothing is owed. */
  async function settleAll(): Promise<void> {
    for (const { record, debtor, netMinor } of await a.psp.nettings(OTHER_PSP)) {
      const evidenceRef = fresh('transfer');
      two.arrived.add(evidenceRef);
      await a.psp.recordArrival({
        partner: OTHER_PSP,
        money: { currency: 'CNY', minor: netMinor },
        evidenceRef,
      });
      const span = {
        from: parseUtcSeconds(record.from),
        until: parseUtcSeconds(record.until),
        currency: 'CNY',
      };
      const [payer, partner] = debtor === OTHER_PSP ? [b, IDS.psp] : [a, OTHER_PSP];
      await payer.psp.settleNetting({ ...span, partner }, evidenceRef);
    }
    expect([await a.balance(CLEARING.atA), await b.balance(CLEARING.atB)]).toEqual([0n, 0n]);
    expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
  }

  /** What is left from one second on. */
  async function netRest(from: number): Promise<void> {
    two.advance(HOUR);
    await a.psp.agreeNetting(keyOf(from, a.now - HOUR / 2));
  }

  test('OA-ICN-19 what a process credits whose clock is behind counts in the next span', async () => {
    two.advance(45);
    const key = keyOf(start, a.now - 30);
    expect((await a.psp.agreeNetting(key)).record.trades).toBe(2);
    b.now -= 45;
    await a.psp.pay(await two.payment());
    b.now += 45;
    const credited = await b.store.read.get('SELECT MAX(decided_at) AS latest FROM interconnect_in');
    expect(Number(credited?.latest)).toBe(key.until);
    await netRest(key.until);
    await settleAll();
  });

  test('OA-ICN-19 what goes back at a process whose clock is behind counts in the next span', async () => {
    const { trade_no: tradeNo } = await a.psp.pay(await two.payment());
    const credited = await a.store.read.get(
      'SELECT peer_trade_no FROM interconnect_out WHERE trade_no = $1',
      [tradeNo],
    );
    const target = String(credited?.peer_trade_no);
    two.advance(45);
    const key = keyOf(start, a.now - 30);
    expect((await a.psp.agreeNetting(key)).record.trades).toBe(3);
    a.now -= 45;
    const claims = { iss: IDS.merchant, aud: OTHER_PSP, target, action: 'payment.refund' } as const;
    const params = { amount: '40.00', currency: 'CNY', refund_id: fresh('refund') };
    const command = await b.command({ ...claims, params }, actors.merchant.signer);
    await b.psp.refund(target, command);
    a.now += 45;
    await netRest(key.until);
    await settleAll();
  });

  /** Both clocks are ahead by an hour while a span is agreed on that is not over, and then right again. */
  async function nettedAhead(): Promise<NettingKey> {
    two.advance(HOUR);
    const key = keyOf(start, a.now - HOUR / 2);
    expect((await a.psp.agreeNetting(key)).state).toBe('AGREED');
    // Ten minutes on: what may have been forgotten is refused no more (spec 8).
    two.advance(600 - HOUR);
    return key;
  }

  test('OA-ICN-19 nothing is credited within a span that clocks ahead have netted: it would never be paid', async () => {
    const key = await nettedAhead();
    const payer = await a.balance(PAYER_ACCOUNT);
    expect(await outcomeOf(a.psp.pay(await two.payment()))).toBe('interconnect_refused');
    expect(await a.balance(PAYER_ACCOUNT)).toBe(payer);
    two.advance(HOUR);
    expect(await outcomeOf(a.psp.pay(await two.payment()))).toBe('ok');
    await netRest(key.until);
    await settleAll();
  });

  test('OA-ICN-19 nor is anything given back there, before that span is over', async () => {
    const { trade_no: tradeNo } = await a.psp.pay(await two.payment());
    const credited = await a.store.read.get(
      'SELECT peer_trade_no FROM interconnect_out WHERE trade_no = $1',
      [tradeNo],
    );
    const target = String(credited?.peer_trade_no);
    const key = await nettedAhead();
    const refund = async () => {
      const claims = { iss: IDS.merchant, aud: OTHER_PSP, target, action: 'payment.refund' } as const;
      const params = { amount: '40.00', currency: 'CNY', refund_id: 'refund-ahead' };
      return outcomeOf(b.psp.refund(target, await b.command({ ...claims, params }, actors.merchant.signer)));
    };
    expect(await refund()).not.toBe('ok');
    expect(await a.balance(CLEARING.atA)).toBe(30_000n);
    two.advance(HOUR);
    expect(await refund()).toBe('ok');
    await netRest(key.until);
    await settleAll();
  });

  test('OA-ICN-19 two services that ask for spans that overlap at once do not block each other for ever', async () => {
    two.advance(HOUR);
    const [ofA, ofB] = [keyOf(start, start + 10), { ...keyOf(start - 5, start + 5), partner: IDS.psp }];
    // Each has opened its own before it hears of the other's.
    const outcomes = await Promise.all([
      outcomeOf(a.psp.agreeNetting(ofA)),
      outcomeOf(b.psp.agreeNetting(ofB)),
    ]);
    if (!outcomes.includes('ok')) expect(await outcomeOf(a.psp.agreeNetting(ofA))).toBe('ok');
    const states = async (bench: Bench) =>
      (await bench.store.read.all('SELECT state FROM interconnect_settlements')).map(({ state }) => state);
    expect([await states(a), await states(b)]).toEqual([['AGREED'], ['AGREED']]);
  });

  describe.runIf(engine.name === 'PostgreSQL')('when somebody waits for a lock', () => {
    /** Somebody else's transaction on the database of a service, which holds what the statement takes. */
    async function holding(bench: Bench, sql: string, params: readonly string[] = []): Promise<Client> {
      const stranger = new Client({ connectionString: bench.location });
      strangers.push(stranger);
      await stranger.connect();
      await stranger.query('BEGIN');
      await stranger.query(sql, [...params]);
      return stranger;
    }

    async function eventually(isSo: () => Promise<boolean>): Promise<void> {
      while (!(await isSo())) await new Promise((done) => setTimeout(done, WAIT_MILLISECONDS));
    }
    const waiting = async (stranger: Client) =>
      Number((await stranger.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rowCount);

    /** A call, and whether it is over. */
    function begun(call: Promise<unknown>) {
      const state = { isOver: false };
      const outcome = outcomeOf(call).finally(() => {
        state.isOver = true;
      });
      return { state, outcome };
    }

    test('OA-ICN-19 what is credited meanwhile counts in the next span', async () => {
      const [outTradeNo, until] = [fresh('order'), start + 5];
      two.advance(1);
      const lock = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
      let stranger: Client | undefined;
      two.onTheWay = async () => {
        stranger ??= await holding(b, lock, [orderLock(IDS.merchant, outTradeNo)]);
      };
      const paying = begun(a.psp.pay(await two.payment({ outTradeNo })));
      await eventually(async () => stranger !== undefined && (await waiting(stranger)) > 0);
      two.advance(40);
      const netting = begun(a.psp.agreeNetting(keyOf(start, until)));
      await eventually(async () => netting.state.isOver || (await waiting(stranger as Client)) > 1);
      await stranger?.query('COMMIT');
      expect(await paying.outcome).toBe('ok');
      if ((await netting.outcome) !== 'ok') await a.psp.agreeNetting(keyOf(start, until));
      expect(await a.psp.nettings(OTHER_PSP)).toMatchObject([{ record: { trades: 2 } }]);
      await netRest(until);
      await settleAll();
    });

    test('OA-ICN-19 of spans that overlap one is netted, asked for at once', async () => {
      two.advance(HOUR);
      const table = 'LOCK TABLE interconnect_settlements IN SHARE MODE';
      const [atA, atB] = [await holding(a, table), await holding(b, table)];
      const calls = [keyOf(start, start + 10), keyOf(start - 5, start + 5)].map((key) =>
        begun(a.psp.agreeNetting(key)),
      );
      const over = () => calls.filter(({ state }) => state.isOver).length;
      // What reads may go on; what writes waits.
      await eventually(async () => (await waiting(atA)) + over() > 1);
      await atA.query('COMMIT');
      await eventually(async () => (await waiting(atB)) + over() > 1);
      await atB.query('COMMIT');
      const outcomes = await Promise.all(calls.map(({ outcome }) => outcome));
      expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
      for (const bench of [a, b]) {
        const rows = await bench.store.read.all('SELECT state FROM interconnect_settlements');
        expect(rows).toEqual([{ state: 'AGREED' }]);
      }
      await settleAll();
    });
  });
});
