/** Payment on access where the account side, the seller and the buyer are two processes each, on one database each. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { proofHeader } from '../../src/agent/a402/present.ts';
import { bodyDigestOf, fingerprintOf } from '../../src/protocol/a402/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { postgres } from '../../src/store/testing/engines.ts';
import { IDS } from '../../src/verifier/testing/actors.ts';
import { type A402World, createA402World, SHOP, SUB } from '../e2e/a402-world.ts';

const TREND = `${SHOP}/market/trend`;
/** The mandate is for 0.10, one fen a request. */
const AFFORDABLE = 10;
const FUNDED_MINOR = 200n;

const engine = postgres();
let world: A402World;
let other: Awaited<ReturnType<A402World['second']>>;

beforeAll(() => engine.start());
afterAll(() => engine.stop());

beforeEach(async () => {
  world = await createA402World(undefined, { engine, total: 0.1 });
  other = await world.second();
});

afterEach(async () => {
  await other.close();
  await world.close();
});

/** What became of a purchase: the text of the goods, or the code. */
async function outcomeOf(bought: Promise<Response>): Promise<string> {
  try {
    const response = await bought;
    return response.status === 200 ? await response.text() : String(response.status);
  } catch (error) {
    return error instanceof ActError ? error.code : String(error);
  }
}

/** A server that has no connection to its database says so, and whoever is asked for a bill then has none. */
const BUSY: ReadonlySet<string> = new Set([
  'peer_answer_invalid',
  'peer_unreachable',
  'store_unavailable',
  '503',
]);
const TRIES = 100;

/** A page of its own for each. Whoever is busy leaves the proof good: whoever asks again pays nothing twice. */
async function pageFor(index: number): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const bought = buyerAt(index)(`${TREND}?page=${index}`, { purchaseId: `page-${index}` });
    const outcome = await outcomeOf(bought);
    if (!BUSY.has(outcome) || tries === TRIES) return outcome;
  }
}

const isGoods = (outcome: string): boolean => outcome.startsWith('{"trend"');

const buyerAt = (index: number) => (index % 2 === 0 ? world.buy : other.buy);
const shopAt = (index: number) => (index % 2 === 0 ? world.shop : other.shop);
const left = () => world.balance(`sub:${SUB}`);

async function countOf(state: string): Promise<number> {
  const rows = await world.agentStore.read.all('SELECT state FROM agent_a402_purchases');
  return rows.filter((row) => row.state === state).length;
}

describe('two processes of everybody', () => {
  test('buy to the edge of their mandate, and nothing past it (PSD-PAY-DEL-12, OA-A402-10)', async () => {
    const outcomes = await Promise.all(Array.from({ length: 24 }, (_, index) => pageFor(index)));
    expect(new Set(outcomes.filter((outcome) => !isGoods(outcome)))).toEqual(
      new Set(['amount_over_total_limit']),
    );
    expect(outcomes.filter(isGoods)).toHaveLength(AFFORDABLE);
    expect(world.handler.runs).toBe(AFFORDABLE);
    expect(await left()).toBe(FUNDED_MINOR - BigInt(AFFORDABLE));
    expect(await countOf('DELIVERED')).toBe(AFFORDABLE);
  });

  test('buy once what has one name (OA-A402-14)', async () => {
    const calls = Array.from({ length: 12 }, (_, index) =>
      outcomeOf(buyerAt(index)(TREND, { purchaseId: 'report' })),
    );
    const outcomes = await Promise.all(calls);
    expect(await left()).toBe(FUNDED_MINOR - 1n);
    expect(world.handler.runs).toBe(1);
    const again = [
      await outcomeOf(world.buy(TREND, { purchaseId: 'report' })),
      await outcomeOf(other.buy(TREND, { purchaseId: 'report' })),
    ];
    expect(again.every(isGoods)).toBe(true);
    expect(new Set([...again, ...outcomes.filter(isGoods)]).size).toBe(1);
    expect(world.handler.runs).toBe(1);
    expect(await left()).toBe(FUNDED_MINOR - 1n);
  });

  test('deliver once for one proof that is shown to both at once (PSD-PAY-A402-08, OA-A402-10)', async () => {
    const { shop } = world.network;
    world.network.shop = (request) => {
      if ('Payment-Proof' in request.headers) throw new ActError('peer_unreachable');
      return shop(request);
    };
    expect(await outcomeOf(world.buy(TREND))).toBe('peer_unreachable');
    const row = await world.agentStore.read.get('SELECT trade_no, seller_receipt FROM agent_a402_purchases');
    const paid = { tradeNo: String(row?.trade_no), sellerReceipt: String(row?.seller_receipt) };
    const body_digest = await bodyDigestOf(new Uint8Array());
    const asked = { method: 'GET', uri: TREND, body_digest };
    const resource = { ...asked, resource_id: await fingerprintOf(asked) };
    const proofs = await Promise.all(
      Array.from({ length: 12 }, () => proofHeader(world.agent, resource, paid)),
    );
    const show = async (proof: string, index: number) => {
      const headers = { 'Payment-Proof': proof, 'Act-Agent': IDS.agent };
      const response = await shopAt(index).request(TREND, { headers });
      return response.status === 200 ? response.text() : (response.headers.get('X-Act-Code') ?? '');
    };
    const first = await Promise.all(proofs.map(show));
    expect(world.handler.runs).toBe(1);
    expect(first.filter((one) => !isGoods(one)).filter((one) => one !== 'a402_delivery_running')).toEqual([]);
    const fresh = await Promise.all(
      [0, 1].map(async (index) => show(await proofHeader(world.agent, resource, paid), index)),
    );
    expect(new Set([...fresh, ...first.filter(isGoods)]).size).toBe(1);
    expect(isGoods(fresh[0] ?? '')).toBe(true);
    // One that was told to wait is not spent.
    const spent = proofs[first.findIndex(isGoods)] ?? '';
    const same = await Promise.all([0, 1].map((index) => show(spent, index)));
    expect(same).toEqual(['a402_proof_replayed', 'a402_proof_replayed']);
    expect(world.handler.runs).toBe(1);
  });
});
