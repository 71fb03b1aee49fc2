import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseAmount } from '../../protocol/money/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { type AgentWorld, createAgentWorld, RAIL_URL } from '../testing/world.ts';
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

  test('a seller that the trust list does not know', async () => {
    expect(await outcome('did:act:nobody.example/shop')).toBe('issuer_not_trusted');
  });
});
