import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOfJws, digestOfObject } from '../../../protocol/digest/index.ts';
import { readMessage } from '../../../protocol/messages/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { IDS, keyActor } from '../../../verifier/testing/actors.ts';
import {
  balances,
  bindTool,
  createInstantWorld,
  decide,
  type InstantOrder,
  type InstantWorld,
  open,
  paymentBody,
  read,
  requestFor,
  SHOP,
  waiting,
} from '../../testing/instant.ts';
import { command, enrol, evidence, post, random } from '../../testing/world.ts';
import { auditLedger, fundAccount } from '../index.ts';

const BEFORE = [10_000n, 0n];
const AFTER = [8_500n, 1_500n];

let instant: InstantWorld;

beforeEach(async () => {
  instant = await createInstantWorld();
});

afterEach(async () => {
  expect((await auditLedger(instant.world.store.read)).balanced).toBe(true);
  await instant.close();
});

/** The twin of every refusal: another order is confirmed and paid. */
async function expectPays(): Promise<void> {
  const { body } = await open(instant);
  expect((await decide(instant, body.confirmation_id)).body.status).toBe('APPROVED');
  expect((await read(instant, body.payment_id)).body.status).toBe('WAIT_SELLER_FULFILLMENT');
}

describe('the cashier (PSD-PAY-INS)', () => {
  test('PSD-PAY-INS-07, PSD-PAY-INS-10 asks the user and charges nothing before', async () => {
    const { status, body } = await open(instant);
    expect(status).toBe(202);
    expect(body).toEqual({
      payment_id: expect.any(String),
      confirmation_id: expect.any(String),
      status: 'WAIT_BUYER_PAY',
      expires_at: expect.any(String),
    });
    expect((await read(instant, body.payment_id)).body).toEqual(body);
    expect(await balances(instant)).toEqual(BEFORE);
  });

  test('PSD-PAY-INS-08 shows amount, currency, merchant and method as the request has them', async () => {
    const wanted = await paymentBody(instant);
    await post(instant.world, '/instant-payments', wanted);
    const [entry] = await waiting(instant);
    const request = readMessage('paymentRequest', wanted.payment_request).claims;
    expect(entry.shown).toMatchObject({
      kind: 'payment',
      issuer: IDS.issuer,
      psp_id: IDS.psp,
      agent: { agent_id: IDS.agent, jkt: instant.world.actors.agent.jkt },
      payment: {
        out_trade_no: request.out_trade_no,
        merchant: IDS.merchant,
        amount: '18.00',
        discounts: [{ funder: IDS.merchant, amount: '3.00', label: 'coupon' }],
        payer_amount: '15.00',
        currency: 'CNY',
        method_id: IDS.method,
      },
    });
    expect(entry.shown.summary.en).toContain('CNY 15.00');
    expect(entry.subject_digest).toBe(await digestOfJws(wanted.payment_request));
    expect(JSON.stringify(entry)).not.toContain('acct-');
  });

  test('PSD-PAY-INS-09, PSD-PAY-INS-11, PSD-PAY-INS-12 the confirmed total is charged once, with method and time on record', async () => {
    const { body } = await open(instant);
    expect((await decide(instant, body.confirmation_id)).body.status).toBe('APPROVED');
    expect(await balances(instant)).toEqual(AFTER);
    const paid = (await read(instant, body.payment_id)).body;
    expect(paid).toMatchObject({ status: 'WAIT_SELLER_FULFILLMENT', payment: { trade_no: body.payment_id } });
    const receipt = readMessage('receipt', paid.payment.receipt).claims;
    const confirmationDigest = await digestOfJws(paid.confirmation);
    expect(receipt).toMatchObject({ payer_amount: '15.00', confirmation_digest: confirmationDigest });
    expect(receipt.authorization_digest).toBe(
      await digestOfObject({
        salt: paid.payment.authorization_salt,
        confirmation_digest: confirmationDigest,
      }),
    );
    const row = await instant.world.store.read.get('SELECT * FROM instant_payments WHERE payment_id = $1', [
      body.payment_id,
    ]);
    expect(row).toMatchObject({ confirmation_method: 'FACE', state: 'PAID' });
    expect(Number(row?.confirmed_at)).toBe(readMessage('confirmation', paid.confirmation).claims.iat);
  });

  test('PSD-PAY-INS-14 the event of the payment is in the outbox', async () => {
    await expectPays();
    const rows = await instant.world.store.read.all('SELECT event FROM record_outbox');
    expect(rows.map(({ event }) => JSON.parse(String(event)).event_type)).toEqual([
      'act:payment:transaction-completed',
    ]);
  });

  test('the seller’s receipt names the confirmation and no account', async () => {
    const { body } = await open(instant);
    await decide(instant, body.confirmation_id);
    const { payment } = (await read(instant, body.payment_id)).body;
    const seller = readMessage('receipt', payment.seller_receipt).claims;
    expect(seller.aud).toBe(IDS.merchant);
    expect(seller.payee.account).toBe(SHOP);
    expect(JSON.stringify(seller)).not.toContain('acct-payer');
  });
});

