/** Two sellers behind one host, each below a path of its own: what one says never counts for the other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressesFrom, IDS } from '../../demo/plan.ts';
import { authorise } from '../../simulation/buyer.ts';
import { createWorld, type World } from '../../simulation/world.ts';
import { useNodeCrypto } from '../../src/http/index.ts';

const MALL = 'http://127.0.0.1:7002';
const ADDRESSES = { ...addressesFrom(7_000), rail: `${MALL}/rail`, voyage: `${MALL}/voyage` };

let world: World;
let data = '';
beforeAll(async () => {
  useNodeCrypto();
  data = mkdtempSync(join(tmpdir(), 'openact-one-origin-'));
  world = await createWorld({
    ...{ data, seed: 1, addresses: ADDRESSES },
    witness: () => undefined,
    show: () => undefined,
  });
});
afterAll(async () => {
  await world.close();
  rmSync(data, { recursive: true, force: true });
});

type Handle = (request: Request) => Promise<Response>;

type Hostile = (honest: Handle, rail: Handle) => Handle;

/** Whatever is asked below the path of the reseller is answered so. */
function voyageAnswers(hostile: Hostile): void {
  const { voyage, rail } = world.merchants;
  const handle = hostile(
    (request) => voyage.handle(request),
    (request) => rail.handle(request),
  );
  const { name, store } = voyage;
  world.network.attach(ADDRESSES.voyage, { name, store, handle, restart: () => voyage.restart() });
}

/** Bubble tea, which both sell, and the reseller for less: how it ended, and what the bank has of it. */
async function buyTea() {
  const before = await trades();
  const task = await authorise(world, 'act:L1');
  const { result } = await world.agent.started.agent.buy(task);
  const paid = (await trades()).filter((trade) => !before.includes(trade));
  return { end: result?.code ?? result?.status, item: result?.item_id, paid: paid.map(withoutNumber) };
}

/** Each payment with its number, its merchant, whose account was paid, and how much. */
async function trades(): Promise<readonly string[]> {
  const rows = await world.bank.store.read.all(
    'SELECT trade_no, merchant, payee_account, captured_minor FROM payments',
  );
  return rows.map(({ trade_no, merchant, payee_account, captured_minor }) =>
    [trade_no, merchant, payee_account, captured_minor].join(' '),
  );
}

const withoutNumber = (trade: string): string => trade.split(' ').slice(1).join(' ');

const FROM_VOYAGE = { end: 'DONE', item: 'V-TEA', paid: [`${IDS.voyage} acct-voyage 1500`] };
const FROM_RAIL = { end: 'DONE', item: 'R-TEA', paid: [`${IDS.rail} acct-rail 1700`] };
const refused = (end: string) => ({ end, item: 'V-TEA', paid: [] });

const asks = (request: Request, path: string): boolean => new URL(request.url).pathname === path;

/** To calls of this path, what the other seller answers to them. */
const railAt =
  (path: string): Hostile =>
  (honest, rail) =>
  (request) =>
    asks(request, path) ? rail(request) : honest(request);

/** Its own card, with the addresses of the other seller in it. */
const railsAddresses: Hostile = (honest) => async (request) => {
  const answer = await honest(request);
  if (!asks(request, '/.well-known/agent-card.json')) return answer;
  const { status, headers } = answer;
  const text = (await answer.text()).replaceAll(ADDRESSES.voyage, ADDRESSES.rail);
  return new Response(text, { status, headers });
};

const as =
  (quote: string): Hostile =>
  (honest) =>
  async (request) =>
    asks(request, '/quotes')
      ? new Response(quote, { status: 201, headers: { 'content-type': 'application/json' } })
      : honest(request);

const itself: Hostile = (honest) => honest;

/** Nothing is read from its path but what the other seller says there: then it is the other one that sells. */
const onlyRail: Hostile = (_honest, rail) => rail;

// CID-PCA-NEG-05, CID-PCA-NEG-06, OA-QUO-07
test.each([
  ['card', railAt('/.well-known/agent-card.json'), 'capability_source_unconfirmed'],
  ['addresses in its own card', railsAddresses, 'capability_source_unconfirmed'],
  ['capability file', railAt('/.well-known/act-payment-capability.json'), 'capability_inconsistent'],
  ['answer to a request for a quote', railAt('/quotes'), 'command_audience_mismatch'],
])('of two sellers on one host one cannot use the %s of the other', async (_, hostile, code) => {
  voyageAnswers(itself);
  expect(await buyTea()).toEqual(FROM_VOYAGE);
  voyageAnswers(hostile);
  expect(await buyTea()).toEqual(refused(code));
  voyageAnswers(itself);
  expect(await buyTea()).toEqual(FROM_VOYAGE);
});

test('what one sells in the name of the other is bought from the other, at its own path, and paid to it', async () => {
  voyageAnswers(onlyRail);
  expect(await buyTea()).toEqual(FROM_RAIL);
});

test('a quote that the other one has given to the same agent is no quote of its own', async () => {
  const { rail } = world.merchants;
  const given: string[] = [];
  const handle: Handle = async (request) => {
    const answer = await rail.handle(request);
    if (asks(request, '/quotes')) given.push(await answer.clone().text());
    return answer;
  };
  const { name, store } = rail;
  world.network.attach(ADDRESSES.rail, { name, store, handle, restart: () => rail.restart() });
  voyageAnswers(onlyRail);
  expect(await buyTea()).toEqual(FROM_RAIL);
  expect(given).toHaveLength(1);
  voyageAnswers(as(given[0] ?? ''));
  expect(await buyTea()).toEqual(refused('request_quote_disagree'));
});
