import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../../../store/testing/engines.ts';
import { type Actors, createActors } from '../../../verifier/testing/actors.ts';
import { buildWorld } from '../../../verifier/testing/world.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  forgerOf,
  fresh,
  outcomeOf,
  PAYER_ACCOUNT,
  WIDE_MANDATE,
} from '../testing/bench.ts';

describe.each(engines)('$name', (engine) => {
  let actors: Actors;
  let bench: Bench;

  beforeAll(async () => {
    await engine.start();
    actors = await createActors();
  });

  afterAll(() => engine.stop());

  beforeEach(async () => {
    bench = await createBench(actors, WIDE_MANDATE, engine);
  });

  afterEach(async () => {
    await bench.close();
  });

  async function spentMinor(): Promise<bigint> {
    const row = await bench.store.read.get('SELECT COALESCE(SUM(captured_minor), 0) AS spent FROM payments');
    return BigInt(row?.spent as bigint);
  }

  describe('the replay table', () => {
    test('same request id, same bytes: request_duplicate; a query has the result (PSD-PAY-DEL-05, P1)', async () => {
      const body = await bench.payment();
      const answer = await bench.psp.pay(body);
      expect(await outcomeOf(bench.psp.pay(body))).toBe('request_duplicate');
      const command = await bench.command({ target: answer.trade_no }, actors.agent.signer);
      expect(await bench.psp.query(command)).toEqual(answer);
      expect(await spentMinor()).toBe(55_350n);
    });

    test('the duplicate carries no signed refusal: it would contradict the receipt', async () => {
      const body = await bench.payment();
      await bench.psp.pay(body);
      await expect(bench.psp.pay(body)).rejects.not.toHaveProperty('refusal');
    });

    test('the ECDSA twin of a spent request dies as a replay (J9)', async () => {
      const body = await bench.payment();
      await bench.psp.pay(body);
      expect(await outcomeOf(bench.psp.pay({ ...body, payment_request: twinOf(body.payment_request) }))).toBe(
        'request_id_reused',
      );
      expect(await spentMinor()).toBe(55_350n);
    });

    test('same request id, other bytes: request_id_reused (OA-RPL-01, P14)', async () => {
      const requestId = fresh('req');
      await bench.psp.pay(await bench.payment({ requestId }));
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ requestId })))).toBe('request_id_reused');
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
    });

    test('the request id of a paid order is kept for ever', async () => {
      const requestId = fresh('req');
      await bench.psp.pay(await bench.payment({ requestId }));
      bench.now += 3_600;
      await bench.psp.pay(await bench.payment());
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ requestId })))).toBe('request_id_reused');
    });

    test('ids that a crowd has left behind are forgotten in parts: no payment waits for all of it', async () => {
      await bench.store.transact(async (tx) => {
        for (let at = 0; at < 150; at += 1)
          await tx.run(
            `INSERT INTO requests (agent_id, request_id, digest, trade_no, kept_until)
               VALUES ('agent', $1, 'd', 'trade', $2)`,
            [fresh('old'), bench.now - 1],
          );
      });
      const left = async () =>
        (await bench.store.read.all("SELECT 1 FROM requests WHERE agent_id = 'agent'")).length;
      await bench.psp.pay(await bench.payment({ amount: '1.00' }));
      expect(await left()).toBe(50);
      await bench.psp.pay(await bench.payment({ amount: '1.00' }));
      expect(await left()).toBe(0);
    });

    test('new id for a paid order: the first receipt and no second debit (OA-RPL-02)', async () => {
      const body = await bench.payment();
      const first = await bench.psp.pay(body);
      const again = await bench.requestAgain(body, {});
      expect(await bench.psp.pay(again)).toEqual(first);
      expect(await spentMinor()).toBe(55_350n);
      expect(await outcomeOf(bench.psp.pay(again))).toBe('request_duplicate');
    });

    test('the first receipt also comes when that payment has used up the limit, or the quote has ended since', async () => {
      await bench.close();
      bench = await createBench(actors, {}, engine);
      const body = await bench.payment({ quoteLifetimeSeconds: 30 });
      const first = await bench.psp.pay(body);
      await bench.psp.pay(await bench.payment());
      await bench.psp.pay(await bench.payment());
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ amount: '540.00' })))).toBe(
        'amount_over_total_limit',
      );
      bench.now += 60;
      expect(await bench.psp.pay(await bench.requestAgain(body, {}))).toEqual(first);
      bench.statuses.set('dlg-1', 'Revoked');
      expect(await bench.psp.pay(await bench.requestAgain(body, {}))).toEqual(first);
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('mandate_revoked');
    });

    test('a repeat that is not signed by the agent gets nothing (P15, P19)', async () => {
      const body = await bench.payment();
      const first = await bench.psp.pay(body);
      for (const signer of [actors.otherAgent.signer, forgerOf(actors)]) {
        const forged = await bench.requestAgain(body, { signer });
        expect(await outcomeOf(bench.psp.pay(forged))).toBe('agent_signature_invalid');
      }
      expect(await bench.psp.pay(await bench.requestAgain(body, {}))).toEqual(first);
    });

    test('a repeat with another mandate or quote attached than the one it is bound to gets nothing', async () => {
      const body = await bench.payment();
      const first = await bench.psp.pay(body);
      const again = await bench.requestAgain(body, {});
      const { quote } = await bench.payment({ outTradeNo: first.out_trade_no });
      expect(await outcomeOf(bench.psp.pay({ ...again, quote }))).toBe('quote_digest_mismatch');
      const { mandate } = await buildWorld(actors, WIDE_MANDATE);
      expect(await outcomeOf(bench.psp.pay({ ...again, mandate }))).toBe('mandate_digest_mismatch');
      expect(await bench.psp.pay(again)).toEqual(first);
    });

    test('same order with another quote: order_paid_otherwise, no receipt (OA-RPL-03)', async () => {
      const outTradeNo = fresh('order');
      await bench.psp.pay(await bench.payment({ outTradeNo }));
      const conflicting = bench.psp.pay(await bench.payment({ outTradeNo }));
      await expect(conflicting).rejects.toMatchObject({ code: 'order_paid_otherwise' });
      expect(await spentMinor()).toBe(55_350n);
    });

    test('same order with another mandate: order_paid_otherwise (OA-RPL-03)', async () => {
      const body = await bench.payment();
      await bench.psp.pay(body);
      const other = await buildWorld(actors, {
        ...WIDE_MANDATE,
        iac: (iac) => {
          iac.delegation_id = 'dlg-2';
        },
      });
      const again = await bench.requestAgain({ ...body, mandate: other.mandate }, {});
      expect(await outcomeOf(bench.psp.pay(again))).toBe('order_paid_otherwise');
      expect(await spentMinor()).toBe(55_350n);
    });

    test('OA-RPL-04 refused before: judged anew, and the id is not used up (refusals are not sticky)', async () => {
      bench.statuses.set('dlg-1', 'Suspended');
      const body = await bench.payment();
      expect(await outcomeOf(bench.psp.pay(body))).toBe('mandate_suspended');
      expect(await outcomeOf(bench.psp.pay(body))).toBe('mandate_suspended');
      bench.statuses.set('dlg-1', 'Active');
      expect(await outcomeOf(bench.psp.pay(body))).toBe('ok');
      expect(await outcomeOf(bench.psp.pay(body))).toBe('request_duplicate');
    });

    test('OA-RPL-05 a forged request does not burn the id of the honest one (P19)', async () => {
      const requestId = fresh('req');
      const body = await bench.payment({ requestId });
      const forged = await bench.requestAgain(body, { requestId, signer: forgerOf(actors) });
      expect(await outcomeOf(bench.psp.pay(forged))).toBe('agent_signature_invalid');
      expect(await outcomeOf(bench.psp.pay(body))).toBe('ok');
    });

    test('the look-up comes before the time of the request (order of PSD-PAY-DEL)', async () => {
      const body = await bench.payment();
      await bench.psp.pay(body);
      bench.now += 300;
      expect(await outcomeOf(bench.psp.pay(body))).toBe('request_duplicate');
    });
  });

  describe('in parallel', () => {
    test('the same request twenty times: one payment, the rest are duplicates (P1)', async () => {
      const body = await bench.payment();
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => bench.psp.pay(body)));
      const refusals = outcomes
        .filter((outcome) => outcome.status === 'rejected')
        .map(({ reason }) => reason);
      expect(refusals).toHaveLength(19);
      for (const reason of refusals) {
        expect(reason).toMatchObject({ code: 'request_duplicate' });
        expect(reason).not.toHaveProperty('refusal');
      }
    });

    test('one request id for twenty orders: one payment, the rest are request_id_reused (OA-RPL-01)', async () => {
      const requestId = fresh('req');
      const bodies = await Promise.all(Array.from({ length: 20 }, () => bench.payment({ requestId })));
      const outcomes = await Promise.all(bodies.map((body) => outcomeOf(bench.psp.pay(body))));
      expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'request_id_reused')).toHaveLength(19);
      expect(await spentMinor()).toBe(55_350n);
    });

    test('100 calls for one order: one debit, the same answer (OA-RPL-02)', async () => {
      const body = await bench.payment();
      const bodies = await Promise.all(Array.from({ length: 100 }, () => bench.requestAgain(body, {})));
      const answers = await Promise.all(bodies.map((one) => bench.psp.pay(one)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await bench.balance(PAYER_ACCOUNT)).toBe(10_000_000n - 55_350n);
      expect(await bench.store.read.all("SELECT 1 FROM transfers WHERE kind = 'payment'")).toHaveLength(1);
      expect(await booksBalance(bench)).toBe(true);
    });
  });
});

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The message with the other signature that verifies: (r, n − s). */
function twinOf(compact: string): string {
  const [header, payload, signature = ''] = compact.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const s = BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  const other = (ORDER - s).toString(16).padStart(64, '0');
  const twin = Buffer.concat([bytes.subarray(0, 32), Buffer.from(other, 'hex')]);
  return `${header}.${payload}.${twin.toString('base64url')}`;
}
