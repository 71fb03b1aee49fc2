import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formatAmount, parseAmount } from '../../../protocol/money/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { sqlite } from '../../../store/testing/sqlite.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import { fundAccount, openAccount } from '../index.ts';
import { type Bench, booksBalance, outcomeOf, receiptOf } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  createTwoServices,
  OTHER_PSP,
  PROMOTION,
  type TwoServices,
} from '../testing/two-services.ts';

const HOUR = 3_600;
const [PAYER, PAYEE] = ['acct-abroad', 'acct-shop-abroad'];

let actors: BankActors;
let two: TwoServices;
let a: Bench;
let b: Bench;
let toolRef: string;
let currency: string;

beforeAll(async () => {
  actors = await bankActors(await createActors());
});
afterEach(() => two.close());

const minor = (amount: string): bigint => parseAmount(amount, currency).minor;
const balance = async (bench: Bench, account: string) =>
  formatAmount({ currency, minor: await bench.balance(account) });

/** A payer with so much at A, a merchant at B, and a promotion that takes so much off. */
async function begin(of: string, funds: string, off: string): Promise<void> {
  currency = of;
  const promotion = {
    ...PROMOTION,
    currency,
    amountMinor: minor(off),
    minAmountMinor: 0n,
    budgetMinor: minor(funds),
  };
  two = await createTwoServices(actors, sqlite, { currency, promotion, ownArrivals: true });
  ({ a, b } = two);
  const common = { currency, now: a.now };
  await a.store.transact(async (tx) => {
    await openAccount(tx, { accountId: PAYER, owner: IDS.delegator, kind: 'user', ...common });
    const money = { currency, minor: minor(funds) };
    await fundAccount(tx, { accountId: PAYER, money, transferId: 'funding-abroad', now: a.now });
  });
  await b.store.transact((tx) =>
    openAccount(tx, { accountId: PAYEE, owner: IDS.merchant, kind: 'merchant', ...common }),
  );
  toolRef = await a.bindTool({ currency, maxAmount: funds });
}

const pay = async (amount: string, payer_amount: string, off?: string) => {
  const discounts = [{ funder: IDS.psp, amount: off ?? '', promotion_id: PROMOTION.promotionId }] as const;
  const payee = { account: PAYEE, psp_id: OTHER_PSP };
  return a.psp.pay(
    await two.payment({
      ...{ toolRef, amount },
      quote: { currency, payer_amount: amount, payee },
      request: { payer_amount, ...(off === undefined ? {} : { discounts: [...discounts] }) },
    }),
  );
};

async function refund(target: string, amount: string, refund_id: string): Promise<string> {
  const params = { amount, currency, refund_id };
  const claims = { iss: IDS.merchant, aud: OTHER_PSP, action: 'payment.refund', target, params } as const;
  return outcomeOf(b.psp.refund(target, await b.command(claims, actors.merchant.signer)));
}

