import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../../protocol/digest/index.ts';
import type { InterconnectRefundBody } from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { signMessage } from '../../../protocol/messages/index.ts';
import { sqlite } from '../../../store/testing/sqlite.ts';
import { type Actor, createActors, IDS } from '../../../verifier/testing/actors.ts';
import { type Bench, booksBalance, fresh, outcomeOf, PAYEE_ACCOUNT, receiptOf } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  DISCOUNT,
  OTHER_PSP,
  THIRD_PSP,
  type TwoServices,
} from '../testing/two-services.ts';

let actors: BankActors;
let two: TwoServices;
let a: Bench;
let b: Bench;
/** Of the trade that was paid from A to B: its number at B, and at A. */
let target: string;
let peer: string;
let outTradeNo: string;

beforeAll(async () => {
  actors = await bankActors(await createActors());
});

beforeEach(async () => {
  two = await createTwoServices(actors, sqlite, { partnersOfA: [OTHER_PSP, THIRD_PSP] });
  ({ a, b } = two);
  outTradeNo = fresh('order');
  const answer = await a.psp.pay(await two.payment({ outTradeNo }));
  peer = answer.trade_no;
  target = receiptOf(answer.seller_receipt).trade_no;
});
afterEach(() => two.close());

async function refundAt(bench: Bench, pspId: string, tradeNo: string, refundId: string) {
  const params = { amount: '100.00', currency: 'CNY', refund_id: refundId };
  const claims = {
    iss: IDS.merchant,
    aud: pspId,
    action: 'payment.refund',
    target: tradeNo,
    params,
  } as const;
  return bench.psp.refund(tradeNo, await bench.command(claims, actors.merchant.signer));
}

const refundAcross = (refundId: string) => refundAt(b, OTHER_PSP, target, refundId);

test('what the promotion has paid whole goes back to it whole (OA-ICN-05, OA-ICN-10)', async () => {
  const gift = { amountMinor: 10_000n, budgetMinor: 10_000n };
  const given = await createTwoServices(actors, sqlite, { promotion: gift });
  const discounts = [{ ...DISCOUNT, amount: '100.00' }];
  const order = { request: { payer_amount: '0.00', discounts } } as const;
  const paid = await given.a.psp.pay(await given.payment(order));
  const tradeNo = receiptOf(paid.seller_receipt).trade_no;
  expect(await given.a.balance(CLEARING.promotions)).toBe(-10_000n);
  expect(await outcomeOf(refundAt(given.b, OTHER_PSP, tradeNo, 'refund-1'))).toBe('ok');
  expect(await given.a.balance(CLEARING.promotions)).toBe(0n);
  expect(await given.b.balance(PAYEE_ACCOUNT)).toBe(0n);
  const again = await given.payment(order);
  expect(await outcomeOf(given.a.psp.pay(again))).toBe('ok');
  await given.close();
});

test('what a coupon has paid whole has nothing that could go back, whoever asks (OA-RFD-01, OA-MNY-06)', async () => {
  const free = fresh('order');
  const discount = { funder: IDS.merchant, amount: '100.00' };
  const paid = await a.psp.pay(
    await two.payment({
      outTradeNo: free,
      discount,
      quote: { payer_amount: '0.00' },
      request: { payer_amount: '0.00' },
    }),
  );
  const tradeNo = receiptOf(paid.seller_receipt).trade_no;
  expect(await outcomeOf(refundAt(b, OTHER_PSP, tradeNo, 'refund-1'))).toBe('refund_over_captured');
  const partner = { pspId: OTHER_PSP, signer: actors.otherCommand.signer };
  const of = { trade_no: paid.trade_no, peer_trade_no: tradeNo, out_trade_no: free };
  for (const [amount, code] of [
    ['0.01', 'refund_over_captured'],
    ['0.00', 'amount_form'],
  ] as const) {
    const asked = terms({ ...of, amount, refund_id: fresh('refund') });
    expect([amount, await asks({ bench: a, pspId: IDS.psp }, partner, asked)]).toEqual([amount, code]);
  }
  expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
  expect(await outcomeOf(refundAcross('refund-1'))).toBe('ok');
});

