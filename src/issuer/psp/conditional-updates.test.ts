import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../../store/testing/engines.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { consumeRequest } from './requests.ts';
import { type Bench, createBench, outcomeOf, WIDE_MANDATE } from './testing/bench.ts';
import { useTool } from './tools.ts';
import { readUsage, type Spending, spend } from './usage.ts';

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

  const SPENDING: Spending = {
    as: 'spent',
    issuer: IDS.issuer,
    delegationId: 'dlg-1',
    currency: 'CNY',
    amountMinor: 60n,
    capMinor: 100n,
    timesLimit: 2,
  };

  function spending(change: Partial<Spending> = {}): Promise<string> {
    return outcomeOf(bench.store.transact((tx) => spend(tx, { ...SPENDING, ...change })));
  }

  describe('the updates hold without any judgement before them', () => {
    test('a mandate never gives more than its cap (PSD-PAY-DEL-12)', async () => {
      expect(await spending()).toBe('ok');
      expect(await spending({ amountMinor: 41n })).toBe('amount_over_total_limit');
      expect(await spending({ amountMinor: 40n })).toBe('ok');
      expect(await readUsage(bench.store.read, SPENDING)).toEqual({
        spentMinor: 100n,
        heldMinor: 0n,
        count: 2,
      });
    });

    test('the cap of the first use stays, whatever a later message says', async () => {
      expect(await spending()).toBe('ok');
      expect(await spending({ amountMinor: 41n, capMinor: 1_000n })).toBe('amount_over_total_limit');
    });

    test('nor more often than its times limit (OA-LIM-02)', async () => {
      const once = { amountMinor: 1n };
      expect([await spending(once), await spending(once), await spending(once)]).toEqual([
        'ok',
        'ok',
        'times_limit_reached',
      ]);
    });

    test('nor in another currency, and each mandate has its own cap', async () => {
      expect(await spending()).toBe('ok');
      expect(await spending({ currency: 'USD', amountMinor: 1n })).toBe('amount_over_total_limit');
      expect(await spending({ issuer: 'did:act:other.example/iac' })).toBe('ok');
      expect(await spending({ delegationId: 'dlg-2' })).toBe('ok');
    });

    test('a tool is used by its key, within its amount, before its end, while active (PSD-PMT-BND-06)', async () => {
      const usual = { agentJkt: actors.agent.jkt, amountMinor: 60_000n, now: bench.now };
      const use = (change: Partial<typeof usual> = {}) =>
        outcomeOf(
          bench.store.transact((tx) => useTool(tx, { ...usual, ...change, paymentToolRef: bench.toolRef })),
        );
      expect(await use()).toBe('ok');
      expect(await use({ agentJkt: actors.otherAgent.jkt })).toBe('tool_invalid');
      expect(await use({ amountMinor: 60_001n })).toBe('tool_invalid');
      expect(await use({ now: bench.now + 86_400 })).toBe('tool_invalid');
      await bench.store.transact((tx) =>
        bench.psp.toolBindings.revoke(tx, { paymentToolRef: bench.toolRef, delegator: IDS.delegator }),
      );
      expect(await use()).toBe('tool_invalid');
      const row = await bench.store.read.get('SELECT uses FROM tools');
      expect(row?.uses).toBe(1n);
    });
  });

  describe('a request id', () => {
    const use = async (requestId: string, digest: string): Promise<string> => {
      const request = { agentId: IDS.agent, requestId, digest, tradeNo: `${requestId}-${digest}` };
      const work = bench.store.transact((tx) => consumeRequest(tx, { ...request, now: bench.now }));
      return `${requestId} ${await outcomeOf(work)}`;
    };

    test('is used by one of those who have all found it unused (PSD-PAY-DEL-05, OA-RPL-01)', async () => {
      const ids = Array.from({ length: 30 }, (_, index) => `req-${index}`);
      const uses = ids.flatMap((id) => ['a', 'b', 'c', 'd'].map((digest) => use(id, digest)));
      const outcomes = await Promise.all(uses);
      const expected = ids.flatMap((id) => [`${id} ok`, ...Array(3).fill(`${id} request_id_reused`)]);
      expect(outcomes.sort()).toEqual(expected.sort());
    });
  });
});
