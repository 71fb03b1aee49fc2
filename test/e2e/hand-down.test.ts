import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../scenarios/ports.ts';
import { refusalIn } from '../../scenarios/refused.ts';
import type { Run } from '../../scenarios/steps/run.ts';
import { withUser } from '../../scenarios/steps/user.ts';
import { agentId, portsOf } from '../../scenarios/world/plan.ts';
import { startWorld, type World } from '../../scenarios/world/world.ts';
import type { Agent, TaskView } from '../../src/agent/index.ts';
import { readPublicJwk } from '../../src/http/key-file.ts';
import type { Assignment } from '../../src/protocol/generated/types.ts';
import { verifyPurchase } from '../../src/verifier/index.ts';

const PLAN = {
  users: { ann: { balance: '5000.00' } },
  agents: { assistant: {}, helper: {} },
  shops: {
    florist: { items: { ROSES: { name: 'Roses', category: 'goods/flowers', price: '40.00' } } },
  },
  words: { 'goods/flowers': ['flowers'] },
} as const;

const data = mkdtempSync(join(tmpdir(), 'openact-hand-down-'));
let world: World;
let run: Run;
let assistant: Agent;
let helper: Agent;

beforeAll(async () => {
  world = await startWorld({ plan: PLAN, data, firstPort: await freePorts(portsOf(PLAN)), trace: () => {} });
  const inner = () => Promise.reject(new Error('no step here has steps of its own'));
  run = { world, kept: new Map(), say: () => {}, inner };
  assistant = agentNamed('assistant');
  helper = agentNamed('helper');
});
afterAll(async () => {
  await world?.close();
  rmSync(data, { recursive: true, force: true });
});

function agentNamed(name: string): Agent {
  const running = world.agents.get(name);
  if (running === undefined) throw new Error(`no agent ${name}`);
  return running.agent;
}

/** A task that lacks nothing but authority. */
async function ready(agent: Agent, total = '1000.00', depth?: number): Promise<TaskView> {
  const delegatorIdentity = world.users.get('ann')?.delegator ?? '';
  const { task_id } = await agent.draft('Order flowers for me.', { delegatorIdentity });
  return agent.answer(task_id, {
    allowed_categories: 'goods/flowers',
    allowed_merchants: 'florist',
    max_single_amount: '50.00',
    max_total_amount: total,
    validity_end_time: '7 days',
    ...(depth === undefined ? {} : { delegation_depth: depth }),
  });
}

/** The user answers on the device whatever the work asks for, until the task has its authority. */
function withAuthority<T>(agent: Agent, taskId: string, work: () => Promise<T>): Promise<T> {
  return withUser(run, {}, async () => {
    const result = await work();
    const { status } = await agent.awaitAuthority(taskId, 20);
    expect(status).toBe('AUTHORISED');
    return result;
  });
}

async function granted(depth?: number): Promise<string> {
  const { task_id } = await ready(assistant, '1000.00', depth);
  await withAuthority(assistant, task_id, () => assistant.confirm(task_id));
  return task_id;
}

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: unknown) => refusalIn(error).code,
  );

const HELPER = { agent_id: agentId('helper') };

/** Part of the mandate, up to the helper's authority under it. */
async function handedDown(
  taskId: string,
): Promise<{ readonly helperTask: string; readonly delegation: string }> {
  const assignment = await assistant.assign(taskId, { ...HELPER, max_total_amount: 80, times_limit: 2 });
  const { delegation_id: delegation } = assignment.iac;
  const { task_id: helperTask } = await ready(helper, '80.00');
  await withAuthority(helper, helperTask, async () => {
    const proof = await helper.takeAssignment(helperTask, assignment);
    await assistant.handDown(taskId, delegation, proof);
  });
  return { helperTask, delegation };
}