describe('nothing moves (PSD-PAY-INS-10, PSD-PAY-INS-16)', () => {
  afterEach(async () => {
    const [payer] = await balances(instant);
    expect(payer).toBe(8_500n);
  });

  test('when the user cancels: confirmation_denied', async () => {
    const { body } = await open(instant);
    expect((await decide(instant, body.confirmation_id, { decision: 'DENY' })).body.status).toBe('DENIED');
    expect((await read(instant, body.payment_id)).body).toMatchObject({
      status: 'TRADE_CLOSED',
      code: 'confirmation_denied',
      requirement: 'OA-CNF-02',
    });
    expect(await balances(instant)).toEqual(BEFORE);
    await expectPays();
  });

  test('when the user is late: confirmation_expired', async () => {
    const { body } = await open(instant);
    const [entry] = await waiting(instant);
    instant.world.time.now += 600;
    const confirmation = await evidence(instant.world, instant.device, entry.challenge);
    const late = await post(instant.world, `/confirmations/${body.confirmation_id}`, { confirmation });
    expect(late.body.code).toBe('confirmation_expired');
    expect((await read(instant, body.payment_id)).body).toMatchObject({
      status: 'TRADE_CLOSED',
      code: 'confirmation_expired',
    });
    expect(await balances(instant)).toEqual(BEFORE);
    await expectPays();
  });

  test('and the question ends with the quote', async () => {
    const { body } = await open(instant, { quote: { exp: instant.world.time.now + 60 } });
    const [entry] = await waiting(instant);
    instant.world.time.now += 60;
    const confirmation = await evidence(instant.world, instant.device, entry.challenge);
    const late = await post(instant.world, `/confirmations/${body.confirmation_id}`, { confirmation });
    expect(late.body.code).toBe('confirmation_expired');
    instant.world.time.now -= 60;
    await expectPays();
  });

  test('when another device confirms: confirmation_device_mismatch', async () => {
    const { body } = await open(instant);
    const [entry] = await waiting(instant);
    const stranger = await enrol(instant.world, await keyActor());
    const confirmation = await evidence(instant.world, stranger, entry.challenge);
    const wrong = await post(instant.world, `/confirmations/${body.confirmation_id}`, { confirmation });
    expect(wrong.body.code).toBe('confirmation_device_mismatch');
    expect(await balances(instant)).toEqual(BEFORE);
    await decide(instant, body.confirmation_id);
    expect(await balances(instant)).toEqual(AFTER);
  });

  test('when the amount was altered after the confirmation: confirmation_challenge_mismatch', async () => {
    const { body } = await open(instant);
    const [entry] = await waiting(instant);
    const shown = { ...entry.shown, payment: { ...entry.shown.payment, payer_amount: '16.00' } };
    const challenge = await digestOfObject({
      shown,
      subject_digest: entry.subject_digest,
      agent_jkt: entry.shown.agent.jkt,
    });
    const confirmation = await evidence(instant.world, instant.device, challenge);
    const altered = await post(instant.world, `/confirmations/${body.confirmation_id}`, { confirmation });
    expect(altered.body.code).toBe('confirmation_challenge_mismatch');
    expect(await balances(instant)).toEqual(BEFORE);
    await decide(instant, body.confirmation_id);
  });

  test('when the confirmation of another payment is presented: confirmation_challenge_mismatch', async () => {
    const first = await open(instant);
    const second = await open(instant);
    const entries = await waiting(instant);
    const other = entries.find((entry) => entry.confirmation_id === second.body.confirmation_id);
    const confirmation = await evidence(instant.world, instant.device, other.challenge);
    const swapped = await post(instant.world, `/confirmations/${first.body.confirmation_id}`, {
      confirmation,
    });
    expect(swapped.body.code).toBe('confirmation_challenge_mismatch');
    await post(instant.world, `/confirmations/${second.body.confirmation_id}`, { confirmation });
  });

  test('OA-INS-03 when the tool was revoked while the user looked: tool_invalid', async () => {
    const { device, toolRef, world } = instant;
    const { body } = await open(instant);
    const claims = { iss: device.deviceId, aud: IDS.psp, action: 'tool.revoke', target: toolRef } as const;
    await post(world, `/tools/${toolRef}/revoke`, { command: await command(world, device.signer, claims) });
    expect((await decide(instant, body.confirmation_id)).body.code).toBe('tool_invalid');
    expect((await read(instant, body.payment_id)).body).toMatchObject({
      status: 'TRADE_CLOSED',
      code: 'tool_invalid',
    });
    expect(await balances(instant)).toEqual(BEFORE);
    instant = { ...instant, toolRef: await bindTool(world, device) };
    await expectPays();
  });
});

