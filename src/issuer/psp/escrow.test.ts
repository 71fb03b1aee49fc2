import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../../protocol/errors/index.ts';
import type { CommandClaims } from '../../protocol/generated/types.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { escrowAccount } from './accounts.ts';
import { ownLedger } from './parts.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Ledger } from './ports.ts';
import { settlementOf, stateAfterCharge } from './settlement.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  FUNDED_MINOR,
  fresh,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
} from './testing/bench.ts';
import { getTrade } from './trades.ts';

const DAY_SECONDS = 86_400;
const PRICE_MINOR = 55_350n;

let actors: Actors;
let bench: Bench;
let escrow: string;
let tradeNo: string;

beforeAll(async () => {
  actors = await createActors();
});

beforeEach(async () => {
  bench = await createBench(actors);
  escrow = await bench.store.transact((tx) => escrowAccount(tx, 'CNY', bench.now));
  tradeNo = await payEscrow();
});

afterEach(() => bench.close());

/** The quote of this world promises delivery within a day, and the mandate asks for it. */
async function payEscrow(): Promise<string> {
  return (await bench.psp.pay(await bench.payment({ quote: { settlement: 'ESCROW' } }))).trade_no;
}

async function balances(): Promise<readonly bigint[]> {
  return [
    await bench.balance(PAYER_ACCOUNT),
    await bench.balance(escrow),
    await bench.balance(PAYEE_ACCOUNT),
  ];
}

async function state(): Promise<unknown> {
  return (await bench.store.read.get('SELECT state FROM payments WHERE trade_no = $1', [tradeNo]))?.state;
}

async function byMerchant(claims: Partial<CommandClaims>) {
  return bench.command({ iss: IDS.merchant, target: tradeNo, ...claims }, actors.merchant.signer);
}

async function deliver() {
  return bench.psp.confirmFulfilment(tradeNo, await byMerchant({ action: 'fulfilment.confirm' }));
}

async function refund(amount: string) {
  const params = { amount, currency: 'CNY', refund_id: fresh('refund') };
  return bench.psp.refund(tradeNo, await byMerchant({ action: 'payment.refund', params }));
}

async function receive(by: 'agent' | 'otherAgent' = 'agent') {
  const iss = by === 'agent' ? IDS.agent : IDS.otherAgent;
  const command = await bench.command({ iss, action: 'trade.receive', target: tradeNo }, actors[by].signer);
  return bench.psp.confirmReceipt(tradeNo, command);
}

