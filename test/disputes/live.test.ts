/** Evidence collected from running servers, judged when all of them are gone. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenario as chain } from '../../scenarios/cases/17a-chain-of-records.ts';
import type { Step, WorldPlan } from '../../scenarios/format.ts';
import { playScenario } from '../../scenarios/play.ts';
import { freePorts } from '../../scenarios/ports.ts';
import { allAnchored } from '../../scenarios/steps/records.ts';
import type { Run } from '../../scenarios/steps/run.ts';
import { withUser } from '../../scenarios/steps/user.ts';
import { agentId, LOG, portsOf } from '../../scenarios/world/plan.ts';
import { startWorld, type World } from '../../scenarios/world/world.ts';
import { type Agent, createAgentApp } from '../../src/agent/index.ts';
import { runCli } from '../../src/cli/run.ts';
import { speak, temporaryFolder } from '../../src/cli/testing/console.ts';
import { type Listening, listen } from '../../src/http/index.ts';
import { readPublicJwk } from '../../src/http/key-file.ts';
import type { PublicJwk } from '../../src/protocol/digest/index.ts';
import { verifyDispute } from '../../src/verifier/index.ts';
import { generator } from './generator.ts';

const FIVE_YEARS = 5 * 366 * 86_400;
const silent = { begins() {}, ends() {}, say() {} };

const kept = temporaryFolder();
const empty = mkdtempSync(join(tmpdir(), 'openact-empty-'));
const before = process.cwd();
const key = join(kept.path, 'trust-list.pub.json');
const KINDS = ['mandate', 'cashier', 'access', 'handed'] as const;
type Kind = (typeof KINDS)[number];
const fileOf = (kind: Kind) => join(kept.path, `${kind}.json`);
let pinned: PublicJwk;
let data: string;
let collectedAt: number;
let said: Readonly<Record<Kind, Spoken>>;

/** One cup under a mandate, one that the user confirms at the cashier, one figure that is paid for on access. */
const plan: WorldPlan = {
  ...chain.world,
  agents: { assistant: {}, helper: {} },
  sellers: { market: { price: '0.01' } },
};
const onAccess: readonly Step[] = [
  {
    do: 'delegate',
    step: 'a budget for figures',
    as: 'research',
    say: 'Find out how train prices moved this month.',
    answers: {
      allowed_categories: 'data/market',
      allowed_merchants: 'did:act:market.example/shop',
      max_single_amount: '0.05',
      max_total_amount: '1.00',
      validity_end_time: '+1d',
    },
  },
  {
    ...{ do: 'card', step: 'a purse', as: 'purse', limit: '0.05', fund: '1.00' },
    expect: { moved: { ann: '-1.00', purse: '+1.00' }, instruments: 1 },
  },
  {
    ...{ do: 'fetch', step: 'a figure', at: 'market', path: '/data/prices/#' },
    ...{ under: 'research', from: 'purse' },
    expect: { moved: { purse: '-0.01', market: '+0.01' }, trades: { WAIT_BUYER_RECEIPT: 1 } },
  },
];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'openact-live-'));
  const world = await startWorld({ plan, data, firstPort: await freePorts(portsOf(plan)), trace: () => {} });
  const steps = [...chain.steps.slice(0, 1), ...onAccess];
  const results = await playScenario(world, { ...chain, world: plan, steps }, silent);
  expect(results.flatMap(({ differences }) => differences)).toEqual([]);
  const handed = await boughtBelow(world);
  await allAnchored(world);
  const servers = await Promise.all(
    [...world.agents.values()].map(({ agent, deps }) =>
      listen(createAgentApp(agent, deps), { host: '127.0.0.1', port: 0 }),
    ),
  );
  await copyFile(join(world.keys, 'trust-list.pub.json'), key);
  pinned = await readPublicJwk(key);
  collectedAt = world.now();
  said = await collectAll(world, servers, handed);
  await Promise.all(servers.map((server) => server.close()));
  await world.close();
  rmSync(data, { recursive: true });
  process.chdir(empty);
});
afterAll(() => {
  process.chdir(before);
  rmSync(empty, { recursive: true });
  kept.remove();
});

/** The assistant leaves part of its mandate to the helper, which buys a cup under it. @returns its trade number */
async function boughtBelow(world: World): Promise<string> {
  const inner = () => Promise.reject(new Error('no step here has steps of its own'));
  const run: Run = { world, kept: new Map(), say: () => {}, inner };
  const [assistant, helper] = ['assistant', 'helper'].map((name) => world.agents.get(name)?.agent);
  if (assistant === undefined || helper === undefined) throw new Error('no agents');
  const ready = async (agent: Agent, total: string, depth = {}): Promise<string> => {
    const delegatorIdentity = world.users.get('ann')?.delegator ?? '';
    const { task_id } = await agent.draft('Order bubble tea for me.', { delegatorIdentity });
    const answers = { allowed_categories: 'food/drink', allowed_merchants: 'teahouse' };
    const limits = { max_single_amount: '20.00', max_total_amount: total, validity_end_time: '3 days' };
    await agent.answer(task_id, { ...answers, ...limits, ...depth });
    return task_id;
  };
  const authorised = (agent: Agent, taskId: string, work: () => Promise<unknown>) =>
    withUser(run, {}, async () => {
      await work();
      expect((await agent.awaitAuthority(taskId, 20)).status).toBe('AUTHORISED');
    });
  const above = await ready(assistant, '100.00', { delegation_depth: 1 });
  await authorised(assistant, above, () => assistant.confirm(above));
  const part = { agent_id: agentId('helper'), max_total_amount: 40, times_limit: 2 };
  const assignment = await assistant.assign(above, part);
  const below = await ready(helper, '40.00');
  await authorised(helper, below, async () => {
    const proof = await helper.takeAssignment(below, assignment);
    await assistant.handDown(above, assignment.iac.delegation_id, proof);
  });
  return (await helper.buy(below)).result?.trade_no ?? '';
}

