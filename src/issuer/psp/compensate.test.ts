import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWitnesses, disputeWorld, type Witnesses } from '../../../test/disputes/world.ts';
import type { PaymentAnswer } from '../../protocol/generated/types.ts';
import { type Actors, createActors, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { put } from '../../verifier/testing/changes.ts';
import { ORDER_NO } from '../../verifier/testing/claims.ts';
import type { Changes } from '../../verifier/testing/world.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  FUNDED_MINOR,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
} from './testing/bench.ts';

const PAID_MINOR = 55_350n;

let actors: Actors;
let witnesses: Witnesses;
let bench: Bench;
let paid: PaymentAnswer;
beforeAll(async () => {
  actors = await createActors();
  witnesses = await createWitnesses(actors);
});
beforeEach(async () => {
  bench = await createBench(actors);
  paid = await bench.psp.pay(await bench.payment({ outTradeNo: ORDER_NO }));
  bench.now = WORLD_NOW + 2 * 3_600;
});
afterEach(() => bench.close());

/** Evidence about the payment that the service has made, of a purchase that is different in this. */
async function evidence(changes: Changes = {}): Promise<Uint8Array> {
  const receipt = put<object>({ trade_no: paid.trade_no }) as NonNullable<Changes['receipt']>;
  const { bytes } = await disputeWorld(actors, witnesses, { purchase: { receipt, ...changes } });
  return bytes;
}

const compensate = (bytes: Uint8Array) => bench.psp.compensate(bytes);
const outside: Changes = { statuses: { 5: 1 } };

// OA-DSP-08
test('17: a payment outside the mandate is paid back once, out of the service’s own money', async () => {
  expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - PAID_MINOR);
  const file = await evidence(outside);
  const answer = {
    trade_no: paid.trade_no,
    amount: '553.50',
    currency: 'CNY',
    reason: 'mandate_revoked',
    compensated_at: '2026-11-20T11:00:00Z',
  };
  expect(await compensate(file)).toEqual(answer);
  bench.now += 60;
  expect(await compensate(file)).toEqual(answer);
  expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR);
  expect(await bench.balance(PAYEE_ACCOUNT)).toBe(PAID_MINOR);
  expect(await bench.balance('compensation:CNY')).toBe(-PAID_MINOR);
  expect(await booksBalance(bench)).toBe(true);
});

test('17: the same claim against a verified confirmation is denied', async () => {
  await expect(compensate(await evidence())).rejects.toMatchObject({
    code: 'compensation_refused',
    evidence: { finding: 'DENIED', reason: 'dispute_within_mandate' },
  });
  expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - PAID_MINOR);
  expect((await compensate(await evidence(outside))).amount).toBe('553.50');
});

test('evidence that is not clear, or about a payment of somebody else, moves nothing', async () => {
  const file = await evidence(outside);
  const altered = Buffer.from(file);
  altered[altered.length - 10] = (altered[altered.length - 10] ?? 0) ^ 1;
  await expect(compensate(altered)).rejects.toMatchObject({ code: 'compensation_refused' });
  const receipt = put<object>({ trade_no: 'trade-of-nobody' }) as NonNullable<Changes['receipt']>;
  await expect(compensate(await evidence({ ...outside, receipt }))).rejects.toMatchObject({
    code: 'payment_unknown',
  });
  expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - PAID_MINOR);
  expect((await compensate(file)).amount).toBe('553.50');
});
