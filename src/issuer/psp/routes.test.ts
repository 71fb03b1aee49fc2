import type { Hono } from 'hono';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp, createLogger } from '../../http/index.ts';
import {
  type Validator,
  validatePaymentAnswer,
  validateProblem,
} from '../../protocol/generated/validators.js';
import { TOKEN_TEXT } from '../../protocol/jws/testing/token-text.ts';
import type { TraceEvent } from '../../protocol/ports.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { pspRoutes } from './index.ts';
import { type Bench, createBench, PAYER_ACCOUNT } from './testing/bench.ts';

let actors: Actors;
let bench: Bench;
let app: Hono;
let traced: TraceEvent[];

beforeAll(async () => {
  actors = await createActors();
});

beforeEach(async () => {
  bench = await createBench(actors);
  traced = [];
  await bench.restart({ trace: (event) => traced.push(event) });
  app = createApp({ name: 'psp', log: createLogger('psp', 'silent'), checks: [] });
  app.route('/', pspRoutes(bench.psp));
});

afterEach(async () => {
  await bench.close();
});

async function post(path: string, body: unknown): Promise<{ status: number; json: unknown }> {
  const answer = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, json: await answer.json() };
}

function assertShape<T>(validator: Validator<T>, value: unknown): T {
  if (!validator(value)) throw new Error(JSON.stringify(validator.errors));
  return value;
}

describe('the payment service over HTTP', () => {
  test('pays in the same exchange (PSD-PAY-DEL-26), answers a query, takes fulfilment and refund', async () => {
    const paid = await post('/payments', await bench.payment());
    expect(paid.status).toBe(200);
    const { trade_no: tradeNo } = assertShape(validatePaymentAnswer, paid.json);

    const query = await bench.command({ target: tradeNo }, actors.agent.signer);
    expect(await post('/payments/query', { command: query })).toEqual(paid);

    const merchant = { iss: IDS.merchant, target: tradeNo };
    const delivered = await bench.command(
      { ...merchant, action: 'fulfilment.confirm' },
      actors.merchant.signer,
    );
    expect(await post(`/payments/${tradeNo}/fulfilment`, { command: delivered })).toEqual({
      status: 200,
      json: { trade_no: tradeNo, state: 'WAIT_BUYER_RECEIPT' },
    });

    const params = { amount: '53.50', currency: 'CNY', refund_id: 'refund-http' };
    const refund = await bench.command(
      { ...merchant, action: 'payment.refund', params },
      actors.merchant.signer,
    );
    expect(await post(`/payments/${tradeNo}/refunds`, { command: refund })).toEqual({
      status: 200,
      json: {
        trade_no: tradeNo,
        refund_id: 'refund-http',
        refunded_total: '53.50',
        state: 'WAIT_BUYER_RECEIPT',
      },
    });
  });

  test('PSD-PAY-DEL-16 a refusal is a problem that says which check, with the signed statement; what is not signed by the agent gets none', async () => {
    bench.statuses.set('dlg-1', 'Revoked');
    const refused = await post('/payments', await bench.payment());
    expect(refused.status).toBe(403);
    expect(assertShape(validateProblem, refused.json)).toMatchObject({
      code: 'mandate_revoked',
      requirement: 'ADD-IAC-LCM-11',
      refusal: expect.stringMatching(/^[\w.-]+$/),
    });
    const forged = await post('/payments', await bench.payment({ signer: actors.otherAgent.signer }));
    expect(assertShape(validateProblem, forged.json)).not.toHaveProperty('refusal');
  });

  test('a body that does not fit its schema is refused before anything is looked up', async () => {
    const body = await bench.payment();
    expect(await post('/payments', { ...body, extra: 1 })).toMatchObject({
      json: { code: 'schema_mismatch' },
    });
    expect(await post('/payments', body)).toMatchObject({ status: 200 });
  });

  test('an account is read with a command in the header', async () => {
    const claims = { iss: IDS.device, action: 'account.read', target: PAYER_ACCOUNT } as const;
    const command = await bench.command(claims, actors.device.signer);
    const headers = { authorization: `ACT-Command ${command}` };
    const answer = await app.request(`/accounts/${PAYER_ACCOUNT}`, { headers });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { account_id: PAYER_ACCOUNT, currency: 'CNY', balance: '100000.00' },
    ]);
    expect((await app.request(`/accounts/${PAYER_ACCOUNT}`)).status).toBe(401);
  });

  test('the trace tells which clauses were judged and how it ended, and carries no token', async () => {
    await post('/payments', await bench.payment());
    bench.statuses.set('dlg-1', 'Revoked');
    await post('/payments', await bench.payment());
    expect(traced.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['ok', undefined],
      ['refused', 'mandate_revoked'],
    ]);
    expect(traced[0]?.checks).toContain('PSD-PAY-DEL-12');
    expect(JSON.stringify(traced)).not.toMatch(TOKEN_TEXT);
  });
});
