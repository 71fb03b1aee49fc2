import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandClaims, PaymentAnswer } from '../../protocol/generated/types.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { registerAgent } from './agents.ts';
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

let actors: Actors;
let bench: Bench;
let paid: PaymentAnswer;

beforeAll(async () => {
  actors = await createActors();
});

beforeEach(async () => {
  bench = await createBench(actors);
  paid = await bench.psp.pay(await bench.payment({ outTradeNo: 'order-1', requestId: 'request-1' }));
});

afterEach(async () => {
  await bench.close();
});

function merchantCommand(claims: Partial<CommandClaims>, by: 'merchant' | 'otherMerchant' = 'merchant') {
  return bench.command({ iss: IDS[by], target: paid.trade_no, ...claims }, actors[by].signer);
}

async function refund(
  amount: string,
  change: { readonly refundId?: string; readonly tradeNo?: string; readonly currency?: string } = {},
) {
  const target = change.tradeNo ?? paid.trade_no;
  const command = await merchantCommand({
    action: 'payment.refund',
    target,
    params: { amount, currency: change.currency ?? 'CNY', refund_id: change.refundId ?? fresh('refund') },
  });
  return bench.psp.refund(target, command);
}

async function fulfil(by: 'merchant' | 'otherMerchant' = 'merchant') {
  return bench.psp.confirmFulfilment(
    paid.trade_no,
    await merchantCommand({ action: 'fulfilment.confirm' }, by),
  );
}

describe('signed query', () => {
  test.each(['request id', 'trade number', 'order number'])('finds a payment by its %s', async (what) => {
    const targets: Record<string, string> = {
      'request id': 'request-1',
      'trade number': paid.trade_no,
      'order number': 'order-1',
    };
    const command = await bench.command({ target: targets[what] ?? '' }, actors.agent.signer);
    expect(await bench.psp.query(command)).toEqual(paid);
  });

  test('a later request id that got the first receipt points to the same trade', async () => {
    const body = await bench.payment({ outTradeNo: 'order-2' });
    const first = await bench.psp.pay(body);
    await bench.psp.pay(await bench.requestAgain(body, { requestId: 'request-2b' }));
    expect(await bench.psp.query(await bench.command({ target: 'request-2b' }, actors.agent.signer))).toEqual(
      first,
    );
  });

  test('knows nothing of what was never paid, or was refused (OA-QRY-01)', async () => {
    bench.statuses.set('dlg-1', 'Revoked');
    await outcomeOf(bench.psp.pay(await bench.payment({ requestId: 'request-refused' })));
    for (const target of ['request-refused', 'order-unknown']) {
      const command = await bench.command({ target }, actors.agent.signer);
      expect(await outcomeOf(bench.psp.query(command))).toBe('payment_unknown');
    }
  });

  test('answers the paying agent only', async () => {
    await bench.bindTool({ agent: 'otherAgent' });
    const claims = { iss: IDS.otherAgent, target: paid.trade_no };
    const foreign = await bench.command(claims, actors.otherAgent.signer);
    expect(await outcomeOf(bench.psp.query(foreign))).toBe('payment_unknown');
    const forged = await bench.command({ target: paid.trade_no }, actors.otherAgent.signer);
    expect(await outcomeOf(bench.psp.query(forged))).toBe('agent_unknown');
    const own = await bench.command({ target: paid.trade_no }, actors.agent.signer);
    expect(await outcomeOf(bench.psp.query(own))).toBe('ok');
    expect(await outcomeOf(bench.psp.query(own))).toBe('command_duplicate');
  });

  test('OA-QRY-01 answers the key that paid, and no other of the same agent', async () => {
    const { jkt, publicJwk, signer } = actors.otherAgent;
    const key = { agentId: IDS.agent, jkt, publicJwk };
    await bench.store.transact((tx) => registerAgent(tx, key, bench.now));
    for (const target of ['request-1', paid.trade_no, 'order-1']) {
      expect(await outcomeOf(bench.psp.query(await bench.command({ target }, signer)))).toBe(
        'payment_unknown',
      );
      expect(await bench.psp.query(await bench.command({ target }, actors.agent.signer))).toEqual(paid);
    }
  });

  test('an order number of several merchants has to be made precise', async () => {
    await bench.store.transact((tx) =>
      tx.run(`INSERT INTO payments SELECT 'trade_twin', 'did:act:voyage.example/tickets', out_trade_no, agent_id,
        'request-twin', request_digest, issuer, delegation_id, mandate_digest, quote_digest, payment_tool_ref,
        payer_account, payee_account, currency, amount_minor, captured_minor, refunded_minor, state, state_since,
        paid_at, authorization_salt, confirmation_digest, settlement, fulfil_before FROM payments`),
    );
    const byOrder = await bench.command({ target: 'order-1' }, actors.agent.signer);
    expect(await outcomeOf(bench.psp.query(byOrder))).toBe('command_target_mismatch');
    const byTrade = await bench.command({ target: paid.trade_no }, actors.agent.signer);
    expect(await outcomeOf(bench.psp.query(byTrade))).toBe('ok');
  });
});

