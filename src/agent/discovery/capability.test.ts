import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseAmount } from '../../protocol/money/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { refuse } from '../testing/reply.ts';
import { type AgentWorld, createAgentWorld, failing, RAIL_URL } from '../testing/world.ts';
import { discoverCapability } from './capability.ts';

let world: AgentWorld;
beforeEach(async () => {
  world = await createAgentWorld();
});
afterEach(() => world.close());

const need = (allowed?: readonly string[]) => ({
  amount: parseAmount('553.50', 'CNY'),
  ...(allowed === undefined ? {} : { allowed }),
});

async function outcome(merchant: string = IDS.merchant, allowed?: readonly string[]): Promise<string> {
  return discoverCapability(world.context, merchant, need(allowed)).then(
    ({ method }) => method.method_id,
    (error: { code: string }) => error.code,
  );
}

describe('CID-PCA-NEG', () => {
  test('finds the common method from the declared file', async () => {
    expect(await outcome()).toBe(IDS.method);
    expect(world.network.calls).toEqual([
      `GET ${RAIL_URL}/.well-known/agent-card.json`,
      `GET ${RAIL_URL}/.well-known/act-payment-capability.json`,
    ]);
  });

  test.each([
    ['an address elsewhere', 'https://elsewhere.example/act-payment-capability.json'],
    ['a scheme that is not the seller’s', 'http://rail.example/.well-known/act-payment-capability.json'],
    ['a metadata service', 'http://169.254.169.254/latest'],
  ])('-05: a card that declares %s is not followed', async (_name, capability_url) => {
    world.rail.settings.card.capability_url = capability_url;
    expect(await outcome()).toBe('capability_source_unconfirmed');
    expect(world.network.calls).toHaveLength(1);
  });

  test('-05: a card of somebody else', async () => {
    world.rail.settings.card.agent_id = IDS.otherMerchant;
    expect(await outcome()).toBe('capability_source_unconfirmed');
  });

  test('-06: a file of somebody else, an unknown service, an endpoint the trust list does not have', async () => {
    const { capability } = world.rail.settings;
    const service = {
      psp_id: String(IDS.psp),
      endpoint: 'https://bank.example',
      method_schema_url: 'https://bank.example/m',
    };
    const withPsp = (psp: typeof service) => ({
      ...capability,
      supported_methods: [{ method_id: IDS.method, psps: [psp] }],
    });
    world.rail.settings.capability = { ...capability, agent_id: IDS.otherMerchant };
    expect(await outcome()).toBe('capability_inconsistent');
    world.rail.settings.capability = withPsp({ ...service, psp_id: 'did:act:shady.example/psp' });
    expect(await outcome()).toBe('capability_inconsistent');
    world.rail.settings.capability = withPsp({ ...service, endpoint: 'https://bank.example.evil' });
    expect(await outcome()).toBe('capability_inconsistent');
    world.rail.settings.capability = withPsp(service);
    expect(await outcome()).toBe(IDS.method);
  });

  test('CID-PCA-NEG-03 the outcome is four parameters, as the file has them', async () => {
    const { method } = await discoverCapability(world.context, IDS.merchant, need());
    expect(method).toEqual({
      method_id: IDS.method,
      psp_id: IDS.psp,
      endpoint: 'https://bank.example',
      method_schema_url: 'https://bank.example/method.json',
    });
  });

  test('CID-PCA-NEG-02 only a method that the mandate allows is selected', async () => {
    const other = 'urn:act:payment:other';
    const [first] = world.rail.settings.capability.supported_methods;
    const psps = first?.psps ?? [];
    const supported_methods = [other, IDS.method].map((method_id) => ({ method_id, psps }));
    world.rail.settings.capability = { ...world.rail.settings.capability, supported_methods };
    const { config } = world.context;
    Object.assign(world.context, { config: { ...config, payment_methods: [other, IDS.method] } });
    expect(await outcome()).toBe(other);
    expect(await outcome(IDS.merchant, [IDS.method])).toBe(IDS.method);
    expect(await outcome(IDS.merchant, ['urn:act:payment:third'])).toBe('no_common_method');
  });

  test('-04: no method in common', async () => {
    world.rail.settings.capability = { ...world.rail.settings.capability, supported_methods: [] };
    expect(await outcome()).toBe('no_common_method');
  });

  test.each([
    ['at another origin', 'https://schemas.example/method.json'],
    ['at another port', 'https://bank.example:8443/method.json'],
    ['without encryption', 'http://bank.example/method.json'],
  ])('-06: a payload schema %s than its service is not used', async (_name, method_schema_url) => {
    const { capability } = world.rail.settings;
    const [method] = capability.supported_methods;
    const psps = (method?.psps ?? []).map((psp) => ({ ...psp, method_schema_url }));
    world.rail.settings.capability = { ...capability, supported_methods: [{ method_id: IDS.method, psps }] };
    expect(await outcome()).toBe('capability_inconsistent');
    world.rail.settings.capability = capability;
    expect(await outcome()).toBe(IDS.method);
  });

  test('-06: a service that is named twice for one method', async () => {
    const { capability } = world.rail.settings;
    const supported_methods = [...capability.supported_methods, ...capability.supported_methods];
    world.rail.settings.capability = { ...capability, supported_methods };
    expect(await outcome()).toBe('capability_inconsistent');
  });

  test('a seller that the trust list does not know', async () => {
    expect(await outcome('did:act:nobody.example/shop')).toBe('issuer_not_trusted');
  });
});

