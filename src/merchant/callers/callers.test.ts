import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type { CommandClaims, IntentTransferBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { newId } from '../../protocol/ports.ts';
import { type Actor, IDS } from '../../verifier/testing/actors.ts';
import {
  type Answer,
  attestation,
  command,
  createMerchantWorld,
  type MerchantWorld,
  random,
} from '../testing/world.ts';

let world: MerchantWorld;
beforeEach(async () => {
  world = await createMerchantWorld({ intents_per_minute: 3, anonymous_calls_per_minute: 4 });
});
afterEach(() => world.close());

async function bodyOf(changes: Partial<IntentTransferBody> = {}): Promise<IntentTransferBody> {
  const context = { constraints: { query: ['G123'] } };
  const agent_attestation = await attestation(world);
  return { request_id: newId(random, 'itx'), agent_id: IDS.agent, context, agent_attestation, ...changes };
}

interface Proof {
  readonly claims?: Partial<CommandClaims>;
  readonly by?: Actor;
  /** What the command covers, where that is not what is sent. */
  readonly covers?: IntentTransferBody;
}

async function proofOf(
  body: IntentTransferBody,
  { claims = {}, by, covers = body }: Proof = {},
): Promise<string> {
  const digest = await digestOfObject(covers as unknown as JsonValue);
  const asked = { action: 'intent.transfer', target: IDS.merchant, params: { digest }, ...claims } as const;
  return command(world, asked, by);
}

async function send(body: IntentTransferBody, proof?: string): Promise<Answer> {
  const authorization = proof === undefined ? {} : { authorization: `ACT-Command ${proof}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const response = await world.merchant.app.request('/intents', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const anonymous = async (changes: Partial<IntentTransferBody> = {}): Promise<IntentTransferBody> => {
  const { agent_attestation: _, ...body } = await bodyOf(changes);
  return body;
};

describe('CID-INT-XFR-18 the source of an intent', () => {
  test('is proven by a command over the whole body, and the request is answered', async () => {
    const body = await bodyOf();
    const { status, body: answer } = await send(body, await proofOf(body));
    expect([status, answer.request_id]).toEqual([200, body.request_id]);
    expect(world.trace.at(-1)).toMatchObject({ signer: IDS.agent, outcome: 'ok' });
  });

  test('half of a proof is none', async () => {
    const body = await bodyOf();
    expect((await send(body)).body.code).toBe('command_missing');
    const bare = await anonymous();
    expect((await send(bare, await proofOf(bare))).body.code).toBe('command_missing');
    expect((await send(bare)).status).toBe(200);
  });

  test('a changed body, another key, another sender, another action, a second use', async () => {
    const body = await bodyOf();
    const { otherAgent } = world.actors;
    const changed = { ...body, context: { constraints: { query: ['G125'] } } };
    expect((await send(changed, await proofOf(changed, { covers: body }))).body.code).toBe(
      'command_target_mismatch',
    );
    expect((await send(body, await proofOf(body, { by: otherAgent }))).body.code).toBe(
      'command_signature_invalid',
    );
    const named = { ...body, agent_id: IDS.otherAgent };
    expect((await send(named, await proofOf(named))).body.code).toBe('command_not_permitted');
    const wrong = await proofOf(body, { claims: { action: 'quote.request' } });
    expect((await send(body, wrong)).body.code).toBe('command_target_mismatch');
    const right = await proofOf(body);
    expect((await send(body, right)).status).toBe(200);
    expect((await send(body, right)).body.code).toBe('command_duplicate');
  });
});

describe('OA-XFR-02 budgets', () => {
  test('a flood under an agent’s name does not touch the agent that proves its key', async () => {
    for (const _ of [1, 2, 3]) expect((await send(await anonymous())).status).toBe(200);
    expect((await send(await anonymous())).body.code).toBe('too_many_requests');
    for (const _ of [1, 2, 3]) {
      const body = await bodyOf();
      expect((await send(body, await proofOf(body))).status).toBe(200);
    }
    const body = await bodyOf();
    expect((await send(body, await proofOf(body))).body.code).toBe('too_many_requests');
  });

  test('all names together have one budget', async () => {
    const from = async (name: string) => send(await anonymous({ agent_id: `did:act:x.example/${name}` }));
    for (const name of ['1', '2', '3', '4']) expect((await from(name)).status).toBe(200);
    expect((await from('5')).body.code).toBe('too_many_requests');
    world.time.now += 60;
    expect((await from('5')).status).toBe(200);
  });

  test('what was used up while the clock was ahead is not missing when it has come back', async () => {
    world.time.now += 86_400;
    for (const _ of [1, 2, 3]) expect((await send(await anonymous())).status).toBe(200);
    world.time.now -= 86_400;
    for (const _ of [1, 2, 3]) expect((await send(await anonymous())).status).toBe(200);
    expect((await send(await anonymous())).body.code).toBe('too_many_requests');
  });

  test('who comes too often is told when to come again, and a flood writes nothing', async () => {
    const counts = () => world.store.read.all('SELECT * FROM merchant_calls ORDER BY caller', []);
    for (const _ of [1, 2, 3]) await send(await anonymous());
    world.time.now += 20;
    const before = await counts();
    const body = JSON.stringify(await anonymous());
    const headers = { 'content-type': 'application/json' };
    const refused = await world.merchant.app.request('/intents', { method: 'POST', headers, body });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
    expect(await counts()).toEqual(before);
    world.time.now += 40;
    expect((await send(await anonymous())).status).toBe(200);
  });

  test('a merchant may answer nobody who does not prove a key', async () => {
    await world.close();
    world = await createMerchantWorld({ anonymous_calls_per_minute: 0 });
    expect((await send(await anonymous())).body.code).toBe('too_many_requests');
    const body = await bodyOf();
    expect((await send(body, await proofOf(body))).status).toBe(200);
  });
});

describe('OA-XFR-03 an update', () => {
  test('of a request whose sender proved a key needs the same proof', async () => {
    const first = await bodyOf();
    expect((await send(first, await proofOf(first))).status).toBe(200);
    const update = { previous_request_id: first.request_id, context: {} };
    expect((await send(await anonymous(update))).body.code).toBe('previous_request_unknown');
    const proven = await bodyOf(update);
    expect((await send(proven, await proofOf(proven))).status).toBe(200);
  });

  test('CID-INT-XFR-08 takes back what it names, and says nothing else again', async () => {
    const constraints = { currency: 'CNY', max_price: '560.00', query: ['G12'] };
    const first = await anonymous({ context: { explicit_need: 'A seat', constraints } });
    expect((await send(first)).body.candidates).toHaveLength(1);
    const update = await anonymous({
      previous_request_id: first.request_id,
      context: { dropped: ['max_price'] },
    });
    expect((await send(update)).body.candidates).toHaveLength(2);
  });

  test('CID-INT-XFR-02 a sender says how many candidates it wants at most', async () => {
    const context = { constraints: { query: ['G12'] } };
    expect((await send(await anonymous({ context }))).body.candidates).toHaveLength(2);
    const body = await anonymous({ context, format: { max_candidates: 1 } });
    const { candidates } = (await send(body)).body;
    expect(candidates.map(({ item_id }: { item_id: string }) => item_id)).toEqual(['G123-2']);
  });
});
