/** OA-A402-16: a seller that was paid several times and has not delivered is paid for nothing else until it has. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OWED_MAX } from '../../src/agent/a402/owed.ts';
import { createBuyingFetch } from '../../src/agent/index.ts';
import { issue, readMandate } from '../../src/issuer/testing/world.ts';
import { encodeA402 } from '../../src/protocol/a402/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { IDS } from '../../src/verifier/testing/actors.ts';
import { type A402World, createA402World, SHOP, SUB, shopExchange } from './a402-world.ts';

const page = (number: number): string => `${SHOP}/market/page-${number}`;
const FEW = Array.from({ length: OWED_MAX }, (_, at) => page(at));
const NEXT = page(OWED_MAX);

let world: A402World;
beforeEach(async () => {
  world = await createA402World();
});
afterEach(() => world.close());

const outcome = (work: Promise<Response>): Promise<string> =>
  work.then(
    ({ status }) => String(status),
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
const paidFen = () => world.balance('acct-rail');

/** What becomes of every request that comes with a proof; undefined: the seller has it. */
function atProofs(answer: (() => Response) | undefined): void {
  const shop = shopExchange(world.shop);
  world.network.shop = async (request) => {
    if (answer === undefined || !('Payment-Proof' in request.headers)) return shop(request);
    const { status, headers } = answer();
    return { status, headers, body: new Uint8Array() };
  };
}

function lost(): never {
  throw new ActError('peer_unreachable');
}

/** As a seller would who takes the money and knows of nothing. */
function denied(): Response {
  const header = encodeA402({
    protocol: { resource_id: 'A'.repeat(43), status: 'PAYMENT_REFUSED' },
    method: { code: 'a402_resource_mismatch', requirement: 'PSD-PAY-A402-09', retryability: 'never' },
  });
  return new Response(null, { status: 402, headers: { 'Payment-Validation': header } });
}

async function buyAll(urls: readonly string[]): Promise<string[]> {
  const outcomes: string[] = [];
  for (const url of urls) outcomes.push(await outcome(world.buy(url)));
  return outcomes;
}

const all = (code: string): string[] => FEW.map(() => code);

describe('OA-A402-16 a seller that does not deliver', () => {
  test.each([
    ['fails', '500', () => new Response(null, { status: 500 })],
    ['cannot ask its payment service', 'peer_answer_invalid', () => new Response(null, { status: 503 })],
    ['is not heard', 'peer_unreachable', lost],
    ['has not seen the proof', 'payment_proof_invalid', () => new Response(null, { status: 402 })],
  ] as const)('because it %s (%s) is paid for nothing else until it has', async (_, code, answer) => {
    atProofs(answer);
    expect(await buyAll(FEW)).toEqual(all(code));
    expect(await buyAll([NEXT, page(99)])).toEqual(['a402_delivery_owed', 'a402_delivery_owed']);
    expect(await paidFen()).toBe(BigInt(OWED_MAX));
    // It is kept, and what was paid for is asked for as ever.
    world.restartBuyer();
    expect(await buyAll([NEXT, page(0)])).toEqual(['a402_delivery_owed', code]);
    atProofs(undefined);
    expect(await buyAll([NEXT, page(0), NEXT])).toEqual(['a402_delivery_owed', '200', '200']);
    expect(await buyAll(FEW.slice(1))).toEqual(all('200').slice(1));
    expect(await paidFen()).toBe(BigInt(OWED_MAX + 1));
  });

  test('because it refuses what was paid is not paid on and on for one address', async () => {
    atProofs(denied);
    expect(await buyAll(FEW.map(() => NEXT))).toEqual(all('a402_resource_mismatch'));
    expect(await outcome(world.buy(NEXT))).toBe('a402_delivery_owed');
    atProofs(undefined);
    expect(await outcome(world.buy(NEXT))).toBe('a402_delivery_owed');
    expect(await paidFen()).toBe(BigInt(OWED_MAX));
  });

  test('says how much it owes, and nothing is written down of the bill', async () => {
    atProofs(lost);
    await buyAll(FEW);
    const error = await world.buy(NEXT).catch((raised: unknown) => raised);
    expect(error).toMatchObject({
      code: 'a402_delivery_owed',
      evidence: { seller: IDS.merchant, owed: OWED_MAX },
    });
    const rows = await world.agentStore.read.all('SELECT state FROM agent_a402_purchases');
    expect(rows.map(({ state }) => state)).toEqual(all('PAID'));
  });

  test('one less is no reason, and neither is any number that it has delivered', async () => {
    atProofs(lost);
    await buyAll(FEW.slice(1));
    atProofs(undefined);
    expect(await buyAll(FEW.map((url) => `${url}/more`))).toEqual(all('200'));
    expect(await outcome(world.buy(NEXT))).toBe('200');
  });

  test('calls under way are not counted: twice as many at once are all served', async () => {
    const urls = [...FEW, ...FEW.map((url) => `${url}/more`)];
    const outcomes = await Promise.all(urls.map((url) => outcome(world.buy(url))));
    expect(outcomes).toEqual(urls.map(() => '200'));
  });

  test('what it owes under one mandate keeps nobody from buying under another, and stands for a day', async () => {
    atProofs(lost);
    await buyAll(FEW);
    atProofs(undefined);
    const ext = { commerce: { max_single_amount: 0.1, allowed_categories: ['data/market'] } };
    const terms = { delegation_mode: 'BOUNDED' as const, max_total_amount: 1, ext };
    const other = await issue(world.issuer, world.device, terms);
    const { mandate } = (await readMandate(world.issuer, other)).body;
    const wallet = { mandate, paymentToolRef: SUB, subAccountSigner: world.key.signer };
    const buy = createBuyingFetch(world.agent, wallet, (request) => world.network.shop(request));
    expect(await outcome(buy(NEXT))).toBe('200');
    const aged = (seconds: number) =>
      world.agentStore.transact(async (tx) => {
        await tx.run('UPDATE agent_a402_purchases SET owed_since = $1', [world.issuer.time.now - seconds]);
      });
    await aged(86_399);
    expect(await outcome(world.buy(NEXT))).toBe('a402_delivery_owed');
    await aged(86_400);
    expect(await outcome(world.buy(NEXT))).toBe('200');
  });
});
