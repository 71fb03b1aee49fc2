import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type { MandateClaims } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { intent } from '../../verifier/testing/claims.ts';
import { refuse } from '../testing/reply.ts';
import { type AgentWorld, createAgentWorld, failing, UTTERANCE } from '../testing/world.ts';
import { SELECTED_MEMBERS, selectIac } from './select.ts';
import { covers, limitsFor } from './tool.ts';

let world: AgentWorld;
beforeEach(async () => {
  world = await createAgentWorld();
});
afterEach(() => world.close());

async function confirmed(): Promise<string> {
  const { task_id: taskId } = await world.agent.draft(UTTERANCE);
  await world.agent.confirm(taskId);
  return taskId;
}

describe('selection', () => {
  test('ADD-IAC-ISS-11 takes the declared members under their names and word for word, binds the ISR by its digest, and leaves the words out', async () => {
    const isr = intent();
    const { iac, selected } = await selectIac(isr, {
      delegationId: 'dlg-1',
      delegatorIdentity: IDS.delegator,
    });
    expect(selected).toEqual([...SELECTED_MEMBERS]);
    for (const member of SELECTED_MEMBERS) expect(iac[member]).toStrictEqual(isr[member]);
    expect(iac.source_isr_digest).toBe(await digestOfObject(isr as unknown as JsonValue));
    expect(iac.conversation_history).toBeUndefined();
    expect(iac.user_confirmation_method).toBeUndefined();
  });

  test('OA-PRV-08 the address that goods go to stays in the ISR, and the rest of the delivery is taken over', async () => {
    const isr = intent();
    const ids = { delegationId: 'dlg-1', delegatorIdentity: IDS.delegator };
    const deliverBy = { delivery_time_requirement: '2026-12-01T00:00:00Z' };
    const whole = {
      ...isr,
      ext: { ...isr.ext, fulfillment: { ...deliverBy, delivery_address: '7 Tea Street' } },
    };
    const { iac } = await selectIac(whole, ids);
    expect(iac.ext).toStrictEqual({ ...isr.ext, fulfillment: deliverBy });
    expect(iac.source_isr_digest).toBe(await digestOfObject(whole as unknown as JsonValue));
    const only = { ...isr, ext: { ...isr.ext, fulfillment: { delivery_address: '7 Tea Street' } } };
    expect(JSON.stringify((await selectIac(only, ids)).iac)).not.toContain('7 Tea Street');
  });

  test('the tool is as narrow as the mandate', async () => {
    const { iac } = await selectIac(intent(), { delegationId: 'dlg-1', delegatorIdentity: IDS.delegator });
    const limits = limitsFor(iac);
    expect(limits).toEqual({
      currency: 'CNY',
      max_amount: '600.00',
      valid_until: iac.validity_end_time,
      merchants: [IDS.merchant],
    });
    expect(covers(limits, limits)).toBe(true);
    expect(covers(limits, { ...limits, max_amount: '600.01' })).toBe(false);
    expect(covers(limits, { ...limits, merchants: [IDS.otherMerchant] })).toBe(false);
    expect(covers(limits, { ...limits, currency: 'USD' })).toBe(false);
    const { merchants: _, ...anywhere } = limits;
    expect([covers(anywhere, limits), covers(limits, anywhere)]).toEqual([true, false]);
  });
});

describe('what comes back', () => {
  test('is taken when it is what was asked for', async () => {
    expect((await world.agent.read(await confirmed())).status).toBe('AUTHORISED');
  });

  const cases: readonly (readonly [string, string, (claims: MandateClaims) => void])[] = [
    ['a larger total', 'intent_widened', ({ iac }) => Object.assign(iac, { max_total_amount: 9000 })],
    [
      'another seller',
      'intent_widened',
      ({ iac }) => {
        iac.ext = { ...iac.ext, commerce: { ...iac.ext?.commerce, allowed_merchants: [IDS.otherMerchant] } };
      },
    ],
    [
      'a forgotten limit',
      'intent_widened',
      ({ iac }) => {
        iac.ext = { ...iac.ext, commerce: { allowed_merchants: [IDS.merchant] } };
      },
    ],
    ['another key', 'agent_key_mismatch', (claims) => Object.assign(claims.cnf, { jkt: 'A'.repeat(43) })],
    [
      'another confirmation',
      'confirmation_digest_mismatch',
      (claims) => Object.assign(claims, { confirmation_digest: 'A'.repeat(43) }),
    ],
  ];

  test.each(cases)('with %s ends the task', async (_name, code, change) => {
    world.bank.settings.mandate = change;
    const task = await world.agent.read(await confirmed());
    expect([task.status, task.code]).toEqual(['REFUSED', code]);
  });

  test('made out to another payment service is not taken', async () => {
    world.bank.settings.mandate = (claims) => Object.assign(claims, { aud: IDS.issuer });
    await expect(world.agent.read(await confirmed())).rejects.toMatchObject({
      code: 'mandate_audience_mismatch',
    });
  });

  test('is no when the user says no', async () => {
    world.bank.settings.decision = 'denied';
    const task = await world.agent.read(await confirmed());
    expect([task.status, task.code]).toEqual(['REFUSED', 'confirmation_denied']);
    await expect(world.agent.buy(task.task_id)).rejects.toMatchObject({ code: 'confirmation_denied' });
  });
});

