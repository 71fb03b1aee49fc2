import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import type { MerchantConfig } from '../config.ts';
import {
  createMerchantWorld,
  get,
  type MerchantWorld,
  orderOf,
  PSP_URL,
  post,
  quoteBody,
  quoted,
} from '../testing/world.ts';

const OTHER = 'urn:act:payment:other';
const psp = { psp_id: IDS.psp, endpoint: PSP_URL, method_schema_url: `${PSP_URL}/method.json` };
const methods = [IDS.method, OTHER].map((method_id) => ({ method_id, psps: [psp] }));
const terms: MerchantConfig['method_terms'] = [
  { method_id: OTHER, currency: 'CNY', min_amount: '1.00', max_amount: '553.49' },
];
const twoWay = { negotiation: 'two-way', methods, method_terms: terms } as const;

let world: MerchantWorld;
beforeAll(async () => {
  world = await createMerchantWorld(twoWay);
});
afterAll(() => world.close());

const request = (changes: object = {}) => ({
  agent_id: IDS.agent,
  buyer_supported_methods: [OTHER, IDS.method],
  currency: 'CNY',
  estimated_amount: 500,
  ...changes,
});

async function offered(changes: object = {}): Promise<string[]> {
  const { status, body } = await post(world, '/act/payment/negotiate', request(changes));
  expect(status).toBe(200);
  return body.supported_methods.map(({ method_id }: { method_id: string }) => method_id);
}

describe('CID-PCA-NEG-09, CID-PCA-NEG-17 the Agent Card of a merchant in two-way mode', () => {
  test('names the endpoint', async () => {
    const { body } = await get(world, '/.well-known/agent-card.json');
    expect(body.capabilities['act:payment:negotiation']).toEqual({
      mode: 'two-way',
      negotiation_endpoint: 'https://rail.example/act/payment/negotiate',
    });
  });

  test('in one-way mode nobody negotiates', async () => {
    const oneWay = await createMerchantWorld({ methods });
    expect((await post(oneWay, '/act/payment/negotiate', request())).body.code).toBe('not_found');
    await oneWay.close();
  });
});

describe('CID-PCA-NEG-11 the answer to a negotiation', () => {
  test('has the four members, flat, in the order of the buyer', async () => {
    const { body } = await post(world, '/act/payment/negotiate', request());
    expect(body.supported_methods).toEqual([OTHER, IDS.method].map((method_id) => ({ method_id, ...psp })));
  });

  test('leaves out what the buyer does not have, and may be empty', async () => {
    expect(await offered({ buyer_supported_methods: [IDS.method] })).toEqual([IDS.method]);
    expect(await offered({ buyer_supported_methods: ['urn:act:payment:third'] })).toEqual([]);
  });

  test('leaves out a method outside its terms, to the fen and in another currency', async () => {
    expect(await offered({ estimated_amount: 553.49 })).toEqual([OTHER, IDS.method]);
    expect(await offered({ estimated_amount: 553.5 })).toEqual([IDS.method]);
    expect(await offered({ estimated_amount: 1 })).toEqual([OTHER, IDS.method]);
    expect(await offered({ estimated_amount: 0.99 })).toEqual([IDS.method]);
    expect(await offered({ currency: 'USD' })).toEqual([IDS.method]);
  });

  test.each([
    ['a member too many', { intent_category: 'transport' }, 'schema_mismatch'],
    ['no method at all', { buyer_supported_methods: [] }, 'schema_mismatch'],
    ['an unknown currency', { currency: 'ZZZ' }, 'currency_unknown'],
  ])('refuses %s', async (_name, changes, code) => {
    expect((await post(world, '/act/payment/negotiate', request(changes))).body.code).toBe(code);
  });

  test('CID-CART-CFM-20 has no room for a statement about credit', async () => {
    const credit = { credit_association: 'eyJ.e30.x' };
    expect((await post(world, '/act/payment/negotiate', request(credit))).body.code).toBe('schema_mismatch');
    expect(await offered()).toEqual([OTHER, IDS.method]);
  });

  test('is limited and refused like an intent', async () => {
    const limited = await createMerchantWorld({
      ...twoWay,
      intents_per_minute: 1,
      blocked_agents: [IDS.otherAgent],
    });
    const send = (changes: object = {}) => post(limited, '/act/payment/negotiate', request(changes));
    expect((await send({ agent_id: IDS.otherAgent })).body.code).toBe('access_restricted');
    expect((await send()).status).toBe(200);
    expect((await send()).body.code).toBe('too_many_requests');
    limited.time.now += 60;
    expect((await send()).status).toBe(200);
    await limited.close();
  });
});

describe('OA-NEG-01 the quote says the same', () => {
  const tea = orderOf({ lines: [{ item_id: 'tea-1', quantity: 1 }], expected_amount: '18.00' });
  const accepted = (quote: string) =>
    readMessage('quote', quote).claims.accepted.map(({ method_id }) => method_id);

  test('what the terms allow is accepted, what they do not is not', async () => {
    expect(accepted((await quoted(world, tea)).quote)).toEqual([IDS.method, OTHER]);
    expect(accepted((await quoted(world)).quote)).toEqual([IDS.method]);
  });

  test('with no method left there is no quote, and no stock is locked', async () => {
    const narrow = await createMerchantWorld({ ...twoWay, methods: methods.slice(1) });
    expect((await post(narrow, '/quotes', await quoteBody(narrow))).body.code).toBe('no_common_method');
    const { body } = await get(narrow, '/catalogue');
    expect(body.items[0].stock).toBe(3);
    expect((await post(narrow, '/quotes', await quoteBody(narrow, tea))).status).toBe(201);
    await narrow.close();
  });
});

test('terms for a method that is not offered are refused at the start', async () => {
  const method_terms = [{ method_id: 'urn:act:payment:third', currency: 'CNY' }];
  await expect(createMerchantWorld({ method_terms })).rejects.toMatchObject({ code: 'schema_mismatch' });
});