describe('an approved payment that the account no longer covers', () => {
  test('is closed with balance_insufficient; after funding a new request is paid', async () => {
    const { world } = instant;
    const bodies = await Promise.all(Array.from({ length: 7 }, () => open(instant)));
    const outcomes: string[] = [];
    for (const { body } of bodies) {
      const { body: decided } = await decide(instant, body.confirmation_id);
      outcomes.push(decided.status === 'APPROVED' ? 'paid' : decided.code);
    }
    expect(outcomes).toEqual([...Array(6).fill('paid'), 'balance_insufficient']);
    expect(await balances(instant)).toEqual([1_000n, 9_000n]);
    const money = { currency: 'CNY', minor: 10_000n };
    const funding = { accountId: 'acct-payer', money, transferId: 'funding-2', now: world.time.now };
    await world.store.transact((tx) => fundAccount(tx, funding));
    await expectPays();
  });
});

describe('once (OA-RPL-01 to OA-RPL-05)', () => {
  test('a second approval: confirmation_decided, one charge', async () => {
    const { body } = await open(instant);
    const [entry] = await waiting(instant);
    await decide(instant, body.confirmation_id);
    const confirmation = await evidence(instant.world, instant.device, entry.challenge);
    const again = await post(instant.world, `/confirmations/${body.confirmation_id}`, { confirmation });
    expect(again.body.code).toBe('confirmation_decided');
    expect(await balances(instant)).toEqual(AFTER);
  });

  test('twenty approvals at once: one charge', async () => {
    const { body } = await open(instant);
    const [entry] = await waiting(instant);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const confirmation = await evidence(instant.world, instant.device, entry.challenge);
        return post(instant.world, `/confirmations/${body.confirmation_id}`, { confirmation });
      }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.body.code === 'confirmation_decided')).toHaveLength(19);
    expect(await balances(instant)).toEqual(AFTER);
  });

  test('the same request again: request_duplicate, and one question', async () => {
    const body = await paymentBody(instant);
    expect((await post(instant.world, '/instant-payments', body)).status).toBe(202);
    expect((await post(instant.world, '/instant-payments', body)).body.code).toBe('request_duplicate');
    expect(await waiting(instant)).toHaveLength(1);
    instant.world.time.now += 300;
    expect((await post(instant.world, '/instant-payments', body)).body.code).toBe('request_duplicate');
  });

  test('the id for another request: request_id_reused', async () => {
    const jti = newId(random, 'req');
    await open(instant, { request: { jti } });
    expect((await open(instant, { request: { jti } })).body.code).toBe('request_id_reused');
    expect((await open(instant)).status).toBe(202);
  });

  test('OA-INS-02 a new request for the same order finds the question that waits, and later the payment', async () => {
    const body = await paymentBody(instant);
    const first = await post(instant.world, '/instant-payments', body);
    const again = { ...body, payment_request: await requestFor(instant, body.quote) };
    const second = await post(instant.world, '/instant-payments', again);
    expect(second).toMatchObject({ status: 202, body: first.body });
    const requestId = readMessage('paymentRequest', again.payment_request).claims.jti;
    expect((await read(instant, requestId)).body).toEqual(first.body);
    await decide(instant, first.body.confirmation_id);
    const third = { ...body, payment_request: await requestFor(instant, body.quote) };
    const paid = await post(instant.world, '/instant-payments', third);
    expect(paid).toMatchObject({ status: 200, body: { payment: { trade_no: first.body.payment_id } } });
    expect(await balances(instant)).toEqual(AFTER);
  });

  test('a paid order with another quote: order_paid_otherwise', async () => {
    const out_trade_no = newId(random, 'ord');
    const { body } = await open(instant, { quote: { out_trade_no } });
    const rival = await open(instant, { quote: { out_trade_no } });
    expect(rival.status).toBe(202);
    await decide(instant, body.confirmation_id);
    expect((await open(instant, { quote: { out_trade_no } })).body.code).toBe('order_paid_otherwise');
    expect((await decide(instant, rival.body.confirmation_id)).body.code).toBe('order_paid_otherwise');
    expect(await balances(instant)).toEqual(AFTER);
  });

  test('after a no the same order is asked again under a new request', async () => {
    const body = await paymentBody(instant);
    const first = await post(instant.world, '/instant-payments', body);
    await decide(instant, first.body.confirmation_id, { decision: 'DENY' });
    const again = { ...body, payment_request: await requestFor(instant, body.quote) };
    const second = await post(instant.world, '/instant-payments', again);
    expect(second.body.payment_id).not.toBe(first.body.payment_id);
    await decide(instant, second.body.confirmation_id);
    expect(await balances(instant)).toEqual(AFTER);
  });
});