describe('CID-PCA-NEG-10, CID-PCA-NEG-12 two-way negotiation', () => {
  const ENDPOINT = `${RAIL_URL}/negotiate`;
  const service = {
    method_id: String(IDS.method),
    psp_id: String(IDS.psp),
    endpoint: 'https://bank.example',
    method_schema_url: 'https://bank.example/method.json',
  };
  const negotiated = (...supported_methods: (typeof service)[]) => {
    world.rail.settings.negotiated = { endpoint: ENDPOINT, answer: { supported_methods } };
  };

  test('CID-PCA-NEG-16 asks the declared endpoint with the four members, and takes what fits', async () => {
    negotiated(service);
    const { method } = await discoverCapability(world.context, IDS.merchant, need());
    expect(method).toEqual(service);
    expect(world.network.calls).toEqual([`GET ${RAIL_URL}/.well-known/agent-card.json`, `POST ${ENDPOINT}`]);
    expect(world.rail.negotiations).toEqual([
      {
        agent_id: IDS.agent,
        buyer_supported_methods: [IDS.method],
        currency: 'CNY',
        estimated_amount: 553.5,
      },
    ]);
  });

  test('-13: an empty answer, and one with other methods only', async () => {
    negotiated();
    expect(await outcome()).toBe('no_common_method');
    negotiated({ ...service, method_id: 'urn:act:payment:other' });
    expect(await outcome()).toBe('no_common_method');
    negotiated({ ...service, method_id: 'urn:act:payment:other' }, service);
    expect(await outcome()).toBe(IDS.method);
  });

  test('CID-PCA-NEG-18 a method outside the mandate is not even asked for', async () => {
    negotiated(service);
    expect(await outcome(IDS.merchant, ['urn:act:payment:third'])).toBe('no_common_method');
    expect(world.network.calls).toEqual([]);
    expect(await outcome(IDS.merchant, [IDS.method])).toBe(IDS.method);
  });

  test.each([
    ['elsewhere', 'https://elsewhere.example/negotiate'],
    ['at a metadata service', 'http://169.254.169.254/latest'],
    ['at this machine', 'http://[::ffff:127.0.0.1]/negotiate'],
  ])('-05: an endpoint %s is not asked', async (_name, endpoint) => {
    world.rail.settings.negotiated = { endpoint, answer: { supported_methods: [service] } };
    expect(await outcome()).toBe('capability_source_unconfirmed');
    expect(world.network.calls).toHaveLength(1);
  });

  test('-06: the answer is held to the trust list like a file', async () => {
    negotiated({ ...service, psp_id: 'urn:act:psp:shady' });
    expect(await outcome()).toBe('capability_inconsistent');
    negotiated({ ...service, endpoint: 'https://bank.example.evil' });
    expect(await outcome()).toBe('capability_inconsistent');
    negotiated(service);
    expect(await outcome()).toBe(IDS.method);
  });

  test('a refusal of the seller is passed on', async () => {
    negotiated(service);
    world.network.fault = failing('/negotiate', 1, refuse('access_restricted'));
    expect(await outcome()).toBe('access_restricted');
    expect(await outcome()).toBe(IDS.method);
  });
});