describe('held money', () => {
  test('OA-ESC-03 is neither with the payer nor with the payee, until the receipt is confirmed (OA-ESC-04)', async () => {
    expect(await balances()).toEqual([FUNDED_MINOR - PRICE_MINOR, PRICE_MINOR, 0n]);
    expect(await outcomeOf(receive())).toBe('trade_transition_illegal');
    await deliver();
    expect(await balances()).toEqual([FUNDED_MINOR - PRICE_MINOR, PRICE_MINOR, 0n]);
    expect(await receive()).toEqual({ trade_no: tradeNo, state: 'TRADE_FINISHED' });
    expect(await balances()).toEqual([FUNDED_MINOR - PRICE_MINOR, 0n, PRICE_MINOR]);
    expect(await booksBalance(bench)).toBe(true);
  });

  test('OA-ESC-04 is released once, however often the receipt is confirmed', async () => {
    await deliver();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(receive())));
    expect(new Set(outcomes)).toEqual(new Set(['ok']));
    bench.now += 30 * DAY_SECONDS;
    expect(await bench.psp.finishReceived()).toBe(0);
    expect(await balances()).toEqual([FUNDED_MINOR - PRICE_MINOR, 0n, PRICE_MINOR]);
  });

  test('OA-ESC-04 is released by nobody but the buyer', async () => {
    await deliver();
    await bench.bindTool({ agent: 'otherAgent' });
    expect(await outcomeOf(receive('otherAgent'))).toBe('payment_unknown');
    expect(await state()).toBe('WAIT_BUYER_RECEIPT');
    expect(await outcomeOf(receive())).toBe('ok');
  });

  test('OA-ESC-04 is not released by another key of the same agent, which may be another user’s', async () => {
    await deliver();
    const { jkt, publicJwk, signer } = actors.otherAgent;
    await bench.store.transact((tx) =>
      tx.run('INSERT INTO agents (agent_id, jkt, jwk, registered_at) VALUES ($1, $2, $3, $4)', [
        IDS.agent,
        jkt,
        JSON.stringify(publicJwk),
        bench.now,
      ]),
    );
    const command = await bench.command({ iss: IDS.agent, action: 'trade.receive', target: tradeNo }, signer);
    expect(await outcomeOf(bench.psp.confirmReceipt(tradeNo, command))).toBe('payment_unknown');
    expect(await outcomeOf(receive())).toBe('ok');
  });

  test('OA-ESC-05 counts as received after the time for complaints', async () => {
    await deliver();
    bench.now += 7 * DAY_SECONDS - 1;
    expect(await bench.psp.finishReceived()).toBe(0);
    bench.now += 1;
    expect(await bench.psp.finishReceived()).toBe(1);
    expect(await balances()).toEqual([FUNDED_MINOR - PRICE_MINOR, 0n, PRICE_MINOR]);
  });

  // OA-ESC-05, OA-ESC-06
  test('that cannot be moved holds up no other', async () => {
    const delivered = [tradeNo, await payEscrow(), await payEscrow()];
    for (tradeNo of delivered) await deliver();
    const forgotten = [await payEscrow(), await payEscrow(), await payEscrow()];
    const stuck = [delivered[0], forgotten[0]];
    const ledger: Ledger = {
      ...ownLedger,
      async post(tx, transfer) {
        if (stuck.includes(transfer.reference)) throw new ActError('sub_account_closed');
        await ownLedger.post(tx, transfer);
      },
    };
    const psp = bench.service(bench.store, { ledger });
    const states = async (trades: readonly string[]) =>
      Promise.all(trades.map(async (no) => (await getTrade(bench.store.read, no)).state));
    bench.now += 8 * DAY_SECONDS;
    expect(await outcomeOf(psp.finishReceived())).toBe('sub_account_closed');
    expect(await states(delivered)).toEqual(['WAIT_BUYER_RECEIPT', 'TRADE_FINISHED', 'TRADE_FINISHED']);
    expect(await outcomeOf(psp.returnUndelivered())).toBe('sub_account_closed');
    expect(await states(forgotten)).toEqual(['WAIT_SELLER_FULFILLMENT', 'TRADE_CLOSED', 'TRADE_CLOSED']);
    expect(await booksBalance(bench)).toBe(true);
    stuck.length = 0;
    expect([await psp.finishReceived(), await psp.returnUndelivered()]).toEqual([1, 1]);
    expect([...(await states(delivered)), ...(await states(forgotten))]).toEqual([
      ...Array.from({ length: 3 }, () => 'TRADE_FINISHED'),
      ...Array.from({ length: 3 }, () => 'TRADE_CLOSED'),
    ]);
  });

  test('OA-ESC-06 is not taken when it would go back at once: nothing of the mandate is used up', async () => {
    const promised = (seconds: number) =>
      bench.payment({ quote: { settlement: 'ESCROW', deliver_by: formatUtcSeconds(bench.now + seconds) } });
    const used = () => bench.store.read.get('SELECT spent_minor, times_used FROM usage');
    const before = [await used(), await balances()];
    for (const seconds of [-1, 0])
      await expect(bench.psp.pay(await promised(seconds))).rejects.toMatchObject({ code: 'quote_expired' });
    expect([await used(), await balances()]).toEqual(before);
    expect(await outcomeOf(bench.psp.pay(await promised(1)))).toBe('ok');
    const direct = { settlement: 'DIRECT', deliver_by: formatUtcSeconds(bench.now) } as const;
    expect(await outcomeOf(bench.psp.pay(await bench.payment({ quote: direct })))).toBe('ok');
  });

  test('OA-ESC-06 goes back when nothing was delivered by deliver_by, and not a second earlier', async () => {
    const promised = parseUtcSeconds(bench.world.quoteClaims.deliver_by ?? '');
    bench.now = promised - 1;
    expect(await bench.psp.returnUndelivered()).toBe(0);
    bench.now = promised;
    expect(await bench.psp.returnUndelivered()).toBe(1);
    expect(await state()).toBe('TRADE_CLOSED');
    expect(await balances()).toEqual([FUNDED_MINOR, 0n, 0n]);
    expect(await outcomeOf(deliver())).toBe('trade_transition_illegal');
    expect(await bench.psp.returnUndelivered()).toBe(0);
    expect(await booksBalance(bench)).toBe(true);
  });

  test('OA-ESC-06 a delivery that is confirmed too late is refused before anybody has looked; a second before, it is taken', async () => {
    const promised = parseUtcSeconds(bench.world.quoteClaims.deliver_by ?? '');
    bench.now = promised;
    expect(await outcomeOf(deliver())).toBe('trade_transition_illegal');
    expect(await state()).toBe('WAIT_SELLER_FULFILLMENT');
    bench.now = promised - 1;
    expect(await outcomeOf(deliver())).toBe('ok');
    bench.now = promised;
    expect(await outcomeOf(deliver())).toBe('ok');
    expect(await bench.psp.returnUndelivered()).toBe(0);
  });

  // OA-ESC-05, OA-ESC-06
  test('OA-TIM-05 a clock that is further ahead than the trust list reaches releases nothing and returns nothing', async () => {
    await deliver();
    const forgotten = await payEscrow();
    const held = 2n * PRICE_MINOR;
    const end = bench.now + 8 * DAY_SECONDS;
    const trust = {
      async current(now: number) {
        if (now >= end) throw new ActError('trust_list_stale');
        return bench.world.trustList;
      },
    };
    const psp = bench.service(bench.store, { trust });
    const right = bench.now;
    bench.now = end;
    expect(await psp.finishReceived()).toBe(0);
    expect(await psp.returnUndelivered()).toBe(0);
    expect(await balances()).toEqual([FUNDED_MINOR - held, held, 0n]);
    // The clock is set right: the deadlines are what they were.
    bench.now = right;
    expect(await outcomeOf(receive())).toBe('ok');
    bench.now = end - 1;
    expect(await psp.returnUndelivered()).toBe(1);
    expect(await balances()).toEqual([FUNDED_MINOR - PRICE_MINOR, 0n, PRICE_MINOR]);
    expect((await getTrade(bench.store.read, forgotten)).state).toBe('TRADE_CLOSED');
  });

  test('OA-ESC-06 stays when it was delivered in time', async () => {
    await deliver();
    bench.now = parseUtcSeconds(bench.world.quoteClaims.deliver_by ?? '');
    expect(await bench.psp.returnUndelivered()).toBe(0);
    expect(await bench.balance(escrow)).toBe(PRICE_MINOR);
  });

  test('OA-ESC-06 without a promise after the time that the service allows', () => {
    const { deliver_by: _promise, ...claims } = bench.world.quoteClaims;
    const quote = { ...claims, settlement: 'ESCROW' } as const;
    expect(settlementOf(quote, DEFAULT_POLICY, 1_000)).toEqual({
      settlement: 'ESCROW',
      fulfilBefore: 1_000 + 15 * DAY_SECONDS,
    });
    expect(settlementOf(claims, DEFAULT_POLICY, 1_000)).toEqual({ settlement: 'DIRECT' });
  });

  test('is refunded out of what is held, never above what was captured; the rest is released', async () => {
    await refund('53.50');
    expect(await balances()).toEqual([FUNDED_MINOR - 50_000n, 50_000n, 0n]);
    expect(await outcomeOf(refund('500.01'))).toBe('refund_over_captured');
    await deliver();
    await receive();
    expect(await balances()).toEqual([FUNDED_MINOR - 50_000n, 0n, 50_000n]);
    expect(await outcomeOf(refund('1.00'))).toBe('trade_transition_illegal');
    expect(await booksBalance(bench)).toBe(true);
  });

  test('a cancelled order is paid back in full, and closed', async () => {
    expect(await refund('553.50')).toMatchObject({ state: 'TRADE_CLOSED' });
    expect(await balances()).toEqual([FUNDED_MINOR, 0n, 0n]);
    expect(await outcomeOf(receive())).toBe('trade_transition_illegal');
    bench.now += 30 * DAY_SECONDS;
    expect(await bench.psp.returnUndelivered()).toBe(0);
  });

  test('of a refund in full and a receipt at once, one wins and the money moves once', async () => {
    await deliver();
    const outcomes = await Promise.all([outcomeOf(refund('553.50')), outcomeOf(receive())]);
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(await bench.balance(escrow)).toBe(0n);
    expect(await booksBalance(bench)).toBe(true);
  });
});

describe('a tip', () => {
  test('OA-ESC-01 is none when it pays for goods', async () => {
    const body = await bench.payment({ quote: { settlement: 'GRATUITY' } });
    expect(await outcomeOf(bench.psp.pay(body))).toBe('quote_settlement_mismatch');
  });

  test('OA-ESC-01 has to be allowed by the mandate like everything else', async () => {
    const body = await bench.payment({ quote: { settlement: 'GRATUITY', categories: ['tip'] } });
    expect(await outcomeOf(bench.psp.pay(body))).toBe('category_not_allowed');
  });

  test('OA-ESC-02 is over with its payment', () => {
    const quote = { ...bench.world.quoteClaims, categories: ['tip'] as [string] };
    expect(stateAfterCharge({ ...quote, settlement: 'GRATUITY' })).toBe('TRADE_FINISHED');
    expect(stateAfterCharge({ ...quote, settlement: 'ESCROW' })).toBe('WAIT_SELLER_FULFILLMENT');
    expect(stateAfterCharge(quote)).toBe('WAIT_SELLER_FULFILLMENT');
  });
});
