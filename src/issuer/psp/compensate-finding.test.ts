import type { Hono } from 'hono';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWitnesses, disputeWorld, type Witnesses } from '../../../test/disputes/world.ts';
import { createApp, createLogger, createRateLimit } from '../../http/index.ts';
import type { DisputeBundle, FindingClaims, PaymentAnswer } from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { EKU } from '../../protocol/x509/index.ts';
import {
  type Actors,
  certifiedActor,
  createActors,
  DAY_SECONDS,
  WORLD_NOW,
} from '../../verifier/testing/actors.ts';
import { put } from '../../verifier/testing/changes.ts';
import { ORDER_NO } from '../../verifier/testing/claims.ts';
import type { Changes } from '../../verifier/testing/world.ts';
import { pspRoutes } from './index.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  FUNDED_MINOR,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  WIDE_MANDATE,
} from './testing/bench.ts';

const HANDLER = 'did:act:trust.example/disputes';
const PAID_MINOR = 55_350n;
const REVOKED: Changes = { statuses: { 5: 1 } };

let actors: Actors;
let witnesses: Witnesses;
let handler: Signer;
let otherHandler: Signer;
let bench: Bench;
let app: Hono;
let paid: PaymentAnswer;
beforeAll(async () => {
  actors = await createActors();
  witnesses = await createWitnesses(actors);
  const certified = (uri: string, eku: string) =>
    certifiedActor({ authority: actors.authorities.voyage, uri, eku: [eku] });
  handler = (await certified(HANDLER, EKU.finding)).signer;
  otherHandler = (await certified('did:act:nobody.example/disputes', EKU.finding)).signer;
});
beforeEach(async () => {
  bench = await createBench(actors, {
    ...WIDE_MANDATE,
    trustList: (draft) => {
      draft.entries.push({
        entity: HANDLER,
        role: 'DISPUTE_HANDLER',
        anchors: [actors.anchors.voyage],
        status: 'ACTIVE',
        history: [{ status: 'ACTIVE', from: '2026-11-01T00:00:00Z' }],
      });
    },
  });
  app = createApp({ name: 'test', log: createLogger('test', 'silent'), checks: [], openapi: {} });
  app.route('/', pspRoutes(bench.psp));
  paid = await bench.psp.pay(await bench.payment({ outTradeNo: ORDER_NO }));
  bench.now = WORLD_NOW + 2 * 3_600;
});
afterEach(() => bench.close());

/** Evidence about the payment that the service has made, of a purchase that is different in this. */
async function evidence(changes: Changes = REVOKED): Promise<DisputeBundle> {
  const receipt = put<object>({ trade_no: paid.trade_no }) as NonNullable<Changes['receipt']>;
  return (await disputeWorld(actors, witnesses, { purchase: { receipt, ...changes } })).bundle;
}

function finding(
  bundle: DisputeBundle,
  changes: Partial<FindingClaims> = {},
  signer = handler,
): Promise<string> {
  const claims: FindingClaims = {
    iss: HANDLER,
    jti: 'fnd_0123456789abcdefghijkl',
    iat: bench.now,
    exp: bench.now + 30 * DAY_SECONDS,
    dispute_id: 'dsp_0123456789abcdefghijkl',
    trade_no: paid.trade_no,
    finding: 'COMPENSATED',
    reason: 'mandate_revoked',
    evidence: [bundle.content_digest],
    ...changes,
  };
  return signMessage('finding', claims, signer);
}