describe('PSD-PAY-INS-06 what fails a basic check never reaches the cashier', () => {
  const cases: readonly [string, InstantOrder][] = [
    ['request_time_out_of_window', { request: { iat: 1 } }],
    ['request_audience_mismatch', { request: { aud: IDS.issuer } }],
    [
      'payment_level_mismatch',
      { request: { level: 'act:L2', delegation_id: 'dlg-1', mandate_digest: 'A'.repeat(43) } },
    ],
    ['tool_invalid', { request: { payment_tool_ref: 'tool_none' } }],
    ['tool_limit_exceeded', { quote: { amount: '20.01', discounts: [], payer_amount: '20.01' } }],
    ['request_quote_disagree', { request: { payer_amount: '16.00' } }],
    ['quote_totals_wrong', { quote: { payer_amount: '14.00' } }],
    ['quote_agent_mismatch', { quote: { aud: IDS.otherAgent } }],
    ['quote_payee_mismatch', { quote: { payee: { account: 'acct-payer', psp_id: IDS.psp } } }],
    ['quote_psp_not_accepted', { request: { method_id: 'urn:act:payment:other' } }],
  ];

  test.each(cases)('%s', async (code, order) => {
    const refused = await open(instant, order);
    expect(refused.body.code).toBe(code);
    expect(await waiting(instant)).toEqual([]);
    expect(await balances(instant)).toEqual(BEFORE);
    await expectPays();
  });

  test('a signed refusal once the agent is authenticated, none before', async () => {
    const refused = await open(instant, { request: { payment_tool_ref: 'tool_none' } });
    const { claims } = readMessage('refusal', refused.body.refusal);
    expect(claims).toMatchObject({ code: 'tool_invalid', aud: IDS.agent });
    const forged = await open(instant, { signer: instant.world.actors.otherAgent.signer });
    expect(forged.body).toMatchObject({ code: 'agent_signature_invalid' });
    expect(forged.body.refusal).toBeUndefined();
    expect(await waiting(instant)).toEqual([]);
  });
});

describe('the state of a payment is for its agent alone', () => {
  test('another key, an unknown id and a replayed command are refused', async () => {
    const { body } = await open(instant);
    const stranger = await read(instant, body.payment_id, instant.world.actors.otherAgent.signer);
    expect(stranger.body.code).toBe('agent_unknown');
    expect((await read(instant, 'trade_none')).body.code).toBe('payment_unknown');
    expect((await read(instant, body.payment_id)).body.status).toBe('WAIT_BUYER_PAY');
  });
});
