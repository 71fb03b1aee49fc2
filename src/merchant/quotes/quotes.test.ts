import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { openTrustList, verifyQuote } from '../../verifier/index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { trustListClaims } from '../../verifier/testing/claims.ts';
import {
  createMerchantWorld,
  get,
  type MerchantWorld,
  orderOf,
  post,
  quoteBody,
  quoted,
} from '../testing/world.ts';

let world: MerchantWorld;
beforeAll(async () => {
  world = await createMerchantWorld({ items: manyItems(), blocked_agents: [] });
});
afterAll(() => world.close());

function manyItems() {
  const train = {
    category: 'transport/train',
    currency: 'CNY',
    deliver_by: formatUtcSeconds(WORLD_NOW + DAY_SECONDS),
  };
  return [
    { ...train, item_id: 'G123-2', name: 'G123, second class', price: '553.50', stock: 1_000 },
    { ...train, item_id: 'last', name: 'The last seat', price: '10.00', stock: 1 },
    { ...train, item_id: 'race', name: 'Wanted by many', price: '10.00', stock: 5 },
    {
      item_id: 'tea-1',
      name: 'Bubble tea',
      category: 'food/drink',
      price: '18.00',
      currency: 'CNY',
      stock: 9,
    },
  ];
}

async function refusal(body: unknown): Promise<string> {
  return (await post(world, '/quotes', body)).body.code;
}

describe('POST /quotes', () => {
  test('gives a quote that the agent can verify, with the cart behind it', async () => {
    const { quote, cart } = await quoted(world);
    const signed = await signMessage(
      'trustList',
      trustListClaims(world.actors),
      world.actors.trustList.signer,
    );
    const trustList = await openTrustList(signed, world.actors.trustList.publicJwk, WORLD_NOW);
    const judged = await verifyQuote({ quote, cart }, { trustList, now: world.time.now, agentId: IDS.agent });
    expect(judged.verdict).toBe('accepted');
    const { claims } = readMessage('quote', quote);
    expect(claims).toMatchObject({ aud: IDS.agent, amount: '553.50', payer_amount: '553.50' });
    expect(claims.exp - claims.iat).toBe(900);
    expect(claims.accepted).toEqual([{ method_id: IDS.method, psp_id: IDS.psp }]);
  });

  test('OA-PRV-02 the quote, which the payment service sees, tells no line of the cart', async () => {
    const [first, second] = [await quoted(world), await quoted(world)];
    const { claims } = readMessage('quote', first.quote);
    for (const line of first.cart.lines) {
      expect(JSON.stringify(claims)).not.toContain(line.item_id);
      expect(JSON.stringify(claims)).not.toContain(line.name);
    }
    expect(first.cart.lines).toEqual(second.cart.lines);
    expect(claims.cart_digest).toBe(await digestOfObject(first.cart as unknown as JsonValue));
    expect(claims.cart_digest).not.toBe(readMessage('quote', second.quote).claims.cart_digest);
  });

  test('a coupon is funded by the merchant and the totals add up; its total is what has to be expected', async () => {
    const lines = [{ item_id: 'tea-1', quantity: 1 }];
    const { quote } = await quoted(world, orderOf({ lines, expected_amount: '15.00', coupon: 'TEA3' }));
    expect(readMessage('quote', quote).claims).toMatchObject({
      amount: '18.00',
      payer_amount: '15.00',
      discounts: [{ funder: IDS.merchant, amount: '3.00', label: 'Tea coupon' }],
    });
    const unknown = orderOf({ lines, expected_amount: '15.00', coupon: 'TEA4' });
    expect(await refusal(await quoteBody(world, unknown))).toBe('price_changed');
  });

  test('several lines: quantities multiply, categories follow the lines', async () => {
    const lines = [
      { item_id: 'G123-2', quantity: 2 },
      { item_id: 'tea-1', quantity: 1 },
    ];
    const { quote, cart } = await quoted(world, orderOf({ lines, expected_amount: '1125.00' }));
    expect(readMessage('quote', quote).claims.categories).toEqual(['transport/train', 'food/drink']);
    expect(readMessage('quote', quote).claims.deliver_by).toBeUndefined();
    expect(cart.lines.map(({ amount }) => amount)).toEqual(['1107.00', '18.00']);
  });
});

