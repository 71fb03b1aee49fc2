import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Step } from '../../scenarios/format.ts';
import { freePorts } from '../../scenarios/ports.ts';
import { refusalIn } from '../../scenarios/refused.ts';
import { headerOf, keyAt, signed } from '../../scenarios/steps/forge.ts';
import { play } from '../../scenarios/steps/index.ts';
import type { Kept, Run } from '../../scenarios/steps/run.ts';
import { agentId, portsOf } from '../../scenarios/world/plan.ts';
import { type RunningAgent, startWorld, type World } from '../../scenarios/world/world.ts';
import { type AgentDeps, type AgentKey, createAgent } from '../../src/agent/index.ts';
import { readPublicJwk } from '../../src/http/key-file.ts';
import { jwkThumbprint } from '../../src/protocol/digest/index.ts';
import { generateKeyPair, localSigner } from '../../src/protocol/jws/index.ts';
import { verifyPurchase } from '../../src/verifier/index.ts';

const AGENT = 'assistant';
const BUILD = `${'B'.repeat(42)}A`;
const PLAN = {
  users: { ann: { balance: '5000.00' } },
  shops: {
    florist: { items: { ROSES: { name: 'Roses', category: 'goods/flowers', price: '40.00' } } },
  },
  words: { 'goods/flowers': ['flowers'] },
} as const;
const flowers = {
  do: 'delegate',
  say: 'Order flowers for me.',
  answers: {
    allowed_categories: 'goods/flowers',
    allowed_merchants: 'florist',
    max_single_amount: '100.00',
    max_total_amount: '1000.00',
    validity_end_time: '+7d',
  },
} as const;
const roses = { do: 'pay', at: 'florist', items: { ROSES: 1 } } as const;

const data = mkdtempSync(join(tmpdir(), 'openact-rotation-'));
let world: World;
let run: Run;
let agents: Map<string, RunningAgent>;

beforeAll(async () => {
  world = await startWorld({ plan: PLAN, data, firstPort: await freePorts(portsOf(PLAN)), trace: () => {} });
  agents = world.agents as Map<string, RunningAgent>;
});
afterAll(async () => {
  await world?.close();
  rmSync(data, { recursive: true, force: true });
});
beforeEach(() => {
  run = {
    world,
    kept: new Map(),
    say: () => {},
    inner: async () => {
      throw new Error('no step here has steps of its own');
    },
  };
});

let steps = 0;

/** `ok`, or the code of the refusal. */
async function outcome(
  step: Step extends infer S ? (S extends Step ? Omit<S, 'step'> : never) : never,
): Promise<string> {
  steps += 1;
  try {
    const kept = await play(run, { ...step, step: `step ${steps}` } as Step);
    if (step.as !== undefined) run.kept.set(step.as, kept);
    return 'ok';
  } catch (error) {
    return refusalIn(error).code;
  }
}

const kept = (name: string): Kept => run.kept.get(name) ?? {};