describe('fulfilment', () => {
  test('the merchant moves the trade on, and saying it again changes nothing (PSD-PAY-A402-20)', async () => {
    expect(await fulfil()).toEqual({ trade_no: paid.trade_no, state: 'WAIT_BUYER_RECEIPT' });
    expect(await fulfil()).toEqual({ trade_no: paid.trade_no, state: 'WAIT_BUYER_RECEIPT' });
    const query = await bench.command({ target: paid.trade_no }, actors.agent.signer);
    expect(await bench.psp.query(query)).toMatchObject({
      state: 'WAIT_BUYER_RECEIPT',
      receipt: paid.receipt,
    });
  });

  test('another merchant may not (OA-CMD-01)', async () => {
    expect(await outcomeOf(fulfil('otherMerchant'))).toBe('command_not_permitted');
    expect(await outcomeOf(fulfil())).toBe('ok');
  });

  test('a closed and a finished trade stay what they are', async () => {
    await refund('553.50');
    expect(await outcomeOf(fulfil())).toBe('trade_transition_illegal');
  });

  test('a command is used once and for its target only (OA-CMD-02, OA-CMD-04)', async () => {
    const command = await merchantCommand({ action: 'fulfilment.confirm' });
    expect(await outcomeOf(bench.psp.confirmFulfilment('trade_other', command))).toBe(
      'command_target_mismatch',
    );
    expect(await outcomeOf(bench.psp.confirmFulfilment(paid.trade_no, command))).toBe('ok');
    expect(await outcomeOf(bench.psp.confirmFulfilment(paid.trade_no, command))).toBe('command_duplicate');
  });

  test('an unknown trade', async () => {
    const command = await merchantCommand({ action: 'fulfilment.confirm', target: 'trade_x' });
    expect(await outcomeOf(bench.psp.confirmFulfilment('trade_x', command))).toBe('payment_unknown');
  });

  test('after a while delivered goods count as received', async () => {
    await fulfil();
    expect(await bench.psp.finishReceived()).toBe(0);
    bench.now += 7 * 86_400;
    expect(await bench.psp.finishReceived()).toBe(1);
    expect(await bench.psp.finishReceived()).toBe(0);
    const row = await bench.store.read.get('SELECT state FROM payments');
    expect(row?.state).toBe('TRADE_FINISHED');
  });
});