async function shown(bundle: DisputeBundle, signed: string, tradeNo = paid.trade_no) {
  const answer = await app.request(`/payments/${tradeNo}/compensation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ finding: signed, bundle }),
  });
  return { status: answer.status, ...((await answer.json()) as { code?: string; amount?: string }) };
}

/** Refused, and nothing moved; the honest finding is paid on afterwards. */
async function refused(
  attempt: Awaited<ReturnType<typeof shown>>,
  status: number,
  code: string,
): Promise<void> {
  expect({ status: attempt.status, code: attempt.code }).toEqual({ status, code });
  expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - PAID_MINOR);
  const good = await evidence();
  expect(await shown(good, await finding(good))).toMatchObject({ status: 200, amount: '553.50' });
}

// OA-DSP-08
test('17: on a finding a payment outside the mandate is paid back once, and whoever asks again is told the same', async () => {
  const bundle = await evidence();
  const signed = await finding(bundle);
  const first = await shown(bundle, signed);
  expect(first).toMatchObject({ status: 200, amount: '553.50', reason: 'mandate_revoked' });
  bench.now += 5;
  expect(await shown(bundle, signed)).toEqual(first);
  expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR);
  expect(await bench.balance(PAYEE_ACCOUNT)).toBe(PAID_MINOR);
  expect(await bench.balance('compensation:CNY')).toBe(-PAID_MINOR);
  const other = await finding(bundle, { jti: 'fnd_another_0123456789ab' });
  expect(await shown(bundle, other)).toMatchObject({ status: 409, code: 'compensation_repeated' });
  expect(await bench.balance('compensation:CNY')).toBe(-PAID_MINOR);
  expect(await booksBalance(bench)).toBe(true);
});

test('OA-OPS-02 whoever sends a finding again uses up nothing of its handler, who has not sent it', async () => {
  await bench.restart({ callerLimit: createRateLimit({ perSecond: 1, burst: 1 }, () => 0) });
  app = createApp({ name: 'test', log: createLogger('test', 'silent'), checks: [], openapi: {} });
  app.route('/', pspRoutes(bench.psp));
  const bundle = await evidence();
  const denied = await finding(bundle, { finding: 'DENIED', reason: 'dispute_within_mandate' });
  expect(await shown(bundle, denied)).toMatchObject({ code: 'compensation_refused' });
  expect(await shown(bundle, denied)).toMatchObject({ status: 429, code: 'request_rate_exceeded' });
  const other = await finding(bundle, { jti: 'fnd_another_0123456789ab' });
  expect(await shown(bundle, other)).toMatchObject({ status: 200, amount: '553.50' });
});

// OA-DSP-08
describe('a payment service judges by itself', () => {
  test('a handler that finds for the user against the evidence spends nothing', async () => {
    const bundle = await evidence({});
    await refused(await shown(bundle, await finding(bundle)), 422, 'compensation_refused');
  });

  test('a finding that denies pays nothing, whatever the evidence shows', async () => {
    const bundle = await evidence();
    const signed = await finding(bundle, { finding: 'DENIED', reason: 'dispute_within_mandate' });
    await refused(await shown(bundle, signed), 422, 'compensation_refused');
  });
});

// OA-DSP-09
describe('a finding by somebody else', () => {
  test('who is not listed', async () => {
    const bundle = await evidence();
    const signed = await finding(bundle, { iss: 'did:act:nobody.example/disputes' }, otherHandler);
    await refused(await shown(bundle, signed), 401, 'issuer_not_trusted');
  });

  test('who is listed as something else: the payment service itself', async () => {
    const bundle = await evidence();
    const signed = await finding(bundle, {}, actors.psp.signer);
    await refused(await shown(bundle, signed), 401, 'x509_chain_broken');
  });

  test('who has changed it', async () => {
    const bundle = await evidence();
    const [head, , signature] = (await finding(bundle, { finding: 'REVIEW' })).split('.');
    const [, payload] = (await finding(bundle)).split('.');
    await refused(await shown(bundle, `${head}.${payload}.${signature}`), 401, 'jws_signature_invalid');
  });
});

// OA-DSP-10, OA-DSP-11, OA-DSP-12
describe('a finding', () => {
  test('about another trade', async () => {
    const bundle = await evidence();
    const signed = await finding(bundle, { trade_no: 'trade-2' });
    await refused(await shown(bundle, signed), 422, 'finding_mismatch');
  });

  test('over other evidence', async () => {
    const bundle = await evidence();
    const signed = await finding(bundle, { evidence: ['A'.repeat(43)] });
    await refused(await shown(bundle, signed), 422, 'finding_mismatch');
  });

  test('shown with the trade number of somebody else', async () => {
    const receipt = put<object>({ trade_no: 'trade-2' }) as NonNullable<Changes['receipt']>;
    const bundle = await evidence({ ...REVOKED, receipt });
    const signed = await finding(bundle, { trade_no: 'trade-2' });
    await refused(await shown(bundle, signed, 'trade-2'), 404, 'payment_unknown');
  });

  test('in its last second, and at its end', async () => {
    const bundle = await evidence();
    const signed = await finding(bundle);
    bench.now += 30 * DAY_SECONDS;
    const late = await shown(bundle, signed);
    expect({ status: late.status, code: late.code }).toEqual({ status: 401, code: 'finding_expired' });
    bench.now -= 1;
    expect((await shown(bundle, signed)).amount).toBe('553.50');
  });

  test('from the future', async () => {
    const bundle = await evidence();
    const signed = await finding(bundle, { iat: bench.now + 61 });
    await refused(await shown(bundle, signed), 401, 'finding_expired');
  });
});

test('a body above the limit of a file of evidence is not read', async () => {
  const answer = await app.request(`/payments/${paid.trade_no}/compensation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: ' '.repeat(2_097_153),
  });
  expect(answer.status).toBe(413);
  const bundle = await evidence();
  expect((await shown(bundle, await finding(bundle))).status).toBe(200);
});
