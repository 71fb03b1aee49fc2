import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IntentTransferBody } from '../../protocol/generated/types.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { type Answer, createMerchantWorld, get, type MerchantWorld, post, random } from '../testing/world.ts';
import { REMEMBERED_MAX_INTENTS } from './transfer.ts';

let world: MerchantWorld;
beforeAll(async () => {
  world = await createMerchantWorld({ blocked_agents: [IDS.otherAgent], intents_per_minute: 1_000 });
});
afterAll(() => world.close());

type Context = IntentTransferBody['context'];

function transfer(context: Context, more: Partial<IntentTransferBody> = {}): Promise<Answer> {
  const body = { request_id: newId(random, 'itx'), agent_id: IDS.agent, context, ...more };
  return post(world, '/intents', body);
}

/** As many as are remembered, from one second to the next. */
function fill({ store }: MerchantWorld, from: number): Promise<void> {
  return store.transact(async (tx) => {
    for (let at = 0; at < REMEMBERED_MAX_INTENTS; at += 1) {
      await tx.run(
        `INSERT INTO merchant_intents (agent_id, request_id, body_digest, context, received_at)
         VALUES ('did:act:x.example/1', $1, '', '{}', $2)`,
        [`itx-${at}`, from + at],
      );
    }
  });
}

const ids = ({ body }: Answer) => body.candidates.map((item: { item_id: string }) => item.item_id);

