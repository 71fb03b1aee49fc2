import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWitnesses, disputeWorld } from '../../../../test/disputes/world.ts';
import { digestOfObject } from '../../../protocol/digest/index.ts';
import type { InterconnectRefundBody } from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { engines } from '../../../store/testing/engines.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import { put } from '../../../verifier/testing/changes.ts';
import { ORDER_NO } from '../../../verifier/testing/claims.ts';
import type { Changes } from '../../../verifier/testing/world.ts';
import { type Bench, fresh, outcomeOf, receiptOf } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  moneyOf,
  OTHER_PSP,
  type TwoServices,
  WITH_DISCOUNT,
} from '../testing/two-services.ts';

const MINUTE = 60;
const HOUR = 3_600;

let actors: BankActors;

beforeAll(async () => {
  actors = await bankActors(await createActors());
});

describe.each(engines)('a refund between two services, on $name', (engine) => {
  let two: TwoServices;
  let a: Bench;
  let b: Bench;
  /** Of B, which the merchant knows; and of A. */
  let target: string;
  let peer: string;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  /** 70.00 of the payer, 30.00 of A's promotion, 100.00 to the merchant. */
  beforeEach(async () => {
    two = await createTwoServices(actors, engine);
    ({ a, b } = two);
    const answer = await a.psp.pay(await two.payment(WITH_DISCOUNT));
    peer = answer.trade_no;
    target = receiptOf(answer.seller_receipt).trade_no;
    two.sent.length = 0;
  });
  afterEach(() => two.close());

  async function refund(
    change: { amount?: string; refund_id?: string; currency?: string } = {},
    by: string = IDS.merchant,
  ) {
    const params = { amount: '100.00', currency: 'CNY', refund_id: 'refund-1', ...change };
    const claims = { iss: by, aud: OTHER_PSP, action: 'payment.refund', target, params } as const;
    const signer = by === IDS.merchant ? actors.merchant.signer : actors.otherMerchant.signer;
    return b.psp.refund(target, await b.command(claims, signer));
  }

  const moneyAt = () => moneyOf(two);
  const PAID = {
    payer: -7_000n,
    promotion: -3_000n,
    weOwe: 10_000n,
    theyOwe: -10_000n,
    merchant: 10_000n,
    books: [true, true],
  };
  const BACK = { payer: 0n, promotion: 0n, weOwe: 0n, theyOwe: 0n, merchant: 0n, books: [true, true] };

  const stateAt = async (bench: Bench, tradeNo: string) =>
    (await bench.store.read.get('SELECT state FROM payments WHERE trade_no = $1', [tradeNo]))?.state;
  const used = async () => (await a.store.read.get('SELECT spent_minor FROM promotions_used'))?.spent_minor;

  test('gives everybody back what everybody paid, and both trades are closed (OA-ICN-10)', async () => {
    expect(await moneyAt()).toEqual(PAID);
    expect(await refund()).toEqual({
      trade_no: target,
      refund_id: 'refund-1',
      refunded_total: '100.00',
      state: 'TRADE_CLOSED',
    });
    expect(await moneyAt()).toEqual(BACK);
    expect([await stateAt(a, peer), await stateAt(b, target)]).toEqual(['TRADE_CLOSED', 'TRADE_CLOSED']);
    // The promotion can give it again; what was spent under the mandate stays spent.
    expect(await used()).toBe(0n);
    const usage = await a.store.read.get('SELECT spent_minor FROM usage');
    expect(usage?.spent_minor).toBe(10_000n);
    expect(two.sent).toMatchObject([{ origin: 'https://bank.example', path: '/interconnect/refunds' }]);
  });

  test('is one refund however often it is asked for, and then there is nothing left (OA-RFD-02)', async () => {
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => outcomeOf(refund())));
    expect(outcomes).toContain('ok');
    expect(await outcomeOf(refund())).toBe('ok');
    expect(await outcomeOf(refund({ refund_id: 'refund-2' }))).toBe('refund_over_captured');
    expect(await outcomeOf(refund({ amount: '50.00' }))).toBe('request_id_reused');
    expect(await moneyAt()).toEqual(BACK);
  });

  /** By now: of the payer and of the promotion, what both owe, and what the merchant still has. */
  const standing = (payer: bigint, promotion: bigint, owed: bigint) => ({
    payer,
    promotion,
    weOwe: owed,
    theyOwe: -owed,
    merchant: owed,
    books: [true, true],
  });

  test('in parts gives everybody back in the proportion in which they paid, to the last cent (OA-ICN-22)', async () => {
    // 0.01 of 100.00, of which the payer paid 70%: the payer's, because the payer's part is rounded up.
    expect(await refund({ amount: '0.01', refund_id: 'part-1' })).toMatchObject({
      refunded_total: '0.01',
      state: 'WAIT_SELLER_FULFILLMENT',
    });
    expect(await moneyAt()).toEqual(standing(-6_999n, -3_000n, 9_999n));
    await refund({ amount: '0.01', refund_id: 'part-2' });
    expect(await moneyAt()).toEqual(standing(-6_998n, -3_000n, 9_998n));
    await refund({ amount: '0.01', refund_id: 'part-3' });
    expect(await moneyAt()).toEqual(standing(-6_997n, -3_000n, 9_997n));
    await refund({ amount: '0.01', refund_id: 'part-4' });
    expect(await moneyAt()).toEqual(standing(-6_997n, -2_999n, 9_996n));
    expect(await used()).toBe(2_999n);
    expect([await stateAt(a, peer), await stateAt(b, target)]).toEqual([
      'WAIT_SELLER_FULFILLMENT',
      'WAIT_SELLER_FULFILLMENT',
    ]);
    await refund({ amount: '49.96', refund_id: 'part-5' });
    expect(await moneyAt()).toEqual(standing(-3_500n, -1_500n, 5_000n));
    expect(await refund({ amount: '50.00', refund_id: 'part-6' })).toMatchObject({ state: 'TRADE_CLOSED' });
    expect(await moneyAt()).toEqual(BACK);
    expect(await used()).toBe(0n);
    expect([await stateAt(a, peer), await stateAt(b, target)]).toEqual(['TRADE_CLOSED', 'TRADE_CLOSED']);
  });

  test('in parts is one part for each refund id, and never more than was captured, all at once too (OA-RFD-01)', async () => {
    const part = (at: number) => outcomeOf(refund({ amount: '30.00', refund_id: `part-${at}` }));
    const outcomes = await Promise.all([0, 1, 2, 3, 4, 0, 1].map(part));
    expect(outcomes).toContain('refund_over_captured');
    // Those under one id may have met each other on the way: asked again, they are what they were.
    const again = await Promise.all([0, 1, 2, 3, 4].map(part));
    expect(again.toSorted()).toEqual(['ok', 'ok', 'ok', 'refund_over_captured', 'refund_over_captured']);
    expect(await moneyAt()).toEqual(standing(-700n, -300n, 1_000n));
    expect(await outcomeOf(refund({ amount: '10.01', refund_id: 'part-9' }))).toBe('refund_over_captured');
    expect(await outcomeOf(refund({ amount: '10.00', refund_id: 'part-9' }))).toBe('ok');
    expect(await moneyAt()).toEqual(BACK);
  });

  test('in parts of which one is lost and one is refused: each stands for itself (OA-ICN-07, OA-ICN-10)', async () => {
    two.fates = ['request_lost'];
    expect(await outcomeOf(refund({ amount: '40.00', refund_id: 'part-1' }))).toBe('payment_pending');
    expect(await outcomeOf(refund({ amount: '60.01', refund_id: 'part-2' }))).toBe('refund_over_captured');
    await refund({ amount: '10.00', refund_id: 'part-3' });
    expect(await moneyAt()).toEqual({ ...standing(-6_300n, -2_700n, 9_000n), merchant: 5_000n });
    await a.store.transact((tx) =>
      tx.run("UPDATE payments SET state = 'TRADE_FINISHED' WHERE trade_no = $1", [peer]),
    );
    expect(await outcomeOf(refund({ amount: '40.00', refund_id: 'part-1' }))).toBe('interconnect_refused');
    expect(await moneyAt()).toEqual(standing(-6_300n, -2_700n, 9_000n));
  });

  test('is in the currency of the trade, and the merchant’s own (OA-ICN-10)', async () => {
    expect(await outcomeOf(refund({ amount: '100.01' }))).toBe('refund_over_captured');
    expect(await outcomeOf(refund({ currency: 'EUR' }))).toBe('currency_mismatch');
    expect(await outcomeOf(refund({}, IDS.otherMerchant))).toBe('command_not_permitted');
    expect(two.sent).toEqual([]);
    expect(await moneyAt()).toEqual(PAID);
    expect(await outcomeOf(refund())).toBe('ok');
  });

  test('whose answer is lost is pending, and found by asking: one credit (OA-ICN-07)', async () => {
    two.fates = ['answer_lost'];
    expect(await outcomeOf(refund())).toBe('payment_pending');
    expect(await moneyAt()).toEqual({ ...BACK, theyOwe: -10_000n });
    two.advance(MINUTE);
    expect(await b.psp.advanceDue()).toBe(1);
    expect(await moneyAt()).toEqual(BACK);
    expect(await outcomeOf(refund())).toBe('ok');
    expect(await b.psp.advanceDue()).toBe(0);
  });

  test('that is lost on the way is sent again (OA-ICN-07)', async () => {
    two.fates = ['request_lost'];
    expect(await outcomeOf(refund())).toBe('payment_pending');
    expect(await moneyAt()).toEqual({ ...PAID, merchant: 0n });
    expect(await outcomeOf(refund())).toBe('ok');
    expect(await moneyAt()).toEqual(BACK);
  });

  test('that was asked for by a clock that was ahead is sent again when it has come back (OA-ICN-07)', async () => {
    two.fates = ['request_lost'];
    two.advance(MINUTE * MINUTE);
    expect(await outcomeOf(refund())).toBe('payment_pending');
    two.advance(-MINUTE * MINUTE);
    expect(await b.psp.advanceDue()).toBe(1);
    expect(await moneyAt()).toEqual(BACK);
  });

  test('that A refuses leaves the merchant its money, and stays refused (OA-ICN-10)', async () => {
    await a.store.transact((tx) =>
      tx.run("UPDATE payments SET state = 'TRADE_FINISHED' WHERE trade_no = $1", [peer]),
    );
    await expect(refund()).rejects.toMatchObject({
      code: 'interconnect_refused',
      evidence: { code: 'trade_transition_illegal' },
    });
    expect(await moneyAt()).toEqual(PAID);
    expect(await outcomeOf(refund())).toBe('interconnect_refused');
    const late = await two.deliver('/interconnect/refunds', two.sent[0]?.body, 'https://bank.example');
    expect(late.status).toBe(409);
    expect(await moneyAt()).toEqual(PAID);
    expect(await stateAt(b, target)).toBe('WAIT_SELLER_FULFILLMENT');
  });

  test('of what A has compensated already is refused, and the merchant keeps its money (OA-DSP-08, OA-ICN-10)', async () => {
    const { trade_no: stolen, seller_receipt } = await a.psp.pay(
      await two.payment({ ...WITH_DISCOUNT, outTradeNo: ORDER_NO }),
    );
    const other = target;
    target = receiptOf(seller_receipt).trade_no;
    await refund({ amount: '10.00', refund_id: 'part-1' });
    two.advance(2 * HOUR);
    const receipt = put<object>({ trade_no: stolen }) as NonNullable<Changes['receipt']>;
    const purchase = { receipt, statuses: { 5: 1 } };
    const { bytes } = await disputeWorld(actors, await createWitnesses(actors), { purchase });
    expect(await a.psp.compensate(bytes)).toMatchObject({ trade_no: stolen, amount: '63.00' });
    const left = standing(-7_000n, -5_700n, 19_000n);
    expect(await moneyAt()).toEqual(left);
    for (const again of ['part-2', 'part-2']) {
      const refused = refund({ amount: '90.00', refund_id: again });
      await expect(refused).rejects.toMatchObject({ evidence: { code: 'refund_over_captured' } });
    }
    expect(await moneyAt()).toEqual(left);
    target = other;
    expect(await outcomeOf(refund())).toBe('ok');
  });

  test.each([
    ['refund_over_captured', { amount: '200.00' }],
    ['refund_over_captured', { amount: '100.01' }],
    ['amount_form', { amount: '0.00' }],
    ['interconnect_instruction_mismatch', { currency: 'EUR' }],
    ['interconnect_instruction_mismatch', { merchant: IDS.otherMerchant }],
    ['payment_unknown', { peer_trade_no: 'trade-other' }],
    ['payment_unknown', { trade_no: 'trade-none' }],
  ])('is of what was paid, whatever B says: %s (OA-ICN-10)', async (code, change) => {
    const terms = {
      trade_no: peer,
      peer_trade_no: target,
      merchant: IDS.merchant,
      out_trade_no: readMessage(
        'receipt',
        (await a.psp.query(await a.command({ target: peer }, actors.agent.signer))).receipt,
      ).claims.out_trade_no,
      refund_id: fresh('refund'),
      amount: '100.00',
      currency: 'CNY',
    };
    const said = async (refund: InterconnectRefundBody['refund'], over = refund) => {
      const params = { digest: await digestOfObject(over as unknown as JsonValue) };
      const action = 'interconnect.refund' as const;
      const claims = {
        iss: OTHER_PSP,
        aud: IDS.psp,
        jti: fresh('cmd'),
        iat: a.now,
        action,
        target: refund.trade_no,
        params,
      };
      const command = await signMessage('command', claims, actors.otherCommand.signer);
      return outcomeOf(a.psp.takeRefund({ refund, command }));
    };
    expect(await said({ ...terms, ...change })).toBe(code);
    expect(await said(terms, { ...terms, amount: '1.00' })).toBe('interconnect_instruction_altered');
    const answer = { ...terms, refunded_at: formatUtcSeconds(a.now) };
    expect(await said(answer), 'OA-ICN-25').toBe('interconnect_answer_as_request');
    expect(await moneyAt()).toEqual(PAID);
    expect(await said({ ...terms, refund_id: fresh('refund') })).toBe('ok');
  });

  test('is in the statement of both, and nets to nothing with what it refunds (OA-ICN-12, OA-ICN-19)', async () => {
    const from = a.now;
    two.advance(HOUR);
    await refund({ amount: '40.00', refund_id: 'part-1' });
    await refund({ amount: '60.00', refund_id: 'part-2' });
    await a.psp.pay(await two.payment({ outTradeNo: 'order-kept' }));
    two.advance(HOUR);
    const span = { partner: OTHER_PSP, from, until: a.now - HOUR / 2 };
    const { nettings, mismatches } = await a.psp.reconcile(span);
    expect(mismatches).toEqual([]);
    expect(nettings).toEqual([{ currency: 'CNY', weOweMinor: 20_000n, theyOweMinor: 10_000n, trades: 4 }]);
    expect(await a.psp.agreeNetting({ ...span, currency: 'CNY' })).toMatchObject({
      state: 'AGREED',
      debtor: IDS.psp,
      netMinor: 10_000n,
    });
    expect(await a.balance(CLEARING.atA)).toBe(10_000n);
  });
});
