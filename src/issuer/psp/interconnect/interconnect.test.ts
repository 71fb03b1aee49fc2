import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../../protocol/digest/index.ts';
import type { InterconnectPaymentBody } from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { engines } from '../../../store/testing/engines.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import {
  type Bench,
  booksBalance,
  FUNDED_MINOR,
  fresh,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  receiptOf,
} from '../testing/bench.ts';
import {
  type Agreement,
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  DISCOUNT,
  OTHER_PSP,
  type TwoServices,
  WITH_DISCOUNT,
} from '../testing/two-services.ts';

const MINUTE = 60;

let actors: BankActors;

beforeAll(async () => {
  actors = await bankActors(await createActors());
});

describe.each(engines)('interconnection on $name', (engine) => {
  let two: TwoServices;
  let a: Bench;
  let b: Bench;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  async function agree(agreement: Agreement = {}): Promise<void> {
    two = await createTwoServices(actors, engine, agreement);
    ({ a, b } = two);
  }

  beforeEach(() => agree());
  afterEach(() => two.close());

  async function usage(): Promise<{ spent: bigint; held: bigint; times: bigint }> {
    const row = await a.store.read.get('SELECT spent_minor, held_minor, times_used FROM usage');
    const { spent_minor: spent = 0n, held_minor: held = 0n, times_used: times = 0n } = row ?? {};
    return { spent, held, times } as { spent: bigint; held: bigint; times: bigint };
  }

  /** Books balance at both, and what A owes B by A's books is what B is owed by its own. */
  async function settled(owed: bigint): Promise<void> {
    expect(await booksBalance(a)).toBe(true);
    expect(await booksBalance(b)).toBe(true);
    if (owed === 0n) return;
    expect(await a.balance(CLEARING.atA)).toBe(owed);
    expect(await b.balance(CLEARING.atB)).toBe(-owed);
    expect(await a.balance(CLEARING.transit)).toBe(0n);
  }

  async function nothingMoved(): Promise<void> {
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR);
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(0n);
    expect(await usage()).toEqual({ spent: 0n, held: 0n, times: 0n });
    expect(await a.store.read.all('SELECT 1 FROM payments')).toEqual([]);
    for (const account of [CLEARING.promotions, CLEARING.transit]) {
      // No such account yet, or nothing in it.
      expect([-1n, 0n]).toContain(await a.balance(account));
    }
    await settled(0n);
  }

  async function query(target: string) {
    return a.psp.query(await a.command({ target }, actors.agent.signer));
  }

  test('payer 70.00, merchant 100.00, A owes B 100.00; the receipt names both trades (OA-ICN-09)', async () => {
    const answer = await a.psp.pay(await two.payment(WITH_DISCOUNT));
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 7_000n);
    expect(await a.balance(CLEARING.promotions)).toBe(-3_000n);
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
    await settled(10_000n);
    // To the owner of the merchant's code (OA-ICN-13).
    expect(two.sent).toMatchObject([{ origin: 'https://pay.example', path: '/interconnect/payments' }]);
    const own = receiptOf(answer.receipt);
    const sellers = receiptOf(answer.seller_receipt);
    expect(own).toMatchObject({ iss: IDS.psp, amount: '100.00', payer_amount: '70.00' });
    expect(sellers).toMatchObject({ iss: OTHER_PSP, amount: '100.00', payer_amount: '100.00' });
    expect(own.peer).toEqual({ psp_id: OTHER_PSP, trade_no: sellers.trade_no });
    expect(sellers).not.toHaveProperty('peer');
    // Limits count the gross amount of the order, once the partner has confirmed it.
    expect(await usage()).toEqual({ spent: 10_000n, held: 0n, times: 1n });
    const joined = await b.store.read.get('SELECT peer_trade_no, trade_no, intent_id FROM interconnect_in');
    expect(joined).toEqual({
      peer_trade_no: answer.trade_no,
      trade_no: sellers.trade_no,
      intent_id: 'intent-1',
    });
  });

  test('each records the payment as its own, B with the trade of A and without account numbers (OA-ICN-21)', async () => {
    const answer = await a.psp.pay(await two.payment(WITH_DISCOUNT));
    const { trade_no, authorization_digest } = receiptOf(answer.seller_receipt);
    const eventsOf = async (bench: Bench) =>
      (await bench.store.read.all('SELECT event FROM record_outbox')).map(({ event }) => String(event));
    const [own = '', ...more] = await eventsOf(b);
    expect(more).toEqual([]);
    expect(JSON.parse(own)).toMatchObject({
      event_type: 'act:payment:transaction-completed',
      subject: [trade_no],
      correlation: { intent_id: 'intent-1', trade_no },
      participants: [{ id: OTHER_PSP, role: 'PSP' }, { id: IDS.agent }, { id: IDS.merchant }],
      event_body: {
        authorization_digest,
        peer: { psp_id: IDS.psp, trade_no: answer.trade_no },
        amount: '100.00',
        payer_amount: '100.00',
      },
    });
    expect(own).not.toContain('acct-');
    expect(await eventsOf(a)).toHaveLength(1);
  });

  test('A tells with whom it clears and what it takes off, B that it gives nothing (OA-ICN-14)', () => {
    expect(a.psp.terms()).toMatchObject({
      psp_id: IDS.psp,
      partners: [OTHER_PSP],
      promotions: [{ promotion_id: 'instant-30', amount: '30.00', min_amount: '100.00', currency: 'CNY' }],
    });
    expect(b.psp.terms()).toEqual({ psp_id: OTHER_PSP, partners: [IDS.psp], promotions: [] });
  });

  test('without a discount the payer pays what the merchant gets', async () => {
    await a.psp.pay(await two.payment());
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 10_000n);
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
    await settled(10_000n);
  });

  test('the merchant delivers at its own service, and the payer’s gives nothing back by itself (OA-ICN-10)', async () => {
    const answer = await a.psp.pay(await two.payment());
    const { trade_no: target } = receiptOf(answer.seller_receipt);
    const give = (claims: object) =>
      b.command({ iss: IDS.merchant, aud: OTHER_PSP, target, ...claims }, actors.merchant.signer);
    const params = { amount: '100.00', currency: 'CNY', refund_id: 'refund-1' };
    const delivered = await b.psp.confirmFulfilment(target, await give({ action: 'fulfilment.confirm' }));
    expect(delivered).toEqual({ trade_no: target, state: 'WAIT_BUYER_RECEIPT' });
    const { trade_no } = answer;
    const here = { iss: IDS.merchant, action: 'payment.refund', target: trade_no, params } as const;
    expect(await outcomeOf(a.psp.refund(trade_no, await a.command(here, actors.merchant.signer)))).toBe(
      'command_not_permitted',
    );
    await settled(10_000n);
  });

  const notGranted: [string, object][] = [
    ['unknown', { payer_amount: '70.00', discounts: [{ ...DISCOUNT, promotion_id: 'instant-99' }] }],
    ['amount', { payer_amount: '69.00', discounts: [{ ...DISCOUNT, amount: '31.00' }] }],
    ['one', { payer_amount: '40.00', discounts: [DISCOUNT, DISCOUNT] }],
  ];
  test.each(notGranted)(
    'a discount that A does not grant is refused: %s (OA-ICN-05)',
    async (_rule, request) => {
      expect(await outcomeOf(a.psp.pay(await two.payment({ request })))).toBe('promotion_not_granted');
      await nothingMoved();
      expect(await outcomeOf(a.psp.pay(await two.payment(WITH_DISCOUNT)))).toBe('ok');
    },
  );

  test('nobody else can promise A’s money, and no order here gets it (OA-ICN-05)', async () => {
    const funded = { ...DISCOUNT, funder: OTHER_PSP };
    const byOther = await two.payment({ request: { payer_amount: '70.00', discounts: [funded] } });
    expect(await outcomeOf(a.psp.pay(byOther))).toBe('request_quote_disagree');
    const here = await a.payment({ amount: '100.00', ...WITH_DISCOUNT });
    expect(await outcomeOf(a.psp.pay(here))).toBe('promotion_not_granted');
    const small = await two.payment({
      amount: '99.99',
      request: { payer_amount: '69.99', discounts: [DISCOUNT] },
    });
    expect(await outcomeOf(a.psp.pay(small))).toBe('promotion_not_granted');
    await nothingMoved();
  });

  test('a promotion gives no more than its budget, however many ask at once (OA-ICN-05)', async () => {
    const bodies = await Promise.all(Array.from({ length: 5 }, () => two.payment(WITH_DISCOUNT)));
    const outcomes = await Promise.all(bodies.map((body) => outcomeOf(a.psp.pay(body))));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'promotion_not_granted')).toHaveLength(2);
    expect(await a.balance(CLEARING.promotions)).toBe(-9_000n);
    await settled(30_000n);
  });

  test('without a common partner nothing is sent and nothing charged (OA-ICN-01)', async () => {
    await two.close();
    await agree({ partnersOfA: [] });
    expect(await outcomeOf(a.psp.pay(await two.payment()))).toBe('quote_psp_not_accepted');
    const accepted = [{ method_id: IDS.method, psp_id: IDS.psp }];
    expect(await outcomeOf(a.psp.pay(await two.payment({ quote: { accepted } })))).toBe(
      'quote_payee_mismatch',
    );
    expect(two.sent).toEqual([]);
    await nothingMoved();
  });

  test('a service that B does not clear with is refused there, and the payer has everything back', async () => {
    await two.close();
    await agree({ partnersOfB: [] });
    const refused = await a.psp.pay(await two.payment(WITH_DISCOUNT)).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'interconnect_refused',
      evidence: { psp_id: OTHER_PSP, code: 'interconnect_partner_unknown' },
    });
    expect(refused).toHaveProperty('refusal');
    await nothingMoved();
  });

  const refusedAtB: [string, object][] = [
    ['quote_payee_mismatch', { payee: { account: 'acct-voyage', psp_id: OTHER_PSP } }],
    ['quote_payee_mismatch', { payee: { account: 'acct-nobody', psp_id: OTHER_PSP } }],
  ];
  test.each(refusedAtB)(
    'what B refuses is reversed, and the order can be paid anew: %s',
    async (code, quote) => {
      const outTradeNo = fresh('order');
      const first = a.psp.pay(await two.payment({ ...WITH_DISCOUNT, outTradeNo, quote }));
      await expect(first).rejects.toMatchObject({ code: 'interconnect_refused', evidence: { code } });
      await nothingMoved();
      expect(await outcomeOf(query(outTradeNo))).toBe('payment_unknown');
      expect(await outcomeOf(a.psp.pay(await two.payment({ ...WITH_DISCOUNT, outTradeNo })))).toBe('ok');
      await settled(10_000n);
    },
  );

  test('the books of a day agree, and what A owes is netted (OA-ICN-11, OA-ICN-12)', async () => {
    const from = a.now - MINUTE;
    for (let paid = 0; paid < 3; paid += 1) await a.psp.pay(await two.payment());
    two.advance(MINUTE);
    const span = { partner: OTHER_PSP, from, until: a.now };
    const nettings = [{ currency: 'CNY', weOweMinor: 30_000n, theyOweMinor: 0n, trades: 3 }];
    expect(await a.psp.reconcile(span)).toEqual({ nettings, mismatches: [] });
    expect(await a.psp.reconcile(span)).toEqual({ nettings, mismatches: [] });
    expect(await a.store.read.all('SELECT we_owe_minor FROM interconnect_nettings')).toEqual([
      { we_owe_minor: 30_000n },
    ]);
    expect(await a.psp.reconcile({ ...span, from: from - MINUTE, until: from })).toEqual({
      nettings: [],
      mismatches: [],
    });
    expect(await outcomeOf(a.psp.reconcile({ ...span, until: a.now + 1 }))).toBe(
      'interconnect_window_invalid',
    );
    expect(await outcomeOf(a.psp.reconcile({ ...span, partner: 'did:act:third.example/psp' }))).toBe(
      'interconnect_partner_unknown',
    );
  });

  test('OA-ICN-25 a command that is over a statement asks for none', async () => {
    two.advance(MINUTE);
    const target = `${formatUtcSeconds(a.now - MINUTE)}/${formatUtcSeconds(a.now)}`;
    const asked = async (params?: { readonly digest: string }) => {
      const action = 'interconnect.reconcile' as const;
      const claims = {
        ...{ iss: OTHER_PSP, aud: IDS.psp, jti: fresh('cmd'), iat: a.now, action, target },
        ...(params === undefined ? {} : { params }),
      };
      return outcomeOf(a.psp.giveStatement(await signMessage('command', claims, actors.otherCommand.signer)));
    };
    const digest = await digestOfObject({ trades: [] });
    expect(await asked({ digest })).toBe('interconnect_answer_as_request');
    expect(await asked()).toBe('ok');
  });

  test('each difference between the books is named, and nothing is netted (OA-ICN-12)', async () => {
    const from = a.now - MINUTE;
    const { trade_no: changed } = await a.psp.pay(await two.payment());
    two.fates = ['answer_lost', 'request_lost'];
    expect(await outcomeOf(a.psp.pay(await two.payment({ outTradeNo: 'order-1' })))).toBe('payment_pending');
    two.advance(MINUTE);
    await a.store.transact((tx) =>
      tx.run('UPDATE interconnect_out SET owed_minor = 9999, payer_minor = 9999 WHERE trade_no = $1', [
        changed,
      ]),
    );
    const span = { partner: OTHER_PSP, from, until: a.now };
    const { nettings, mismatches } = await a.psp.reconcile(span);
    expect(nettings).toEqual([]);
    expect(mismatches).toMatchObject([
      { tradeNo: changed, rule: 'differs' },
      { payerPsp: IDS.psp, rule: 'only_there' },
    ]);
    expect(await a.store.read.all('SELECT 1 FROM interconnect_nettings')).toEqual([]);
  });

  test('a statement that the partner has not signed is not used (OA-ICN-11)', async () => {
    await a.psp.pay(await two.payment());
    two.advance(MINUTE);
    const span = { partner: OTHER_PSP, from: a.now - 2 * MINUTE, until: a.now };
    two.answerWith = (answer) => {
      const text = new TextDecoder().decode(answer.body).replace('100.00', '1.00');
      return { ...answer, body: new TextEncoder().encode(text) };
    };
    expect(await outcomeOf(a.psp.reconcile(span))).toBe('peer_answer_invalid');
    two.answerWith = undefined;
    expect((await a.psp.reconcile(span)).nettings).toHaveLength(1);
  });

  test('only what is paid directly is sent (OA-ICN-04)', async () => {
    const escrow = await two.payment({ quote: { settlement: 'ESCROW' } });
    expect(await outcomeOf(a.psp.pay(escrow))).toBe('interconnect_settlement_unsupported');
    expect(two.sent).toEqual([]);
    await nothingMoved();
  });

  test('an answer that is lost is asked for: one debit, one credit (OA-ICN-07)', async () => {
    two.fates = ['answer_lost'];
    await a.psp.pay(await two.payment(WITH_DISCOUNT));
    expect(two.sent.map(({ path }) => path)).toEqual([
      '/interconnect/payments',
      '/interconnect/payments/query',
    ]);
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 7_000n);
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
    await settled(10_000n);
  });

  test('an instruction that was lost is given up by both, and a late copy is refused (OA-ICN-06)', async () => {
    two.fates = ['request_lost'];
    const outTradeNo = fresh('order');
    const refused = a.psp.pay(await two.payment({ ...WITH_DISCOUNT, outTradeNo }));
    await expect(refused).rejects.toMatchObject({
      code: 'interconnect_refused',
      evidence: { code: 'interconnect_cancelled' },
    });
    await nothingMoved();
    const late = await two.deliver('/interconnect/payments', two.sent[0]?.body);
    expect(problemIn(late).code).toBe('interconnect_cancelled');
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(0n);
    expect(await outcomeOf(a.psp.pay(await two.payment({ ...WITH_DISCOUNT, outTradeNo })))).toBe('ok');
    await settled(10_000n);
  });

  test('OA-RPL-01 the id of a payment that was given back stays used, also after a clock that was ahead has come back', async () => {
    const body = await two.payment();
    two.fates = ['request_lost'];
    expect(await outcomeOf(a.psp.pay(body))).toBe('interconnect_refused');
    a.now += MINUTE * MINUTE;
    expect(await outcomeOf(a.psp.pay(await a.payment({ amount: '100.00' })))).toBe('ok');
    a.now -= MINUTE * MINUTE;
    expect(await outcomeOf(a.psp.pay(body))).toBe('request_duplicate');
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 10_000n);
    const { out_trade_no } = readMessage('quote', body.quote).claims;
    expect(await outcomeOf(query(out_trade_no))).toBe('payment_unknown');
    expect(await outcomeOf(a.psp.pay(await a.requestAgain(body, {})))).toBe('ok');
    await settled(10_000n);
  });

  test('OA-RPL-01 the ids under which it was asked for again while it was pending stay used as well', async () => {
    const body = await two.payment();
    two.fates = ['request_lost', 'request_lost'];
    expect(await outcomeOf(a.psp.pay(body))).toBe('payment_pending');
    const again = await a.requestAgain(body, {});
    expect(await outcomeOf(a.psp.pay(again))).toBe('payment_pending');
    a.now += MINUTE * MINUTE;
    expect(await outcomeOf(a.psp.pay(await a.payment({ amount: '100.00' })))).toBe('ok');
    a.now -= MINUTE * MINUTE;
    two.advance(MINUTE);
    expect(await a.psp.advanceDue()).toBe(1);
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 10_000n);
    a.now += MINUTE * MINUTE;
    expect(await outcomeOf(a.psp.pay(await a.payment({ amount: '100.00' })))).toBe('ok');
    a.now -= MINUTE * MINUTE;
    expect(await outcomeOf(a.psp.pay(again))).toBe('request_duplicate');
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 20_000n);
    expect(await outcomeOf(a.psp.pay(await a.requestAgain(body, {})))).toBe('ok');
  });

  test('silence leaves it pending: no second debit, and the answer comes later (OA-ICN-07)', async () => {
    const body = await two.payment({ ...WITH_DISCOUNT, requestId: 'request-1', outTradeNo: 'order-1' });
    two.fates = ['answer_lost', 'request_lost'];
    expect(await outcomeOf(a.psp.pay(body))).toBe('payment_pending');
    expect(await usage()).toEqual({ spent: 0n, held: 10_000n, times: 1n });
    expect(await a.balance(CLEARING.transit)).toBe(10_000n);
    expect(await outcomeOf(query('request-1'))).toBe('payment_pending');
    const again = await a.requestAgain(body, { requestId: 'request-2', ...WITH_DISCOUNT });
    expect(await outcomeOf(a.psp.pay(again))).toBe('payment_pending');
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 7_000n);
    two.advance(MINUTE);
    expect(await a.psp.advanceDue()).toBe(1);
    expect(await query('request-1')).toMatchObject({ out_trade_no: 'order-1' });
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 7_000n);
    await settled(10_000n);
    expect(await a.psp.advanceDue()).toBe(0);
  });

  test('what was sent by a clock that was ahead is asked about when it has come back (OA-ICN-07)', async () => {
    two.advance(MINUTE * MINUTE);
    two.fates = ['request_lost', 'request_lost'];
    expect(await outcomeOf(a.psp.pay(await two.payment()))).toBe('payment_pending');
    two.advance(-MINUTE * MINUTE);
    expect(await a.psp.advanceDue()).toBe(1);
    await nothingMoved();
  });

  test('the agent’s own query asks the partner once enough time has passed', async () => {
    two.fates = ['answer_lost', 'request_lost'];
    const body = await two.payment({ outTradeNo: 'order-1' });
    expect(await outcomeOf(a.psp.pay(body))).toBe('payment_pending');
    two.advance(MINUTE);
    expect(await query('order-1')).toMatchObject({ state: 'WAIT_SELLER_FULFILLMENT' });
    await settled(10_000n);
  });

  test('A that dies between its debit and the instruction gives the money back (OA-ICN-08)', async () => {
    const body = await two.payment({ ...WITH_DISCOUNT, outTradeNo: 'order-1' });
    two.onTheWay = () => Promise.reject(new Error('killed'));
    await expect(a.psp.pay(body)).rejects.toThrow('killed');
    two.onTheWay = undefined;
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 7_000n);
    await two.restartA();
    two.advance(MINUTE);
    expect(await a.psp.advanceDue()).toBe(1);
    await nothingMoved();
  });

  test('A that dies after B’s commit finds the payment', async () => {
    const body = await two.payment({ outTradeNo: 'order-1' });
    two.fates = ['answer_lost', 'request_lost'];
    expect(await outcomeOf(a.psp.pay(body))).toBe('payment_pending');
    await two.restartA();
    two.advance(MINUTE);
    await a.psp.advanceDue();
    expect(await query('order-1')).toMatchObject({ out_trade_no: 'order-1' });
    await settled(10_000n);
  });

  test('the same request twenty times at once is one debit and one credit', async () => {
    const body = await two.payment({ ...WITH_DISCOUNT, outTradeNo: 'order-1' });
    const requests = await Promise.all(Array.from({ length: 20 }, () => a.requestAgain(body, WITH_DISCOUNT)));
    const outcomes = await Promise.all(requests.map((request) => outcomeOf(a.psp.pay(request))));
    expect(outcomes.every((outcome) => outcome === 'ok' || outcome === 'payment_pending')).toBe(true);
    expect(outcomes).toContain('ok');
    expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 7_000n);
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
    await settled(10_000n);
  });

  test('an order that is paid at B meanwhile is not paid from A too', async () => {
    const outTradeNo = fresh('order');
    const quote = {
      payee: { account: PAYEE_ACCOUNT, psp_id: OTHER_PSP },
      accepted: [{ method_id: IDS.method, psp_id: OTHER_PSP }],
    };
    const body = await two.payment({ outTradeNo });
    const atB = await b.payment({ outTradeNo, amount: '100.00', quote, request: { aud: OTHER_PSP } });
    const mandate = await remade(b, atB.mandate);
    const request = await b.requestAgain({ ...atB, mandate }, { request: { aud: OTHER_PSP } });
    const outcomes = await Promise.all([
      outcomeOf(a.psp.pay(body)),
      outcomeOf(b.psp.pay({ ...request, mandate })),
    ]);
    expect([...outcomes].sort()).toEqual(
      outcomes[0] === 'ok' ? ['ok', 'order_paid_otherwise'] : ['interconnect_refused', 'ok'],
    );
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
    await settled(outcomes[0] === 'ok' ? 10_000n : 0n);
  });

  /** The same mandate, made out to B. */
  async function remade(bench: Bench, mandate: string): Promise<string> {
    const { claims } = readMessage('mandate', mandate);
    return signMessage('mandate', { ...claims, aud: OTHER_PSP }, bench.actors.issuer.signer);
  }

  async function instruction(): Promise<InterconnectPaymentBody> {
    await a.psp.pay(await two.payment());
    return two.sent[0]?.body as InterconnectPaymentBody;
  }

  async function instructed(
    change: Partial<InterconnectPaymentBody['instruction']>,
    by = actors.command.signer,
  ) {
    const { command, instruction: given } = await instruction();
    const changed = { ...given, trade_no: fresh('trade'), ...change };
    const digest = await digestOfObject(changed as unknown as JsonValue);
    const claims = { ...readMessage('command', command).claims, jti: fresh('cmd'), target: changed.trade_no };
    const signed = await signMessage('command', { ...claims, params: { digest } }, by);
    return problemIn(await two.deliver('/interconnect/payments', { command: signed, instruction: changed }));
  }

  test('a replayed instruction is refused, and moves nothing (OA-CMD-02)', async () => {
    const body = await instruction();
    expect(problemIn(await two.deliver('/interconnect/payments', body)).code).toBe('command_duplicate');
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
  });

  test('an instruction that was changed on the way is refused without a statement (OA-ICN-02)', async () => {
    const body = await instruction();
    const altered = { ...body, instruction: { ...body.instruction, amount: '1000.00' } };
    const problem = problemIn(await two.deliver('/interconnect/payments', altered));
    expect(problem).toMatchObject({ code: 'interconnect_instruction_altered', requirement: 'OA-ICN-02' });
    expect(problem).not.toHaveProperty('refusal');
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
  });

  test.each([
    ['interconnect_instruction_mismatch', { amount: '70.00' }],
    ['interconnect_instruction_mismatch', { amount: '1000.00' }],
    ['interconnect_instruction_mismatch', { out_trade_no: 'order-other' }],
    ['interconnect_instruction_mismatch', { merchant: IDS.otherMerchant }],
    ['quote_agent_mismatch', { agent_id: IDS.otherAgent }],
    ['quote_psp_not_accepted', { method_id: 'urn:act:payment:other' }],
    ['order_paid_otherwise', {}],
  ])('B credits what the merchant offers and nothing else: %s (OA-ICN-03)', async (code, change) => {
    expect(await instructed(change)).toMatchObject({ code });
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
    await settled(10_000n);
  });

  test('an instruction is signed by the partner’s key for commands', async () => {
    expect((await instructed({}, actors.psp.signer)).code).toBe('x509_eku_mismatch');
    expect((await instructed({}, actors.otherCommand.signer)).code).toBe('x509_name_mismatch');
    await settled(20_000n);
  });

  test('what is not B’s signed word changes nothing: A asks again (OA-ICN-07)', async () => {
    two.answerWith = ({ status, ...answer }) => ({ ...answer, status: status === 200 ? 500 : status });
    const body = await two.payment({ outTradeNo: 'order-1' });
    expect(await outcomeOf(a.psp.pay(body))).toBe('payment_pending');
    const forged = await signMessage(
      'refusal',
      {
        iss: OTHER_PSP,
        jti: fresh('rfsl'),
        iat: a.now,
        exp: a.now + MINUTE,
        aud: IDS.psp,
        request_digest: 'A'.repeat(43),
        code: 'order_closed',
        requirement: 'OA-ORD-01',
        retryability: 'never',
      },
      actors.otherReceipt.signer,
    );
    two.answerWith = () => problemAnswer('order_closed', forged);
    two.advance(MINUTE);
    await a.psp.advanceDue();
    expect(await outcomeOf(query('order-1'))).toBe('payment_pending');
    two.answerWith = undefined;
    two.advance(MINUTE);
    await a.psp.advanceDue();
    expect(await outcomeOf(query('order-1'))).toBe('ok');
    await settled(10_000n);
  });
});

function problemIn({ body }: { readonly body: Uint8Array }) {
  return JSON.parse(new TextDecoder().decode(body));
}

function problemAnswer(code: string, refusal: string) {
  const problem = {
    type: `urn:openact:problem:${code}`,
    title: 'refused',
    status: 409,
    code,
    requirement: 'OA-ORD-01',
    retryability: 'never',
    valid_next_actions: [],
    refusal,
  };
  const body = new TextEncoder().encode(JSON.stringify(problem));
  return { status: 409, contentType: 'application/problem+json', body };
}