describe('POST /quotes refuses', () => {
  test('another price than expected', async () => {
    const { status, body } = await post(
      world,
      '/quotes',
      await quoteBody(world, orderOf({ expected_amount: '553.49' })),
    );
    expect([status, body.code, body.evidence.amount]).toEqual([409, 'price_changed', '553.50']);
  });

  test.each([
    ['an unknown item', 'item_unknown', { lines: [{ item_id: 'G999', quantity: 1 }] }],
    ['another currency', 'currency_mismatch', { currency: 'USD' }],
    ['a delivery that cannot be met', 'delivery_too_late', { deliver_by: formatUtcSeconds(WORLD_NOW + 60) }],
    [
      'more units than can be handed over',
      'schema_mismatch',
      { lines: [{ item_id: 'G123-2', quantity: 101 }] },
    ],
  ])('%s', async (_name, code, changes) => {
    expect(await refusal(await quoteBody(world, orderOf(changes)))).toBe(code);
  });

  test('an agent key that no provider vouches for', async () => {
    const body = await quoteBody(world);
    const claims = { ...readMessage('attestation', body.agent_attestation).claims };
    const forged = await signMessage('attestation', claims, world.actors.merchant.signer);
    expect(await refusal({ ...body, agent_attestation: forged })).toBe('x509_chain_broken');
  });

  test('a command of another key, another order, another sender, another merchant', async () => {
    const { otherAgent } = world.actors;
    const good = await quoteBody(world);
    const { claims } = readMessage('command', good.command);
    const signed = await signMessage('command', claims, otherAgent.signer);
    expect(await refusal({ ...good, command: signed })).toBe('command_signature_invalid');
    const swapped = { ...good, order: orderOf({ lines: [{ item_id: 'tea-1', quantity: 1 }] }) };
    expect(await refusal(swapped)).toBe('command_target_mismatch');
    expect(await refusal(await quoteBody(world, orderOf(), { iss: IDS.otherAgent }))).toBe(
      'command_not_permitted',
    );
    const elsewhere = await quoteBody(world, orderOf(), { aud: IDS.otherMerchant });
    expect(await refusal(elsewhere)).toBe('command_audience_mismatch');
    expect((await post(world, '/quotes', good)).status).toBe(201);
  });

  test('a blocked agent', async () => {
    const blocking = await createMerchantWorld({ blocked_agents: [IDS.agent] });
    expect((await post(blocking, '/quotes', await quoteBody(blocking))).body.code).toBe('access_restricted');
    await blocking.close();
  });
});

describe('repetition', () => {
  test('OA-ORD-24 the same command again is a duplicate; the same order request under a new command gives the same quote', async () => {
    const order = orderOf({ request_id: 'oreq-1' });
    const first = await quoteBody(world, order);
    const given = await post(world, '/quotes', first);
    expect(given.status).toBe(201);
    expect(await refusal(first)).toBe('command_duplicate');
    const again = await post(world, '/quotes', await quoteBody(world, order));
    expect([again.status, again.body]).toEqual([201, given.body]);
    const other = orderOf({ request_id: 'oreq-1', lines: [{ item_id: 'tea-1', quantity: 1 }] });
    expect(await refusal(await quoteBody(world, other))).toBe('request_id_reused');
  });

  test('OA-RPL-01 another key of the same agent does not get the quote, and learns nothing of the order', async () => {
    const order = orderOf({ request_id: 'oreq-key' });
    const given = await post(world, '/quotes', await quoteBody(world, order));
    const { otherAgent, provider } = world.actors;
    const first = await quoteBody(world, order);
    const vouched = readMessage('attestation', first.agent_attestation).claims;
    const asked = {
      ...first,
      agent_attestation: await signMessage(
        'attestation',
        { ...vouched, cnf: { jwk: otherAgent.publicJwk } },
        provider.signer,
      ),
      command: await signMessage('command', readMessage('command', first.command).claims, otherAgent.signer),
    };
    const { status, body } = await post(world, '/quotes', asked);
    expect([status, body.code]).toEqual([409, 'request_id_reused']);
    const again = await post(world, '/quotes', await quoteBody(world, order));
    expect([again.status, again.body]).toEqual([201, given.body]);
  });

  test('without a request id too, the same command is a duplicate', async () => {
    const body = await quoteBody(world);
    expect((await post(world, '/quotes', body)).status).toBe(201);
    expect(await refusal(body)).toBe('command_duplicate');
  });

  test('parallel repetitions lock once', async () => {
    const order = orderOf({
      lines: [{ item_id: 'race', quantity: 1 }],
      expected_amount: '10.00',
      request_id: 'oreq-p',
    });
    const bodies = await Promise.all(Array.from({ length: 5 }, () => quoteBody(world, order)));
    const answers = await Promise.all(bodies.map((body) => post(world, '/quotes', body)));
    expect(new Set(answers.map(({ body }) => body.quote)).size).toBe(1);
    const { body } = await get(world, '/catalogue');
    expect(body.items.find((item: { item_id: string }) => item.item_id === 'race').stock).toBe(4);
  });
});

describe('stock lock', () => {
  test('CID-CART-CFM-13, OA-ORD-20 the last piece goes to one buyer, until the lock lapses at pay_before', async () => {
    const order = orderOf({ lines: [{ item_id: 'last', quantity: 1 }], expected_amount: '10.00' });
    await quoted(world, order);
    expect(await refusal(await quoteBody(world, order))).toBe('stock_exhausted');
    world.time.now += 899;
    expect(await refusal(await quoteBody(world, order))).toBe('stock_exhausted');
    world.time.now += 1;
    await quoted(world, order);
    expect(await refusal(await quoteBody(world, order))).toBe('stock_exhausted');
  });

  test('of many parallel buyers as many get a quote as there are pieces', async () => {
    const fresh = await createMerchantWorld();
    const bodies = await Promise.all(Array.from({ length: 8 }, () => quoteBody(fresh)));
    const answers = await Promise.all(bodies.map((body) => post(fresh, '/quotes', body)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'stock_exhausted')).toHaveLength(5);
    await fresh.close();
  });

  test('stock is kept over a restart, whatever the configuration says', async () => {
    const fresh = await createMerchantWorld();
    await quoted(fresh);
    const merchant = await fresh.restart();
    const body = (await (await merchant.app.request('/catalogue')).json()) as { items: { stock: number }[] };
    expect(body.items[0]?.stock).toBe(2);
    await fresh.close();
  });
});