/** A partner asks for a refund, of whatever it names. */
async function asks(
  to: { readonly bench: Bench; readonly pspId: string },
  from: { readonly pspId: string; readonly signer: Actor['signer'] },
  refund: InterconnectRefundBody['refund'],
): Promise<string> {
  const claims = {
    iss: from.pspId,
    aud: to.pspId,
    jti: fresh('cmd'),
    iat: to.bench.now,
    action: 'interconnect.refund' as const,
    target: refund.trade_no,
    params: { digest: await digestOfObject(refund as unknown as JsonValue) },
  };
  return outcomeOf(
    to.bench.psp.takeRefund({ refund, command: await signMessage('command', claims, from.signer) }),
  );
}

const terms = (change: Partial<InterconnectRefundBody['refund']> = {}): InterconnectRefundBody['refund'] => ({
  trade_no: peer,
  peer_trade_no: target,
  merchant: IDS.merchant,
  out_trade_no: outTradeNo,
  refund_id: 'refund-1',
  amount: '100.00',
  currency: 'CNY',
  ...change,
});

describe('the id of a refund between two services (OA-ICN-10, OA-RFD-02)', () => {
  test.each([
    ['as it is', {}],
    ['for another trade of its own', { peer_trade_no: 'trade-other' }],
  ])('is not used up at A by a third service that asks for the trade %s', async (_name, change) => {
    const third = { pspId: THIRD_PSP, signer: actors.thirdCommand.signer };
    expect(await asks({ bench: a, pspId: IDS.psp }, third, terms(change))).toBe('payment_unknown');
    expect(await outcomeOf(refundAcross('refund-1'))).toBe('ok');
    expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
  });

  test('is not used up at B by a partner that names its merchant', async () => {
    const partner = { pspId: IDS.psp, signer: actors.command.signer };
    const invented = terms({ trade_no: 'trade-none' });
    expect(await asks({ bench: b, pspId: OTHER_PSP }, partner, invented)).toBe('payment_unknown');
    expect(await outcomeOf(refundAcross('refund-1'))).toBe('ok');
  });

  test('may be that of another refund that the merchant has asked of A', async () => {
    const here = await a.psp.pay(await a.payment({ amount: '100.00' }));
    expect(await outcomeOf(refundAt(a, IDS.psp, here.trade_no, 'refund-1'))).toBe('ok');
    expect(await outcomeOf(refundAcross('refund-1'))).toBe('ok');
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(0n);
  });

  test('leaves that id at A to the merchant', async () => {
    expect(await outcomeOf(refundAcross('refund-1'))).toBe('ok');
    const here = await a.psp.pay(await a.payment({ amount: '100.00' }));
    expect(await outcomeOf(refundAt(a, IDS.psp, here.trade_no, 'refund-1'))).toBe('ok');
  });

  test('is one refund at B, also while A has not answered', async () => {
    const claims = { ...b.world.mandateClaims, aud: OTHER_PSP };
    const mandate = await signMessage('mandate', claims, actors.issuer.signer);
    const here = await b.psp.pay(
      await b.payment({
        amount: '100.00',
        mandate,
        quote: {
          payee: { account: PAYEE_ACCOUNT, psp_id: OTHER_PSP },
          accepted: [{ method_id: IDS.method, psp_id: OTHER_PSP }],
        },
        request: { aud: OTHER_PSP },
      }),
    );
    two.fates = ['request_lost'];
    expect(await outcomeOf(refundAcross('refund-1'))).toBe('payment_pending');
    expect(await outcomeOf(refundAt(b, OTHER_PSP, here.trade_no, 'refund-1'))).toBe('request_id_reused');
    expect(await outcomeOf(refundAcross('refund-1'))).toBe('ok');
    expect(await outcomeOf(refundAt(b, OTHER_PSP, here.trade_no, 'refund-2'))).toBe('ok');
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(0n);
  });
});