describe('OA-KEY-21 OA-KEY-22 the key of an agent', () => {
  function use(deps: AgentDeps): void {
    agents.set(AGENT, { deps, agent: createAgent(deps) });
  }

  async function newKey(): Promise<AgentKey & { readonly jkt: string }> {
    const { privateJwk, publicJwk } = await generateKeyPair('ES256');
    const jkt = await jwkThumbprint(publicJwk);
    const iat = world.now();
    const claims = {
      iss: 'did:act:assistant.example/provider',
      jti: 'att_rotated',
      sub: agentId(AGENT),
      iat,
      exp: iat + 86_400,
      cnf: { jwk: publicJwk },
    };
    const attestation = await signed(run, 'act-agent+jwt', claims, keyAt(run, 'provider/agent-provider'));
    return { jkt, attestation, publicJwk, signer: localSigner(privateJwk, { kid: jkt }) };
  }

  test('is replaced while mandates run: the former one serves those, the next one all that is new', async () => {
    const before = agents.get(AGENT)?.deps;
    if (before === undefined) throw new Error('no agent');
    expect(await outcome({ ...flowers, as: 'old' })).toBe('ok');
    expect(await outcome({ do: 'buy', under: 'old', as: 'first' })).toBe('ok');

    const next = await newKey();
    const { signer, publicJwk, attestation } = before;
    const deps = { ...before, ...next, formerKeys: [{ signer, publicJwk, attestation }] };
    use(deps);
    expect(await outcome({ do: 'buy', under: 'old', as: 'second' })).toBe('ok');
    expect(await outcome({ ...flowers, as: 'new' })).toBe('ok');
    expect(await outcome({ do: 'buy', under: 'new', as: 'third' })).toBe('ok');
    expect(requesterOf('first')).toBe(requesterOf('second'));
    expect(requesterOf('third')).toBe(next.jkt);
    expect(requesterOf('third')).not.toBe(requesterOf('first'));
    expect(kept('new').payment_tool_ref).not.toBe(kept('old').payment_tool_ref);
    expect(await verdictOf('first')).toBe('accepted');

    use({ ...before, ...next });
    expect(await outcome({ do: 'buy', under: 'old' })).toBe('agent_key_mismatch');
    expect(await outcome({ do: 'buy', under: 'new' })).toBe('ok');

    use(deps);
    expect(await outcome(revoke('old'))).toBe('ok');
    expect(await outcome({ do: 'buy', under: 'old' })).toBe('mandate_revoked');
    expect(await outcome({ do: 'buy', under: 'new' })).toBe('ok');
    use(before);
  });

  const requesterOf = (name: string): unknown => {
    const { payment_request } = JSON.parse(String(kept(name).bundle)) as { payment_request: string };
    return headerOf(payment_request).kid;
  };

  async function verdictOf(name: string): Promise<string> {
    const trustListKey = await readPublicJwk(join(world.keys, 'trust-list.pub.json'));
    const bytes = new TextEncoder().encode(String(kept(name).bundle));
    return (await verifyPurchase(bytes, { trustListKey, now: world.now() })).verdict;
  }
});

const revoke = (name: string) =>
  ({
    do: 'command',
    action: 'mandate.revoke',
    target: `$${name}.delegation_id`,
    path: `/mandates/$${name}.delegation_id/revoke`,
  }) as const;

test('OA-KEY-21 the key of a runtime is replaced by a second mandate beside the first, which then is revoked', async () => {
  expect(await outcome({ do: 'bind', limit: '500.00' })).toBe('ok');
  expect(await outcome({ do: 'mandate', as: 'first', build: BUILD })).toBe('ok');
  expect(await outcome({ ...roses, under: 'first' })).toBe('ok');
  expect(await outcome({ do: 'mandate', as: 'second', build: BUILD })).toBe('ok');
  expect((kept('first').runtime as { kid: string }).kid).not.toBe(
    (kept('second').runtime as { kid: string }).kid,
  );
  for (const under of ['first', 'second']) expect(await outcome({ ...roses, under })).toBe('ok');
  expect(await outcome(revoke('first'))).toBe('ok');
  expect(await outcome({ ...roses, under: 'first' })).toBe('mandate_revoked');
  expect(await outcome({ ...roses, under: 'second' })).toBe('ok');
});

test('OA-KEY-21 the key of a sub-account is replaced by a second sub-account beside the first, which then is closed', async () => {
  const purse = { do: 'card', limit: '100.00', fund: '200.00' } as const;
  expect(await outcome({ ...purse, as: 'first' })).toBe('ok');
  expect(await outcome({ ...roses, with: 'first' })).toBe('ok');
  expect(await outcome({ ...purse, as: 'second' })).toBe('ok');
  for (const name of ['first', 'second']) expect(await outcome({ ...roses, with: name })).toBe('ok');
  const close = {
    do: 'command',
    action: 'sub_account.close',
    target: '$first.sub_account_id',
    path: '/sub-accounts/$first.sub_account_id/close',
  } as const;
  expect(await outcome(close)).toBe('ok');
  expect(await outcome({ ...roses, with: 'first' })).toBe('sub_account_closed');
  expect(await outcome({ ...roses, with: 'second' })).toBe('ok');
});