describe('asking', () => {
  test('ADD-INT-ICS-13 the intent becomes final, and anybody hears of it, only after the user agreed', async () => {
    const intents = () => world.store.read.all('SELECT intent_id FROM agent_intents');
    const { task_id: taskId, status } = await world.agent.draft(UTTERANCE);
    expect([status, await intents(), world.bank.asked]).toEqual(['READY', [], []]);
    await world.agent.answer(taskId, { times_limit: 2 });
    expect([await intents(), world.bank.asked]).toEqual([[], []]);
    await world.agent.confirm(taskId);
    expect(await intents()).toHaveLength(1);
    expect(world.bank.asked).toHaveLength(1);
  });

  test('a lost request is made again under the same identifier', async () => {
    world.network.fault = failing('/mandates', 1, 'before');
    const taskId = await confirmed();
    expect((await world.agent.read(taskId)).status).toBe('AWAITING_CONFIRMATION');
    expect((await world.agent.read(taskId)).status).toBe('AUTHORISED');
    expect(world.bank.asked).toHaveLength(1);
  });

  test('a lost request for a tool, too', async () => {
    world.network.fault = failing('/tools', 1, 'before');
    const taskId = await confirmed();
    expect((await world.agent.read(taskId)).status).toBe('AWAITING_CONFIRMATION');
    expect((await world.agent.read(taskId)).status).toBe('AUTHORISED');
    expect(world.bank.tools.size).toBe(1);
  });

  test('a refused request is told to the user', async () => {
    world.network.fault = failing('/mandates', 1, refuse('enrolment_refused'));
    await expect(confirmed()).rejects.toMatchObject({ code: 'enrolment_refused' });
  });

  test('confirming twice asks once', async () => {
    world.bank.settings.decision = 'waiting';
    const taskId = await confirmed();
    expect((await world.agent.confirm(taskId)).status).toBe('AWAITING_CONFIRMATION');
    expect(world.bank.asked).toHaveLength(1);
    await expect(world.agent.answer(taskId, { max_total_amount: '9000' })).rejects.toMatchObject({
      code: 'mandate_transition_illegal',
    });
  });

  test('the agent waits for the device up to its deadline', async () => {
    world.bank.settings.decision = 'waiting';
    const taskId = await confirmed();
    let looks = 0;
    world.network.fault = (_method, url) => {
      if (url.includes('/mandates/')) looks += 1;
      if (looks === 3) world.bank.settings.decision = 'approved';
      return undefined;
    };
    expect((await world.agent.awaitAuthority(taskId, 10)).status).toBe('AUTHORISED');
    expect(looks).toBe(3);
  });

  test.each([-86_400, 86_400])('by no clock that somebody sets: it steps by %i seconds', async (step) => {
    world.bank.settings.decision = 'waiting';
    const taskId = await confirmed();
    let looks = 0;
    world.network.fault = (_method, url) => {
      if (!url.includes('/mandates/')) return undefined;
      looks += 1;
      if (looks === 1) world.time.behind -= step;
      if (looks === 2_000) throw new Error('asked for ever');
      return undefined;
    };
    const deadlineSeconds = 0.2;
    const begun = performance.now();
    const { status } = await world.agent.awaitAuthority(taskId, deadlineSeconds);
    expect(status).toBe('AWAITING_CONFIRMATION');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1_000 * deadlineSeconds);
  });

  test('a bound tool that covers the task is used again, one that does not is not', async () => {
    const tools = () =>
      world.network.calls.filter((call) => call === 'POST https://bank.example/tools').length;
    await world.agent.read(await confirmed());
    await world.agent.read(await confirmed());
    expect(tools()).toBe(1);
    const { task_id: taskId } = await world.agent.draft(UTTERANCE.replace('600', '700'));
    await world.agent.confirm(taskId);
    expect(tools()).toBe(2);
  });
});