describe('CID-MER-CAT catalogue', () => {
  test('CID-MER-CAT-10 lists what is offered with stock and merchant', async () => {
    const { status, body } = await get(world, '/catalogue');
    expect(status).toBe(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({
      item_id: 'G123-2',
      price: '553.50',
      stock: 3,
      merchant: IDS.merchant,
    });
  });
});

describe('CID-INT-XFR intent transfer', () => {
  test('CID-INT-XFR-17 answers with what meets every constraint, the cheapest first, under the id of the request', async () => {
    const answer = await transfer(
      { constraints: { currency: 'CNY', categories: ['transport/train'] } },
      { request_id: 'itx-a' },
    );
    expect(answer.status).toBe(200);
    expect(answer.body.request_id).toBe('itx-a');
    expect(ids(answer)).toEqual(['G123-2', 'G125-2']);
  });

  test('needs in words and preferences never widen the constraints', async () => {
    const context = { implicit_need: 'G125 please', preferences: ['G125'], constraints: { query: ['g123'] } };
    expect(ids(await transfer(context))).toEqual(['G123-2']);
  });

  test('an update carries only the change and is merged over the former request', async () => {
    const constraints = { currency: 'CNY', categories: ['transport/train'], max_price: '560.00' };
    const first = await transfer({ constraints }, { request_id: 'itx-1' });
    expect(ids(first)).toEqual(['G123-2']);
    const more = { request_id: 'itx-2', previous_request_id: 'itx-1' };
    expect(ids(await transfer({ constraints: { max_price: '600.00' } }, more))).toEqual(['G123-2', 'G125-2']);
    const again = { request_id: 'itx-3', previous_request_id: 'itx-2' };
    expect(ids(await transfer({ constraints: { query: ['G125'] } }, again))).toEqual(['G125-2']);
  });

  test('an update of an unknown request is refused', async () => {
    const { body } = await transfer({}, { previous_request_id: 'itx-nowhere' });
    expect(body).toMatchObject({ code: 'previous_request_unknown', requirement: 'CID-INT-XFR-08' });
  });

  test('another agent’s request cannot be updated', async () => {
    await transfer({}, { request_id: 'itx-mine' });
    const more = { agent_id: 'did:act:assistant.example/agent-009', previous_request_id: 'itx-mine' };
    expect((await transfer({}, more)).body.code).toBe('previous_request_unknown');
  });

  test('the same id again: the same request is answered, another is refused', async () => {
    const more = { request_id: 'itx-same' };
    expect((await transfer({ constraints: { query: ['G123'] } }, more)).status).toBe(200);
    expect((await transfer({ constraints: { query: ['G123'] } }, more)).status).toBe(200);
    expect((await transfer({ constraints: { query: ['G125'] } }, more)).body.code).toBe('request_id_reused');
  });
});

describe('CID-INT-XFR-20 error families', () => {
  test('format', async () => {
    expect((await post(world, '/intents', { request_id: 'x' })).body.code).toBe('schema_mismatch');
    const context = { constraints: { currency: 'ZZZ', max_price: '1.00' } };
    expect((await transfer(context)).body.code).toBe('currency_unknown');
  });

  test('no match', async () => {
    expect((await transfer({ constraints: { query: ['G999'] } })).body.code).toBe('no_match');
  });

  test('access restricted', async () => {
    expect((await transfer({}, { agent_id: IDS.otherAgent })).body.code).toBe('access_restricted');
    expect((await transfer({})).status).toBe(200);
  });

  test.each([
    ['a price without a currency', { max_price: '600.00' }],
    ['a price of nothing', { max_price: '0', currency: 'CNY' }],
    ['a delivery in the past', { deliver_by: formatUtcSeconds(WORLD_NOW) }],
  ])('constraint conflict: %s', async (_name, constraints) => {
    const { status, body } = await transfer({ constraints });
    expect([status, body.code]).toEqual([409, 'constraint_conflict']);
  });

  test('the same constraints without a contradiction', async () => {
    const deliver_by = formatUtcSeconds(WORLD_NOW + 2 * DAY_SECONDS);
    const constraints = { max_price: '600.00', currency: 'CNY', deliver_by };
    expect(ids(await transfer({ constraints }))).toEqual(['G123-2', 'G125-2']);
  });

  test('an item without a delivery time does not meet a delivery constraint', async () => {
    const deliver_by = formatUtcSeconds(WORLD_NOW + 2 * DAY_SECONDS);
    const { body } = await transfer({ constraints: { deliver_by, categories: ['food/drink'] } });
    expect(body.code).toBe('no_match');
  });

  test('too many requests of one agent in a minute, refused ones counted, others not held up', async () => {
    const limited = await createMerchantWorld({ intents_per_minute: 2 });
    const send = (agent: string, query: string) =>
      post(limited, '/intents', {
        request_id: newId(random, 'itx'),
        agent_id: agent,
        context: { constraints: { query: [query] } },
      });
    expect((await send(IDS.agent, 'G999')).body.code).toBe('no_match');
    expect((await send(IDS.agent, 'G123')).status).toBe(200);
    expect((await send(IDS.agent, 'G123')).body).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect((await send(IDS.otherAgent, 'G123')).status).toBe(200);
    limited.time.now += 60;
    expect((await send(IDS.agent, 'G123')).status).toBe(200);
    await limited.close();
  });
});

describe('CID-INT-XFR-12 what senders that nobody knows can fill', () => {
  test('a call count leaves with its window, whoever sent it', async () => {
    const fresh = await createMerchantWorld();
    const send = (agent: string) =>
      post(fresh, '/intents', { request_id: newId(random, 'itx'), agent_id: agent, context: {} });
    for (const agent of ['did:act:x.example/1', 'did:act:x.example/2']) await send(agent);
    fresh.time.now += 60;
    expect((await send(IDS.agent)).status).toBe(200);
    const rows = await fresh.store.read.all("SELECT caller FROM merchant_calls WHERE caller <> ''");
    expect(rows.map(({ caller }) => caller)).toEqual([`name:${IDS.agent}`]);
    await fresh.close();
  });

  test('intents are remembered up to a number, the newest ones', async () => {
    const fresh = await createMerchantWorld();
    await fill(fresh, WORLD_NOW - 80_000);
    const send = (agent: string, previous: string) => {
      const body = { request_id: newId(random, 'itx'), agent_id: agent, context: {} };
      return post(fresh, '/intents', { ...body, previous_request_id: previous });
    };
    const newest = `itx-${REMEMBERED_MAX_INTENTS - 1}`;
    expect((await send('did:act:x.example/1', newest)).status).toBe(200);
    expect((await send('did:act:x.example/1', 'itx-0')).body.code).toBe('previous_request_unknown');
    const kept = await fresh.store.read.get('SELECT COUNT(*) AS kept FROM merchant_intents');
    expect(Number(kept?.kept)).toBeLessThanOrEqual(REMEMBERED_MAX_INTENTS);
    await fresh.close();
  });

  test('those that a clock has counted that was ahead push nothing out when it has come back', async () => {
    const fresh = await createMerchantWorld();
    await fill(fresh, WORLD_NOW + 10 * DAY_SECONDS);
    const send = (request_id: string, more: object = {}) =>
      post(fresh, '/intents', { request_id, agent_id: IDS.agent, context: {}, ...more });
    expect((await send('itx-first')).status).toBe(200);
    expect((await send('itx-other')).status).toBe(200);
    // Nor is anything made of a clock beside it that is a little behind.
    fresh.time.now -= 30;
    expect((await send('itx-update', { previous_request_id: 'itx-first' })).status).toBe(200);
    await fresh.close();
  });
});

describe('CID-PCA-NEG payment capability', () => {
  test('the card declares the address of the capability file, which names methods and services', async () => {
    const card = await get(world, '/.well-known/agent-card.json');
    const declared = card.body.capabilities['act:payment:negotiation'];
    expect(declared).toEqual({
      mode: 'one-way',
      capability_url: 'https://rail.example/.well-known/act-payment-capability.json',
    });
    const { body } = await get(world, new URL(declared.capability_url).pathname);
    expect(body).toMatchObject({ role: 'payee', agent_id: IDS.merchant });
    expect(body.supported_methods[0]).toMatchObject({ method_id: IDS.method });
  });
});
