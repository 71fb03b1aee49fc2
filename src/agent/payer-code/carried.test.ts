import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QuoteClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { type Actor, IDS } from '../../verifier/testing/actors.ts';
import { offerAtTill } from '../testing/till.ts';
import { type AgentWorld, authorisedTask, createAgentWorld, stateOf } from '../testing/world.ts';

let world: AgentWorld;
beforeEach(async () => {
  world = await createAgentWorld();
});
afterEach(() => world.close());

/** What the tag of the railway's machine hands to the phone that touches it. */
const order = (change: Partial<QuoteClaims> = {}, by?: Actor): Promise<string> =>
  offerAtTill(world, change, by);

async function instantTask(): Promise<string> {
  const { task_id } = await world.agent.draft(
    'Buy one second class train ticket G123 from rail, at most 600 yuan',
    { level: 'act:L1' },
  );
  await world.agent.confirm(task_id);
  await world.agent.read(task_id);
  return task_id;
}

describe('OA-INS-04 an order that a tap carries', () => {
  test.each(['TAP', 'SCAN'] as const)(
    'by %s is put before the user, who pays it or does not',
    async (trigger) => {
      const taskId = await instantTask();
      const quote = await order();
      world.bank.settings.atCashier = { decision: 'DENY', looks: 1 };
      const refused = await world.agent.payCarried(taskId, { quote, trigger });
      expect(stateOf(refused)).toEqual(['REFUSED', 'confirmation_denied']);
      expect(world.bank.paid.size).toBe(0);
      world.bank.settings.atCashier = { decision: 'APPROVE', looks: 1 };
      const paid = await world.agent.payCarried(taskId, { quote, trigger });
      expect(stateOf(paid)).toEqual(['DONE', undefined]);
      expect(paid.result).toMatchObject({ merchant: IDS.merchant, amount: '553.50', verdict: 'accepted' });
      const { payment_request } = JSON.parse(await world.agent.bundle(taskId, paid.result?.purchase_id));
      expect(readMessage('paymentRequest', payment_request).claims).toMatchObject({
        trigger,
        level: 'act:L1',
      });
      // Nobody was asked for offers: the tap has brought the only one.
      expect(world.rail.asked).toEqual([]);
    },
  );

  test('is paid once, however often the tag is touched', async () => {
    const taskId = await authorisedTask(world);
    const tapped = { quote: await order(), trigger: 'TAP' } as const;
    for (let touch = 0; touch < 3; touch += 1) {
      expect(stateOf(await world.agent.payCarried(taskId, tapped))).toEqual(['DONE', undefined]);
    }
    expect(world.bank.paid.size).toBe(1);
    expect(readMessage('paymentRequest', world.bank.requests[0] ?? '').claims.trigger).toBe('TAP');
  });

  test('over what the user said is paused, and the bank is not asked; what fits is paid', async () => {
    const taskId = await authorisedTask(world);
    const dear = await order({ amount: '600.01', payer_amount: '600.01' });
    const paused = await world.agent.payCarried(taskId, { quote: dear, trigger: 'TAP' });
    expect(stateOf(paused)).toEqual(['PAUSED', 'amount_over_single_limit']);
    expect(world.bank.requests).toEqual([]);
    const fits = await world.agent.payCarried(taskId, { quote: await order(), trigger: 'TAP' });
    expect(stateOf(fits)).toEqual(['DONE', undefined]);
  });

  test('that is for another agent, late, forged or nothing at all is not even a purchase', async () => {
    const taskId = await authorisedTask(world);
    const late = { iat: world.time.now - 900, exp: world.time.now - 1 };
    const codes: string[] = [];
    for (const quote of [
      await order({ aud: IDS.otherAgent }),
      await order(late),
      await order({}, world.actors.otherMerchant),
      'no.quote.atall',
    ]) {
      const tapped = world.agent.payCarried(taskId, { quote, trigger: 'TAP' });
      codes.push(
        await tapped.then(
          ({ status }) => status,
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(codes.slice(0, 2)).toEqual(['quote_agent_mismatch', 'quote_expired']);
    expect(codes[2]).toMatch(/^(?:x509|jws)_/);
    expect(codes[3]).toMatch(/^jws_/);
    expect(world.bank.requests).toEqual([]);
    const good = await world.agent.payCarried(taskId, { quote: await order(), trigger: 'TAP' });
    expect(stateOf(good)).toEqual(['DONE', undefined]);
  });
});