describe.each([
  ['JPY', '10000', { amount: '500', off: '150', payer: '350' }, ['1', '1', '1', '1', '496'], '9650'],
  [
    'EUR',
    '100.00',
    { amount: '10.00', off: '3.00', payer: '7.00' },
    ['0.01', '0.01', '0.01', '0.01', '9.96'],
    '93.00',
  ],
  [
    'KWD',
    '100.00',
    { amount: '10.00', off: '3.00', payer: '7.00' },
    ['0.01', '0.01', '0.01', '0.01', '9.96'],
    '93.00',
  ],
])('%s across two services', (of, funds, { amount, off, payer }, parts, left) => {
  test('is paid, goes back in parts that can be written, and adds up (OA-ICN-09, OA-ICN-22)', async () => {
    await begin(of, funds, off);
    const answer = await pay(amount, payer, off);
    expect(receiptOf(answer.receipt)).toMatchObject({ amount, payer_amount: payer, currency });
    expect([await balance(a, PAYER), await balance(b, PAYEE)]).toEqual([left, amount]);
    const target = receiptOf(answer.seller_receipt).trade_no;
    const steps: string[] = [];
    const before = await a.balance(PAYER);
    for (const [at, part] of parts.entries()) {
      expect(await refund(target, part, `refund-${at}`)).toBe('ok');
      steps.push(formatAmount({ currency, minor: (await a.balance(PAYER)) - before }));
    }
    const unit = parts[0] ?? '';
    const times = (count: bigint) => formatAmount({ currency, minor: minor(unit) * count });
    // Of the first four the payer's share is 0.7, 1.4, 2.1 and 2.8: rounded up to what can be written.
    expect(steps).toEqual([times(1n), times(2n), times(3n), times(3n), payer]);
    expect(await refund(target, unit, 'refund-more')).toBe('refund_over_captured');
    expect([await a.balance(PAYER), await b.balance(PAYEE)]).toEqual([minor(funds), 0n]);
    expect(await a.balance(`promotions:${currency}`)).toBe(0n);
    expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
  });

  test('is compared, agreed on and settled in its own units (OA-ICN-12, OA-ICN-19, OA-ICN-20)', async () => {
    await begin(of, funds, off);
    const from = a.now;
    await pay(amount, payer, off);
    await pay(amount, amount);
    two.advance(HOUR);
    const span = { partner: OTHER_PSP, from, until: from + HOUR / 2 };
    const owed = 2n * minor(amount);
    expect(await a.psp.reconcile(span)).toEqual({
      nettings: [{ currency, weOweMinor: owed, theyOweMinor: 0n, trades: 2 }],
      mismatches: [],
    });
    const key = { ...span, currency };
    const { record } = await a.psp.agreeNetting(key);
    expect(record).toMatchObject({
      currency,
      debtor: IDS.psp,
      amount: formatAmount({ currency, minor: owed }),
    });
    expect(record).toMatchObject({ from: formatUtcSeconds(from) });
    expect(await outcomeOf(a.psp.agreeNetting({ ...key, currency: 'USD' }))).toBe(
      'interconnect_window_invalid',
    );
    const money = { currency, minor: owed };
    await b.psp.recordArrival({ partner: IDS.psp, evidenceRef: 'transfer-1', money });
    expect((await a.psp.settleNetting(key, 'transfer-1')).state).toBe('SETTLED');
    expect(await a.balance(`clearing:${OTHER_PSP}:${currency}`)).toBe(0n);
    expect(await b.balance(`clearing:${IDS.psp}:${currency}`)).toBe(0n);
    expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
  });
});

describe('amounts at the edge', () => {
  test('a fraction of a yen is no amount, at A and in a refund at B', async () => {
    await begin('JPY', '10000', '150');
    const answer = await pay('500', '500');
    const target = receiptOf(answer.seller_receipt).trade_no;
    expect(await refund(target, '0.50', 'refund-1')).toBe('amount_precision');
    expect(await outcomeOf(pay('500', '350.50', '150'))).toBe('amount_precision');
    expect(await refund(target, '500.00', 'refund-1')).toBe('ok');
    expect(await a.balance(PAYER)).toBe(10_000n);
  });

  test('a discount takes off no more than the order costs (OA-ICN-05)', async () => {
    await begin('EUR', '100.00', '30.00');
    for (const [payer, off] of [
      ['0.00', '30.00'],
      ['0.00', '20.00'],
      ['20.00', '30.00'],
    ] as const)
      expect(['promotion_not_granted', 'request_quote_disagree']).toContain(
        await outcomeOf(pay('20.00', payer, off)),
      );
    expect(two.sent).toEqual([]);
    expect([await balance(a, PAYER), await booksBalance(a)]).toEqual(['100.00', true]);
    expect(await outcomeOf(pay('30.01', '0.01', '30.00'))).toBe('ok');
    expect([await balance(a, PAYER), await balance(b, PAYEE)]).toEqual(['99.99', '30.01']);
  });

  test('one that takes off all of it is the wallet’s whole gift, and goes back to the wallet', async () => {
    await begin('EUR', '100.00', '30.00');
    const answer = await pay('30.00', '0.00', '30.00');
    expect([await balance(a, PAYER), await balance(b, PAYEE)]).toEqual(['100.00', '30.00']);
    const target = receiptOf(answer.seller_receipt).trade_no;
    expect(await refund(target, '10.00', 'refund-1')).toBe('ok');
    expect(await refund(target, '20.00', 'refund-2')).toBe('ok');
    expect([await balance(a, PAYER), await b.balance(PAYEE)]).toEqual(['100.00', 0n]);
    expect(await a.balance('promotions:EUR')).toBe(0n);
    expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
  });
});
