import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SignedRefusal } from '../../../http/index.ts';
import { digestOfJws, digestOfObject } from '../../../protocol/digest/index.ts';
import type { Signer } from '../../../protocol/jws/index.ts';
import { readMessage } from '../../../protocol/messages/index.ts';
import { assertAccepted, verifyReceipt } from '../../../verifier/index.ts';
import { type Actors, createActors, IDS } from '../../../verifier/testing/actors.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  receiptOf,
} from '../testing/bench.ts';

let actors: Actors;
let bench: Bench;

beforeAll(async () => {
  actors = await createActors();
});

beforeEach(async () => {
  bench = await createBench(actors);
});

afterEach(async () => {
  await bench.close();
});

/** A key service that is down. */
function silentSigner(): Signer {
  return { ...actors.psp.signer, sign: () => Promise.reject(new Error('key service down')) };
}

describe('receipts', () => {
  test('both receipts verify, for the agent and for the seller', async () => {
    const body = await bench.payment();
    const answer = await bench.psp.pay(body);
    const { trustList } = bench.world;
    const now = bench.now;
    for (const [receipt, audience] of [
      [answer.receipt, IDS.agent],
      [answer.seller_receipt, IDS.merchant],
    ] as const) {
      assertAccepted(await verifyReceipt({ receipt }, { trustList, now, audience }));
    }
    const claims = receiptOf(answer.receipt);
    expect(claims).toMatchObject({
      trade_no: answer.trade_no,
      state: 'WAIT_SELLER_FULFILLMENT',
      quote_digest: await digestOfJws(body.quote),
      request_digest: await digestOfJws(body.payment_request),
      delegation_id: 'dlg-1',
      agent_jkt: actors.agent.jkt,
    });
  });

  test('OA-PRV-01, OA-PRV-03 the seller sees no account, no budget, no mandate, and no digest to link purchases by', async () => {
    const [first, second] = [
      await bench.psp.pay(await bench.payment()),
      await bench.psp.pay(await bench.payment()),
    ];
    const digests = [first, second].flatMap((answer) => [
      receiptOf(answer.receipt).authorization_digest,
      receiptOf(answer.seller_receipt).authorization_digest,
    ]);
    expect(new Set(digests).size).toBe(4);
    expect(receiptOf(first.seller_receipt)).not.toHaveProperty('delegation_id');
    const told = JSON.stringify(receiptOf(second.seller_receipt));
    for (const secret of [PAYER_ACCOUNT, bench.toolRef]) expect(told).not.toContain(secret);
    expect(Object.keys(receiptOf(second.seller_receipt)).join(' ')).toBe(
      'agent_jkt amount aud authorization_digest currency exp iat iss jti merchant out_trade_no paid_at payee ' +
        'payer_amount quote_digest request_digest state trade_no',
    );
    const opened = { salt: first.authorization_salt, mandate_digest: await digestOfJws(bench.world.mandate) };
    expect(receiptOf(first.receipt).authorization_digest).toBe(await digestOfObject(opened));
  });

  test('money moved but the key service is down: payment_pending, never a refusal; a restart signs (OA-QRY-02, OA-LDG-24)', async () => {
    await bench.restart({ receiptSigner: silentSigner() });
    const body = await bench.payment();
    await expect(bench.psp.pay(body)).rejects.toMatchObject({ code: 'payment_pending' });
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(55_350n);
    const { out_trade_no: target } = readMessage('quote', body.quote).claims;
    expect(await outcomeOf(bench.psp.query(await bench.command({ target }, actors.agent.signer)))).toBe(
      'payment_pending',
    );
    await bench.restart();
    expect(await bench.psp.start()).toBe(1);
    expect(await bench.psp.start()).toBe(0);
    const answer = await bench.psp.query(await bench.command({ target }, actors.agent.signer));
    expect(answer.out_trade_no).toBe(target);
    expect(await bench.psp.pay(await bench.requestAgain(body, {}))).toEqual(answer);
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(55_350n);
  });

  test('OA-LDG-23 the first signature that is stored stays', async () => {
    await bench.restart({ receiptSigner: silentSigner() });
    await outcomeOf(bench.psp.pay(await bench.payment({ outTradeNo: 'order-once' })));
    await bench.restart();
    const ask = async () =>
      bench.psp.query(await bench.command({ target: 'order-once' }, actors.agent.signer));
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(1);
  });

  test('PSD-PAY-DEL-21 TSD-ATT-EVT-15 TSD-ATT-OFF-29 the event leaves through the outbox, without account numbers', async () => {
    const { trade_no } = await bench.psp.pay(await bench.payment());
    const row = await bench.store.read.get('SELECT event FROM record_outbox');
    const event = String(row?.event);
    expect(JSON.parse(event)).toMatchObject({
      event_type: 'act:payment:transaction-completed',
      correlation: { trade_no },
    });
    expect(event).not.toContain('acct-');
  });

  test('a charge that is refused at the last step leaves no trace (OA-LDG-02)', async () => {
    await bench.restart({
      ledger: {
        account: async () => ({
          accountId: PAYEE_ACCOUNT,
          owner: IDS.merchant,
          kind: 'merchant',
          currency: 'CNY',
          balanceMinor: 1_000_000n,
        }),
        post: () => Promise.reject(new Error('not for payments')),
        postTogether: () => Promise.reject(new Error('not for payments')),
        postLast: () => Promise.reject(new Error('core ledger down')),
        escrowAccount: async () => 'escrow:CNY',
        houseAccount: async () => 'house:CNY',
      },
    });
    await expect(bench.psp.pay(await bench.payment())).rejects.toThrow('core ledger down');
    for (const table of ['payments', 'usage', 'requests', 'receipts', 'record_outbox']) {
      expect(await bench.store.read.all(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
    await bench.restart();
    expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
    expect(await booksBalance(bench)).toBe(true);
  });
});

describe('refusals', () => {
  test('OA-HTTP-22 an authenticated agent gets a signed statement of the refusal', async () => {
    bench.statuses.set('dlg-1', 'Revoked');
    const body = await bench.payment();
    const error = await bench.psp.pay(body).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SignedRefusal);
    const { claims } = readMessage('refusal', (error as SignedRefusal).refusal);
    expect(claims).toMatchObject({
      iss: IDS.psp,
      aud: IDS.agent,
      code: 'mandate_revoked',
      request_digest: await digestOfJws(body.payment_request),
    });
  });

  test('so does one that is refused inside the transaction', async () => {
    const outTradeNo = 'order-twice';
    await bench.psp.pay(await bench.payment({ outTradeNo }));
    await expect(bench.psp.pay(await bench.payment({ outTradeNo }))).rejects.toHaveProperty('refusal');
  });

  test('nothing is signed for a sender who was not authenticated', async () => {
    const forged = await bench.payment({ signer: actors.otherAgent.signer });
    const error = await bench.psp.pay(forged).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'agent_signature_invalid' });
    expect(error).not.toHaveProperty('refusal');
  });

  test('without a key service the code stays the same', async () => {
    await bench.restart({ receiptSigner: silentSigner() });
    bench.statuses.set('dlg-1', 'Revoked');
    expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('mandate_revoked');
  });
});
