/** A buyer's agent and a merchant, each as it is, find out how one can pay the other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discoverCapability } from '../../src/agent/index.ts';
import { type AgentWorld, createAgentWorld, RAIL_URL } from '../../src/agent/testing/world.ts';
import type { HttpAnswer, HttpClient } from '../../src/http/index.ts';
import type { MerchantConfig } from '../../src/merchant/index.ts';
import { createMerchantWorld, type MerchantWorld } from '../../src/merchant/testing/world.ts';
import { parseAmount } from '../../src/protocol/money/index.ts';
import { IDS } from '../../src/verifier/testing/actors.ts';

let buyer: AgentWorld;
beforeAll(async () => {
  buyer = await createAgentWorld();
});
afterAll(() => buyer.close());

/** A way out that ends in the merchant's server. */
function wayTo({ merchant }: MerchantWorld): HttpClient {
  async function call(url: string, init: RequestInit): Promise<HttpAnswer> {
    const answer = await merchant.app.request(url.slice(RAIL_URL.length), init);
    const type = answer.headers.get('content-type') ?? '';
    return {
      status: answer.status,
      contentType: type.split(';', 1)[0] ?? '',
      body: new Uint8Array(await answer.arrayBuffer()),
    };
  }
  const headers = { 'content-type': 'application/json' };
  return {
    get: (url) => call(url, {}),
    post: (url, body) => call(url, { method: 'POST', headers, body: JSON.stringify(body) }),
  };
}

async function outcome(changes: Partial<MerchantConfig>, amount: string): Promise<unknown> {
  const seller = await createMerchantWorld(changes);
  const context = { ...buyer.context, http: wayTo(seller) };
  try {
    const need = { amount: parseAmount(amount, 'CNY') };
    return (await discoverCapability(context, IDS.merchant, need)).method;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await seller.close();
  }
}

const common = {
  method_id: IDS.method,
  psp_id: IDS.psp,
  endpoint: 'https://bank.example',
  method_schema_url: 'https://bank.example/method.json',
};
const upTo500 = [{ method_id: IDS.method, currency: 'CNY', max_amount: '500.00' }];

describe.each(['one-way', 'two-way'] as const)('CID-PCA-NEG %s', (negotiation) => {
  test('comes to the same four parameters', async () => {
    expect(await outcome({ negotiation }, '553.50')).toEqual(common);
  });
});

describe('CID-PCA-NEG-11, CID-PCA-NEG-13 two-way, when the merchant takes the method up to 500.00', () => {
  test('500.00 can be paid with it, 500.01 with nothing', async () => {
    const terms = { negotiation: 'two-way', method_terms: upTo500 } as const;
    expect(await outcome(terms, '500.00')).toEqual(common);
    expect(await outcome(terms, '500.01')).toBe('no_common_method');
  });
});
