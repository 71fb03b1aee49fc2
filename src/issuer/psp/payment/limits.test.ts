import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PaymentBody } from '../../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { engines } from '../../../store/testing/engines.ts';
import { type Actors, createActors, IDS } from '../../../verifier/testing/actors.ts';
import { buildWorld, type Changes } from '../../../verifier/testing/world.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  forgerOf,
  OTHER_PAYEE_ACCOUNT,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  WIDE_MANDATE,
} from '../testing/bench.ts';

/** Who charge at the same time. */
const BUYERS = 50;

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

  function mandateOf(total: number, timesLimit?: number): Changes {
    return {
      intent: (intent) => {
        WIDE_MANDATE.intent?.(intent);
        intent.max_total_amount = total;
        if (timesLimit !== undefined) intent.ext = { ...intent.ext, openact: { times_limit: timesLimit } };
      },
    };
  }

  async function reopen(changes: Changes): Promise<void> {
    await bench.close();
    bench = await createBench(actors, changes, engine);
  }

  async function inParallel(count: number, amount: string): Promise<Map<string, number>> {
    const bodies: PaymentBody[] = [];
    for (let n = 0; n < count; n += 1) bodies.push(await bench.payment({ amount }));
    const counts = new Map<string, number>();
    const buyer = async (): Promise<void> => {
      for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
        const outcome = await outcomeOf(bench.psp.pay(body));
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: BUYERS }, buyer));
    return counts;
  }

  describe('limits of the mandate', () => {
    test('1,000 concurrent charges accept exactly ⌊cap / amount⌋ (PSD-PAY-DEL-12, OA-LDG-21, P6)', async () => {
      await reopen(mandateOf(1000));
      const counts = await inParallel(1_000, '7.30');
      expect(Object.fromEntries(counts)).toEqual({ ok: 136, amount_over_total_limit: 864 });
      expect(await bench.balance(PAYEE_ACCOUNT)).toBe(136n * 730n);
      expect(await bench.balance(PAYER_ACCOUNT)).toBe(10_000_000n - 136n * 730n);
      expect(await booksBalance(bench)).toBe(true);
    });

    test('concurrent uses stop exactly at the times limit (OA-LIM-02)', async () => {
      await reopen(mandateOf(1000, 5));
      const counts = await inParallel(40, '1.00');
      expect(Object.fromEntries(counts)).toEqual({ ok: 5, times_limit_reached: 35 });
    });

    test('the row of the mandate holds the limit even where no judgement looked (OA-LDG-02)', async () => {
      await bench.psp.pay(await bench.payment());
      const over = bench.store.transact((tx) => tx.run('UPDATE usage SET spent_minor = cap_minor + 1'));
      await expect(over).rejects.toMatchObject({ code: 'store_unavailable' });
      const within = bench.store.transact((tx) => tx.run('UPDATE usage SET spent_minor = cap_minor'));
      await expect(within).resolves.toEqual({ changes: 1 });
    });

    test('OA-LIM-20 limits count the gross amount, the payer pays it less the discount', async () => {
      const discount = { funder: IDS.merchant, amount: '3.50' };
      await bench.psp.pay(await bench.payment({ amount: '553.50', discount }));
      const usage = await bench.store.read.get('SELECT spent_minor, times_used FROM usage');
      expect({ ...usage }).toEqual({ spent_minor: 55_350n, times_used: 1n });
      expect(await bench.balance(PAYEE_ACCOUNT)).toBe(55_000n);
    });

    test('PSD-PAY-DEL-23 the total counts what this service charged: no refusal, and nothing that a message says', async () => {
      await reopen(mandateOf(1000));
      const spent = async () =>
        (await bench.store.read.get('SELECT COALESCE(SUM(spent_minor), 0) AS minor FROM usage'))?.minor;
      bench.statuses.set('dlg-1', 'Suspended');
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ amount: '600.00' })))).toBe(
        'mandate_suspended',
      );
      expect(await spent()).toBe(0n);
      bench.statuses.set('dlg-1', 'Active');
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ amount: '600.00' })))).toBe('ok');
      expect(await spent()).toBe(60_000n);
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ amount: '400.01' })))).toBe(
        'amount_over_total_limit',
      );
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ amount: '400.00' })))).toBe('ok');
      expect(await spent()).toBe(100_000n);
    });

    test('mandates of two issuers with one id do not share a limit', async () => {
      await bench.psp.pay(await bench.payment());
      const keys = await bench.store.read.all('SELECT issuer, delegation_id FROM usage');
      expect(keys.map((row) => ({ ...row }))).toEqual([{ issuer: IDS.issuer, delegation_id: 'dlg-1' }]);
    });
  });

  describe('balance', () => {
    test('concurrent charges stop exactly at the balance (PSD-PAY-DEL-17)', async () => {
      await bench.store.transact(async (tx) => {
        await tx.run('UPDATE accounts SET balance_minor = 1000 WHERE account_id = $1', [PAYER_ACCOUNT]);
      });
      const counts = await inParallel(30, '1.10');
      expect(Object.fromEntries(counts)).toEqual({ ok: 9, balance_insufficient: 21 });
      expect(await bench.balance(PAYER_ACCOUNT)).toBe(10n);
    });
  });

  describe('status', () => {
    test('a revocation that is committed first stops a charge that was judged before (P8, ADD-IAC-LCM-11, OA-LDG-22)', async () => {
      let asked = 0;
      await bench.restart({
        status: {
          ask: async () => ({ status: 'Active', usableBefore: Number.POSITIVE_INFINITY }),
          recheck: async () => {
            asked += 1;
            return asked === 1 ? 'Active' : 'Revoked';
          },
        },
      });
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('mandate_revoked');
      expect(await bench.balance(PAYEE_ACCOUNT)).toBe(55_350n);
    });

    test('a status that nobody answers for refuses (ADD-IAC-LCM-13)', async () => {
      await bench.restart({
        status: {
          ask: async () => ({ status: 'unavailable', usableBefore: 0 }),
          recheck: async () => 'Active',
        },
      });
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('mandate_status_unavailable');
    });

    test('OA-TIM-04 a request is judged with one now; the charge reads its own', async () => {
      const body = await bench.payment();
      let reads = 0;
      await bench.restart({
        clock: () => {
          reads += 1;
          return bench.now;
        },
      });
      expect(await outcomeOf(bench.psp.pay(body))).toBe('ok');
      expect(reads).toBe(2);
    });

    test('time that passes before the charge counts: quote and window are judged again (OA-LDG-22, P18)', async () => {
      const endsAt = bench.now + 100;
      await reopen({
        ...WIDE_MANDATE,
        iac: (iac) => {
          iac.validity_end_time = formatUtcSeconds(endsAt);
        },
      });
      const passing = (seconds: number) => ({
        risk: {
          decide: async () => {
            bench.now += seconds;
            return 'allow' as const;
          },
        },
      });
      await bench.restart(passing(50));
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ quoteLifetimeSeconds: 50 })))).toBe(
        'quote_expired',
      );
      bench.now = endsAt - 50;
      await bench.restart(passing(49));
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
      bench.now = endsAt - 50;
      await bench.restart(passing(50));
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('mandate_expired');
    });
  });

  describe('tool', () => {
    test('revoked or ended: tool_invalid; bound again: paid (PSD-PMT-BND-06)', async () => {
      const { toolBindings } = bench.psp;
      await bench.store.transact((tx) =>
        toolBindings.revoke(tx, { paymentToolRef: bench.toolRef, delegator: IDS.delegator }),
      );
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('tool_invalid');
      const toolRef = await bench.bindTool({ validUntil: bench.now + 30 });
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ toolRef })))).toBe('ok');
      bench.now += 30;
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ toolRef })))).toBe('tool_invalid');
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ toolRef: 'tool_x' })))).toBe('tool_invalid');
    });

    test('over the limit of the tool (PSD-PMT-BND-03)', async () => {
      const toolRef = await bench.bindTool({ maxAmount: '500.00' });
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ toolRef })))).toBe('tool_limit_exceeded');
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ toolRef, amount: '500.00' })))).toBe('ok');
    });

    test('a tool of another agent, and of another key of the same agent (PSD-PMT-BND-05)', async () => {
      const others = await bench.bindTool({ agent: 'otherAgent' });
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ toolRef: others })))).toBe(
        'tool_agent_mismatch',
      );
      await bench.store.transact((tx) =>
        tx.run('UPDATE tools SET agent_jkt = $1 WHERE payment_tool_ref = $2', [
          actors.otherAgent.jkt,
          bench.toolRef,
        ]),
      );
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('tool_agent_mismatch');
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ toolRef: await bench.bindTool() })))).toBe(
        'ok',
      );
    });
  });

  describe('payee, discount, risk', () => {
    test('a payee account of somebody else, or one that is not a merchant’s (OA-QUO-04)', async () => {
      for (const payee of [OTHER_PAYEE_ACCOUNT, PAYER_ACCOUNT, 'acct-nobody']) {
        expect(await outcomeOf(bench.psp.pay(await bench.payment({ payee })))).toBe('quote_payee_mismatch');
      }
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
    });

    test('a discount is paid by the merchant itself, nobody else is known here (OA-QUO-10)', async () => {
      const amount = '3.50';
      const foreign = await bench.payment({ discount: { funder: IDS.otherMerchant, amount } });
      expect(await outcomeOf(bench.psp.pay(foreign))).toBe('discount_funder_unknown');
      const own = await bench.payment({ discount: { funder: IDS.merchant, amount } });
      expect(await outcomeOf(bench.psp.pay(own))).toBe('ok');
    });

    test('risk control is asked once, for authenticated senders only, and its no is a no (OA-RSK-01)', async () => {
      const asked: string[] = [];
      const decide = async ({ outTradeNo }: { readonly outTradeNo: string }) => {
        asked.push(outTradeNo);
        return outTradeNo === 'order-risky' ? ('refuse' as const) : ('allow' as const);
      };
      await bench.restart({ risk: { decide } });
      const risky = await bench.payment({ outTradeNo: 'order-risky' });
      expect(await outcomeOf(bench.psp.pay(risky))).toBe('risk_refused');
      const forged = await bench.payment({ signer: forgerOf(actors), outTradeNo: 'order-forged' });
      expect(await outcomeOf(bench.psp.pay(forged))).toBe('agent_signature_invalid');
      expect(await outcomeOf(bench.psp.pay(await bench.payment({ outTradeNo: 'order-fine' })))).toBe('ok');
      expect(asked).toEqual(['order-risky', 'order-fine']);
    });
  });

  describe('who asks', () => {
    test('an agent without a bound tool is unknown (PSD-PMT-BND-07)', async () => {
      await bench.store.transact((tx) => tx.run('DELETE FROM agents'));
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('agent_unknown');
      await bench.bindTool();
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
    });

    test('a stolen mandate is worth nothing without its key (P15)', async () => {
      const stolen = await buildWorld(actors, WIDE_MANDATE);
      for (const signer of [actors.otherAgent.signer, forgerOf(actors)]) {
        const body = await bench.payment({ mandate: stolen.mandate, signer });
        expect(await outcomeOf(bench.psp.pay(body))).toBe('agent_signature_invalid');
      }
      expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
    });
  });
});