type Spoken = Awaited<ReturnType<typeof speak>>;

async function collectAll(
  { bank, agents, addresses, now }: World,
  [assistant, helper]: readonly Listening[],
  handed: string,
): Promise<Readonly<Record<Kind, Spoken>>> {
  const rows = await bank.store.read.all('SELECT trade_no, delegation_id FROM payments');
  const fetched = await agents
    .get('assistant')
    ?.deps.store.read.get('SELECT trade_no FROM agent_a402_purchases');
  const access = String(fetched?.trade_no);
  const tradeOf = (isUnderMandate: boolean): string =>
    String(
      rows.find((row) => row.trade_no !== access && (row.delegation_id !== '') === isUnderMandate)?.trade_no,
    );
  const service = ['--url', String(addresses.log), '--log', LOG, '--trust-key', key];
  const bundle = (tradeNo: string, out: string, ...by: readonly (Listening | undefined)[]) => {
    const asked = by.flatMap((one) => ['--agent', one?.url ?? '']);
    const args = ['dispute', 'bundle', tradeNo, ...asked, ...service, '--out', out];
    return speak(runCli, args, { now: now() });
  };
  const none = await bundle('trd_that_nobody_made', join(kept.path, 'none.json'), assistant);
  expect(none.status).not.toBe(0);
  const alone = await bundle(handed, join(kept.path, 'alone.json'), helper);
  expect(alone.err).toContain('shows no records now');
  return {
    mandate: await bundle(tradeOf(true), fileOf('mandate'), assistant),
    cashier: await bundle(tradeOf(false), fileOf('cashier'), assistant),
    access: await bundle(access, fileOf('access'), assistant),
    handed: await bundle(handed, fileOf('handed'), helper, assistant),
  };
}

const verify = (file: string) =>
  speak(runCli, ['dispute', 'verify', file, '--trust-key', key, '--json'], { now: collectedAt + FIVE_YEARS });

// TSD-ATT-DSP-02, OA-DSP-02, OA-DSP-14, OA-REC-10
describe('openact dispute bundle from running servers', () => {
  test('finds what it has collected good', () => {
    expect(KINDS.map((kind) => [kind, said[kind].status, said[kind].err])).toEqual(
      KINDS.map((kind) => [kind, 0, '']),
    );
    expect(said.mandate.out).toContain('recorded that the payment was made: VERIFIED');
  });

  test.each([
    ['under a mandate', 'mandate', 6],
    ['confirmed at the cashier', 'cashier', 5],
    ['paid for on access', 'access', 5],
    ['OA-DSP-14 under a mandate that was handed down, with what led to the one above', 'handed', 7],
  ] as const)(
    '%s: good five years on, in an empty folder, all servers and stores gone',
    async (_title, kind, count) => {
      expect(existsSync(data)).toBe(false);
      const { status, out } = await verify(fileOf(kind));
      const judged = JSON.parse(out);
      expect({ status, missing: judged.missing }).toEqual({ status: 0, missing: [] });
      expect(judged.records).toHaveLength(count);
      expect(new Set(judged.records.map(({ verdict }: { verdict: string }) => verdict))).toEqual(
        new Set(['VERIFIED']),
      );
      expect(judged).toMatchObject({ verdict: 'good', purchase: 'accepted', finding: 'DENIED' });
    },
  );

  test('OA-DSP-14 without the agent above its mandate is named as missing, and the rest stands', async () => {
    const { status, out } = await verify(join(kept.path, 'alone.json'));
    const judged = JSON.parse(out);
    expect({ status, missing: judged.missing }).toEqual({
      status: 0,
      missing: ['act:delegation:intent-created'],
    });
  });
});

// OA-DSP-04
test.each([
  ['mandate', 1_000],
  ['access', 100],
  ['handed', 100],
] as const)(
  'each flip of one bit in the file %s is refused with a named verdict (%i flips)',
  {
    timeout: 1_200_000,
  },
  async (kind, count) => {
    const good = new Uint8Array(readFileSync(fileOf(kind)));
    const context = { trustListKey: pinned, now: collectedAt + FIVE_YEARS };
    const seed = Date.now() % 2 ** 31;
    const next = generator(seed);
    const codes = new Set<string>();
    for (let flips = 0; flips < count; flips += 1) {
      const at = Math.floor(next() * good.length);
      const changed = Uint8Array.from(good);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      const { verdict, code } = await verifyDispute(changed, context);
      expect({ seed, at, verdict }).toEqual({ seed, at, verdict: 'not_good' });
      expect(code).toMatch(/^[a-z0-9_]+$/);
      codes.add(String(code));
    }
    expect(codes.size).toBeGreaterThan(5);
    expect((await verifyDispute(good, context)).verdict).toBe('good');
  },
);