describe('OA-DLG-08 OA-DLG-10 an agent leaves part of its mandate to another', () => {
  test('which buys under it, to the limits of its own, with evidence that names both, until it is taken back', async () => {
    const taskId = await granted(1);
    const { helperTask, delegation } = await handedDown(taskId);
    expect((await helper.buy(helperTask, 'one')).result).toMatchObject({ status: 'DONE', amount: '40.00' });
    const bundle = await helper.bundle(helperTask, 'one');
    const trustListKey = await readPublicJwk(join(world.keys, 'trust-list.pub.json'));
    const bytes = new TextEncoder().encode(bundle);
    expect(JSON.parse(bundle).mandate_chain).toHaveLength(1);
    expect((await verifyPurchase(bytes, { trustListKey, now: world.now() })).verdict).toBe('accepted');

    expect((await helper.buy(helperTask, 'two')).result?.status).toBe('DONE');
    expect((await helper.buy(helperTask, 'three')).result?.status).not.toBe('DONE');
    expect((await assistant.buy(taskId, 'own')).result?.status).toBe('DONE');

    expect(await assistant.takeBack(taskId, delegation)).toMatchObject({ status: 'Revoked' });
    expect((await assistant.buy(taskId, 'after')).result?.status).toBe('DONE');
  });

  test('and nothing is paid under it once it is taken back', async () => {
    const taskId = await granted(1);
    const { helperTask, delegation } = await handedDown(taskId);
    expect((await helper.buy(helperTask, 'before')).result?.status).toBe('DONE');
    await assistant.takeBack(taskId, delegation);
    expect((await helper.buy(helperTask, 'after')).result).toMatchObject({ code: 'mandate_revoked' });
  });

  test('only as far as the user allowed it', async () => {
    expect(await codeOf(assistant.assign(await granted(), HELPER))).toBe('mandate_depth_exceeded');
    const taskId = await granted(1);
    expect(await codeOf(assistant.assign(taskId, { ...HELPER, max_total_amount: 1000.01 }))).toBe(
      'mandate_widened',
    );
    expect(await codeOf(assistant.assign(taskId, { ...HELPER, delegation_depth: 1 }))).toBe(
      'mandate_depth_exceeded',
    );
    expect(await codeOf(assistant.assign(taskId, { ...HELPER, max_total_amount: 1000 }))).toBe('ok');
    const { task_id: unasked } = await ready(assistant, '1000.00', 1);
    expect(await codeOf(assistant.assign(unasked, HELPER))).toBe('mandate_not_yet_valid');
  });

  test('and the other takes nothing that is not below a mandate, and for itself', async () => {
    const taskId = await granted(1);
    const assignment = await assistant.assign(taskId, HELPER);
    const { iac, mandates_above: above } = assignment;
    const openact = { ...iac.ext?.openact, parent_mandate: 'A'.repeat(43) };
    const other = (await assistant.assign(await granted(1), HELPER)).mandates_above;
    const cases: readonly (readonly [string, Assignment])[] = [
      ['mandate_widened', { ...assignment, iac: { ...iac, max_total_amount: 2000 } }],
      ['agent_mismatch', { ...assignment, iac: { ...iac, agent_id: agentId('assistant') } }],
      ['mandate_chain_broken', { ...assignment, iac: { ...iac, ext: { ...iac.ext, openact } } }],
      ['mandate_chain_broken', { ...assignment, mandates_above: other }],
      [
        'mandate_parent_mismatch',
        { ...assignment, iac: { ...iac, delegator_identity: 'did:act:bank.example/eve' } },
      ],
      ['issuer_not_trusted', { ...assignment, issuer: 'did:act:other.example/issuer' }],
      ['mandate_audience_mismatch', { ...assignment, psp_id: 'did:act:other.example/psp' }],
      ['jws_signature_invalid', { ...assignment, mandates_above: [forgedFrom(above[0] ?? '')] }],
    ];
    const { task_id: helperTask } = await ready(helper);
    for (const [code, changed] of cases) {
      expect([code, await codeOf(helper.takeAssignment(helperTask, changed))]).toEqual([code, code]);
    }
    expect((await helper.read(helperTask)).status).toBe('READY');
    for (let times = 0; times < 2; times += 1)
      expect(await codeOf(helper.takeAssignment(helperTask, assignment))).toBe('ok');
  });

  test('OA-DLG-11 and neither offers nor takes terms that could be no mandate, however little they allow', async () => {
    const taskId = await granted(1);
    const assignment = await assistant.assign(taskId, { ...HELPER, max_total_amount: 30 });
    const { iac } = assignment;
    expect(iac.ext?.commerce?.max_single_amount).toBe(30);
    const { task_id: helperTask } = await ready(helper);
    const commerce = { ...iac.ext?.commerce, max_single_amount: 50 };
    const over = { ...assignment, iac: { ...iac, ext: { ...iac.ext, commerce } } };
    expect(await codeOf(helper.takeAssignment(helperTask, over))).toBe('limit_order');
    expect((await helper.read(helperTask)).status).toBe('READY');
    expect(await codeOf(helper.takeAssignment(helperTask, assignment))).toBe('ok');

    const before = '2020-01-01T00:00:00Z';
    expect(await codeOf(assistant.assign(taskId, { ...HELPER, validity_end_time: before }))).toBe(
      'time_order',
    );
  });

  test('and the issuer hands down on both signatures only, and only what was assigned', async () => {
    const taskId = await granted(1);
    const assignment = await assistant.assign(taskId, HELPER);
    const { delegation_id: id } = assignment.iac;
    const { task_id: helperTask } = await ready(helper);
    const another = await assistant.assign(taskId, HELPER);
    const { task_id: anotherTask } = await ready(helper);
    const foreign = await granted(1);
    await withAuthority(helper, helperTask, async () => {
      const proof = await helper.takeAssignment(helperTask, assignment);
      const { command } = await helper.takeAssignment(anotherTask, another);
      expect(await codeOf(assistant.handDown(taskId, 'dlg_unknown', proof))).toBe('not_found');
      expect(await codeOf(assistant.handDown(foreign, id, proof))).toBe('not_found');
      expect(await codeOf(assistant.handDown(taskId, id, { ...proof, command }))).toBe(
        'command_target_mismatch',
      );
      expect((await helper.read(helperTask)).status).toBe('AWAITING_CONFIRMATION');
      expect(await codeOf(assistant.handDown(taskId, id, proof))).toBe('ok');
      expect(await codeOf(assistant.handDown(taskId, id, proof))).toBe('command_duplicate');
      const fresh = await helper.takeAssignment(helperTask, assignment);
      expect(await codeOf(assistant.handDown(taskId, id, fresh))).toBe('ok');
    });
  });
});

/** The same message with one character of its signature changed. */
function forgedFrom(compact: string): string {
  const at = compact.length - 20;
  return `${compact.slice(0, at)}${compact[at] === 'A' ? 'B' : 'A'}${compact.slice(at + 1)}`;
}