describe('refund', () => {
  test('in parts up to what was captured, then the trade is closed (OA-RFD-01, P13)', async () => {
    const state = 'WAIT_SELLER_FULFILLMENT';
    expect(await refund('100.00')).toMatchObject({ refunded_total: '100.00', state });
    expect(await outcomeOf(refund('453.51'))).toBe('refund_over_captured');
    expect(await refund('453.50')).toMatchObject({ refunded_total: '553.50', state: 'TRADE_CLOSED' });
    expect(await outcomeOf(refund('0.01'))).toBe('refund_over_captured');
    expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR);
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(0n);
    expect(await booksBalance(bench)).toBe(true);
  });

  test('of nothing is none, and uses its id not up (OA-MNY-06)', async () => {
    for (const nothing of ['0', '0.0', '0.00']) {
      expect(await outcomeOf(refund(nothing, { refundId: 'refund-n' }))).toBe('amount_form');
    }
    expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - 55_350n);
    expect(await outcomeOf(refund('0.01', { refundId: 'refund-n' }))).toBe('ok');
  });

  test('the same refund id gives the same money once (OA-RFD-02, P13)', async () => {
    const refundId = 'refund-a';
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund('200.00', { refundId })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(35_350n);
    expect(await outcomeOf(refund('100.00', { refundId }))).toBe('request_id_reused');
  });

  test('also after the trade was closed by it', async () => {
    const first = await refund('553.50', { refundId: 'refund-all' });
    expect(await refund('553.50', { refundId: 'refund-all' })).toEqual(first);
  });

  test('a refund id cannot be used for another trade', async () => {
    await refund('10.00', { refundId: 'refund-b' });
    const other = await bench.psp.pay(await bench.payment());
    expect(await outcomeOf(refund('10.00', { refundId: 'refund-b', tradeNo: other.trade_no }))).toBe(
      'request_id_reused',
    );
  });

  test('parallel refunds never exceed what was captured', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => outcomeOf(refund('50.00'))));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(11);
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(350n);
  });

  test('OA-LIM-21 does not restore the budget of the mandate', async () => {
    await refund('553.50');
    const usage = await bench.store.read.get('SELECT spent_minor, times_used FROM usage');
    expect({ ...usage }).toEqual({ spent_minor: 55_350n, times_used: 1n });
  });

  test('only by the merchant that was paid, in the currency paid, and more than nothing', async () => {
    const params = { amount: '1.00', currency: 'CNY', refund_id: 'refund-c' };
    const foreign = await merchantCommand({ action: 'payment.refund', params }, 'otherMerchant');
    expect(await outcomeOf(bench.psp.refund(paid.trade_no, foreign))).toBe('command_not_permitted');
    expect(await outcomeOf(refund('1.00', { currency: 'USD' }))).toBe('currency_mismatch');
    expect(await outcomeOf(refund('0'))).toBe('amount_form');
    const bare = await merchantCommand({ action: 'payment.refund' });
    expect(await outcomeOf(bench.psp.refund(paid.trade_no, bare))).toBe('schema_mismatch');
    expect(await outcomeOf(refund('1.00'))).toBe('ok');
  });

  test('a merchant without the money cannot refund', async () => {
    await bench.store.transact((tx) =>
      tx.run('UPDATE accounts SET balance_minor = 100 WHERE account_id = $1', [PAYEE_ACCOUNT]),
    );
    expect(await outcomeOf(refund('1.01'))).toBe('balance_insufficient');
    expect(await outcomeOf(refund('1.00'))).toBe('ok');
  });

  test('a finished trade is not closed by a refund (PSD-PAY-A402-20)', async () => {
    await fulfil();
    bench.now += 7 * 86_400;
    await bench.psp.finishReceived();
    bench.now -= 7 * 86_400;
    expect(await outcomeOf(refund('1.00'))).toBe('trade_transition_illegal');
  });
});

describe('account', () => {
  function read(
    accountId: string,
    claims: Partial<CommandClaims> = {},
    by: 'device' | 'otherDevice' = 'device',
  ) {
    const command = bench.command(
      { iss: IDS.device, action: 'account.read', target: accountId, ...claims },
      actors[by].signer,
    );
    return command.then((compact) => bench.psp.readAccount(accountId, compact));
  }

  test('its owner’s device reads the balance', async () => {
    expect(await read(PAYER_ACCOUNT)).toEqual({
      account_id: PAYER_ACCOUNT,
      currency: 'CNY',
      balance: '99446.50',
    });
  });

  test('nobody else does', async () => {
    expect(await outcomeOf(read(PAYEE_ACCOUNT))).toBe('command_not_permitted');
    expect(await outcomeOf(read('acct-none'))).toBe('command_not_permitted');
    expect(await outcomeOf(read(PAYER_ACCOUNT, { iss: 'dev_unknown' }))).toBe('device_unknown');
    expect(await outcomeOf(read(PAYER_ACCOUNT, {}, 'otherDevice'))).toBe('command_signature_invalid');
    expect(await outcomeOf(read(PAYER_ACCOUNT))).toBe('ok');
  });
});
