import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOfJws } from '../../../protocol/digest/index.ts';
import type { MandateClaims, PaymentBody } from '../../../protocol/generated/types.ts';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { engines } from '../../../store/testing/engines.ts';
import { type Actors, createActors, IDS } from '../../../verifier/testing/actors.ts';
import { type Bench, createBench, fresh, outcomeOf, PAYEE_ACCOUNT } from '../testing/bench.ts';

const TOTAL = 1000;

describe.each(engines)('mandates that were handed down, $name', (engine) => {
  let actors: Actors;
  let bench: Bench;
  let toolRef: string;

  beforeAll(async () => {
    await engine.start();
    actors = await createActors();
  });

  afterAll(() => engine.stop());

  beforeEach(async () => {
    bench = await createBench(
      actors,
      {
        intent: (intent) => {
          intent.max_total_amount = TOTAL;
          intent.ext = {
            commerce: { allowed_merchants: [IDS.merchant], allowed_categories: ['transport/train'] },
            openact: { delegation_depth: 1 },
          };
        },
      },
      engine,
    );
    toolRef = await bench.bindTool({ agent: 'otherAgent' });
  });

  afterEach(() => bench.close());

  /** A mandate of the other agent below the one of the bench. */
  async function below(id: string, total: number, timesLimit?: number): Promise<string> {
    const { mandateClaims, mandate } = bench.world;
    const parent_mandate = await digestOfJws(mandate);
    const openact = { parent_mandate, ...(timesLimit === undefined ? {} : { times_limit: timesLimit }) };
    const claims: MandateClaims = {
      ...mandateClaims,
      jti: id,
      cnf: { jkt: actors.otherAgent.jkt },
      iac: {
        ...mandateClaims.iac,
        delegation_id: id,
        agent_id: IDS.otherAgent,
        max_total_amount: total,
        ext: { ...mandateClaims.iac.ext, openact },
      },
    };
    return signMessage('mandate', claims, actors.issuer.signer);
  }

  async function payment(mandate: string, amount: string): Promise<PaymentBody> {
    const usual = await bench.payment({ amount });
    const quote = await signMessage(
      'quote',
      { ...readMessage('quote', usual.quote).claims, aud: IDS.otherAgent },
      actors.merchant.signer,
    );
    const { claims } = readMessage('paymentRequest', usual.payment_request);
    const request = {
      ...claims,
      iss: IDS.otherAgent,
      payment_tool_ref: toolRef,
      quote_digest: await digestOfJws(quote),
      delegation_id: readMessage('mandate', mandate).claims.jti,
      mandate_digest: await digestOfJws(mandate),
    };
    const payment_request = await signMessage('paymentRequest', request, actors.otherAgent.signer);
    return { mandate, mandate_chain: [bench.world.mandate], quote, payment_request };
  }

  async function spent(delegationId: string): Promise<unknown> {
    const row = await bench.store.read.get(
      'SELECT spent_minor, times_used FROM usage WHERE delegation_id = $1',
      [delegationId],
    );
    return row === undefined ? undefined : [Number(row.spent_minor), Number(row.times_used)];
  }

  test('a payment is spent of every mandate above (OA-DLG-06)', async () => {
    const child = await below('dlg-child', 500);
    expect(await outcomeOf(bench.psp.pay(await payment(child, '100.00')))).toBe('ok');
    expect(await spent('dlg-child')).toEqual([10_000, 1]);
    expect(await spent(bench.world.mandateClaims.jti)).toEqual([10_000, 1]);
  });

  test('without the mandates above nothing is paid (OA-DLG-01)', async () => {
    const { mandate_chain: _chain, ...body } = await payment(await below(fresh('dlg'), 500), '1.00');
    expect(await outcomeOf(bench.psp.pay(body))).toBe('mandate_chain_broken');
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(0n);
  });

  test('the own limit and the limit above are told apart', async () => {
    const [first, second] = [await below('dlg-a', 600), await below('dlg-b', 600)];
    expect(await outcomeOf(bench.psp.pay(await payment(first, '600.00')))).toBe('ok');
    expect(await outcomeOf(bench.psp.pay(await payment(first, '0.01')))).toBe('amount_over_total_limit');
    expect(await outcomeOf(bench.psp.pay(await payment(second, '400.01')))).toBe('parent_limit_reached');
    expect(await outcomeOf(bench.psp.pay(await payment(second, '400.00')))).toBe('ok');
    expect(await spent('dlg-b')).toEqual([40_000, 1]);
  });

  test('the agent above and two below at once stop exactly at the total above', async () => {
    const children = [await below('dlg-a', TOTAL), await below('dlg-b', TOTAL)];
    const bodies = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const child = children[n % 3];
        return child === undefined ? bench.payment({ amount: '30.00' }) : payment(child, '30.00');
      }),
    );
    const outcomes = await Promise.all(bodies.map((body) => outcomeOf(bench.psp.pay(body))));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(33);
    const limits = ['amount_over_total_limit', 'parent_limit_reached'];
    expect(outcomes.filter((outcome) => outcome !== 'ok' && !limits.includes(outcome))).toEqual([]);
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(33n * 3_000n);
    expect(await spent(bench.world.mandateClaims.jti)).toEqual([99_000, 33]);
  });

  test('a mandate above that is suspended or revoked, also after the judgement, stops the payment (OA-DLG-05)', async () => {
    const child = await below(fresh('dlg'), 500);
    const { jti } = bench.world.mandateClaims;
    for (const status of ['Suspended', 'Revoked'] as const) {
      bench.statuses.set(jti, status);
      expect(await outcomeOf(bench.psp.pay(await payment(child, '1.00')))).toBe('parent_not_active');
    }
    bench.statuses.set(jti, 'Active');
    expect(await outcomeOf(bench.psp.pay(await payment(child, '1.00')))).toBe('ok');
  });
});
