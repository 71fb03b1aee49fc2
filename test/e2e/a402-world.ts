/** An account side, a seller and a buyer that speak to each other over their HTTP calls, without sockets. */
import { Hono } from 'hono';
import {
  agentContext,
  agentMigrations,
  type BuyingFetch,
  createBuyingFetch,
  proveKey,
  requestSubAccount,
} from '../../src/agent/index.ts';
import {
  createLogger,
  type Exchange,
  type HttpAnswer,
  type HttpClient,
  type RateLimit,
} from '../../src/http/index.ts';
import { fundAccount, openAccount } from '../../src/issuer/index.ts';
import { issuerMigrations } from '../../src/issuer/migrations.ts';
import {
  answer,
  attestation,
  command,
  createTestWorld,
  enrol,
  inbox,
  issue,
  post,
  random,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../../src/issuer/testing/world.ts';
import { createSeller, merchantMigrations, type Seller } from '../../src/merchant/index.ts';
import { digestOfObject } from '../../src/protocol/digest/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import type { CommandClaims, TrustListClaims } from '../../src/protocol/generated/types.ts';
import { decodeBase64 } from '../../src/protocol/x509/base64.ts';
import { thumbprintOf } from '../../src/protocol/x509/thumbprint.ts';
import type { Store } from '../../src/store/index.ts';
import { openPatiently } from '../../src/store/testing/patient.ts';
import { sqlite, type TestDatabase, type TestEngine } from '../../src/store/testing/sqlite.ts';
import {
  type Actor,
  type Actors,
  createActors,
  IDS,
  keyActor,
  WORLD_NOW,
} from '../../src/verifier/testing/actors.ts';

export const BANK = 'https://bank.example';
export const SHOP = 'https://rail.example';
export const SUB = 'sub-1';

export interface A402World {
  readonly issuer: TestWorld;
  readonly device: TestDevice;
  readonly key: Actor;
  seller: Seller;
  shop: Hono;
  readonly shopStore: Store;
  readonly agentStore: Store;
  readonly delegationId: string;
  readonly mandate: string;
  /** How often the route's handler ran, and what it does. */
  readonly handler: { runs: number; answer: () => Response };
  /** Taken apart by tests: what goes out of the buyer. */
  readonly network: { bank: HttpClient; shop: Exchange };
  buy: BuyingFetch;
  readonly agent: ReturnType<typeof agentContext>;
  /** A device's command about the sub-account. */
  manage(
    action: 'fund' | 'freeze' | 'close',
    params?: CommandClaims['params'],
  ): Promise<Record<string, unknown>>;
  unfreeze(key: Actor): Promise<Record<string, unknown>>;
  balance(account: string): Promise<bigint>;
  /** The seller as another process on its database. */
  restartSeller(): void;
  /** The buyer as another process. */
  restartBuyer(): void;
  /** A second process of everybody, each on the database of the first. */
  second(): Promise<{ readonly shop: Hono; readonly buy: BuyingFetch; close(): Promise<void> }>;
  close(): Promise<void>;
}

async function listed(actor: Actor) {
  const { header } = actor.signer;
  const x5c = 'x5c' in header ? [...header.x5c] : [];
  return [{ 'x5t#S256': await thumbprintOf(decodeBase64(x5c[0] ?? '')), x5c }];
}

async function trustChanges(actors: Actors): Promise<(claims: TrustListClaims) => void> {
  const [psp, merchant] = [await listed(actors.psp), await listed(actors.merchant)];
  return (claims) => {
    for (const entry of claims.entries) {
      if (entry.role === 'PSP') Object.assign(entry, { certificates: psp, endpoints: { base_url: BANK } });
      if (entry.role === 'IAC_ISSUER') entry.endpoints = { ...entry.endpoints, base_url: BANK };
      if (entry.entity === IDS.merchant) {
        Object.assign(entry, { certificates: merchant, endpoints: { base_url: SHOP } });
      }
    }
  };
}

async function answerOf(response: Response): Promise<HttpAnswer> {
  const contentType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return { status: response.status, contentType, body: new Uint8Array(await response.arrayBuffer()) };
}

/** The account side as others reach it. */
function bankClient(issuer: () => Pick<TestWorld, 'issuer'>): HttpClient {
  const path = (url: string): string => {
    if (!url.startsWith(BANK)) throw new ActError('address_forbidden');
    return url.slice(BANK.length);
  };
  return {
    async get(url, { command: signed } = {}) {
      const headers = signed === undefined ? {} : { authorization: `ACT-Command ${signed}` };
      return answerOf(await issuer().issuer.app.request(path(url), { headers }));
    },
    async post(url, body) {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return answerOf(await issuer().issuer.app.request(path(url), init));
    },
  };
}

export function shopExchange(shop: Hono): Exchange {
  return async ({ url, method, headers, body }) => {
    const init = {
      method,
      headers,
      ...(body.byteLength === 0 ? {} : { body: body as Uint8Array<ArrayBuffer> }),
    };
    const response = await shop.request(url, init);
    return {
      status: response.status,
      headers: response.headers,
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };
}

/** The seller of `merchant` in the trust list: one route at 0.01, and the three lines that sell it. */
function openShop(
  issuer: TestWorld,
  store: Store,
  handler: A402World['handler'],
  bank: HttpClient,
  callerLimit?: RateLimit,
) {
  const psp = { psp_id: IDS.psp, endpoint: BANK, method_schema_url: `${BANK}/method.json` };
  const seller = createSeller({
    config: {
      merchant: IDS.merchant,
      base_url: SHOP,
      items: [],
      payee: { account: 'acct-rail', psp_id: IDS.psp },
      methods: [{ method_id: IDS.method, psps: [psp] }],
      confirmation: { first_delay_seconds: 1, max_delay_seconds: 8, max_attempts: 3, poll_milliseconds: 5 },
    },
    store,
    signer: issuer.actors.merchant.signer,
    trust: { current: async () => issuer.trustList },
    http: bank,
    clock: () => issuer.time.now,
    random,
    log: createLogger('test', 'silent'),
    trace: () => undefined,
    ...(callerLimit ? { callerLimit } : {}),
  });
  const shop = new Hono();
  shop.use(
    '/market/*',
    seller.sells({ name: 'Market data', price: '0.01', currency: 'CNY', category: 'data/market' }),
  );
  shop.all('/market/*', () => {
    handler.runs += 1;
    return handler.answer();
  });
  shop.get('/orders/:no/records', seller.records);
  shop.get('/free', (c) => c.text('free'));
  return { seller, shop };
}

/**
 * @param sellerLimit how often one agent may show a proof
 * @param options engine of every database: on PostgreSQL each may have a second process; total of the mandate in yuan
 */
export async function createA402World(
  sellerLimit?: RateLimit,
  { engine = sqlite, total = 1 }: { readonly engine?: TestEngine; readonly total?: number } = {},
): Promise<A402World> {
  const actors = await createActors();
  const bases: Bases = {
    bank: await engine.create(),
    shop: await engine.create(),
    agent: await engine.create(),
  };
  const issuer = await createTestWorld({
    actors,
    alterTrustList: await trustChanges(actors),
    engine: { ...engine, create: async () => bases.bank },
  });
  const device = await enrol(issuer, actors.device);
  const shopStore = await openPatiently(bases.shop.location, merchantMigrations);
  const agentStore = await openPatiently(bases.agent.location, agentMigrations);
  await openAccounts(issuer, device);
  const handler: A402World['handler'] = {
    runs: 0,
    answer: () => Response.json({ trend: 'up', run: handler.runs }),
  };
  const bank = () => bankClient(() => issuer);
  const open = () => openShop(issuer, shopStore, handler, bank(), sellerLimit);
  const opened = open();
  const network: A402World['network'] = { bank: bank(), shop: shopExchange(opened.shop) };
  const agent = await createAgentSide(issuer, agentStore, network, device);
  const key = await keyActor();
  await openSub(issuer, device, agent, key);
  const delegationId = await issue(issuer, device, bounded(total));
  const { mandate } = (await readMandate(issuer, delegationId)).body;
  const wallet: Wallet = { mandate, paymentToolRef: SUB, subAccountSigner: key.signer };
  const buyer = () => createBuyingFetch(agent, wallet, (request) => network.shop(request));
  const world: A402World = {
    ...{ issuer, device, key, ...opened, shopStore, agentStore, handler, network, agent },
    ...{ delegationId, mandate },
    buy: buyer(),
    manage: (action, params) => manage(issuer, device, action, params),
    unfreeze: (next) => unfreeze(issuer, device, agent, next),
    balance: async (account) => balanceOf(issuer, account),
    restartSeller() {
      Object.assign(world, open());
      network.shop = shopExchange(world.shop);
    },
    restartBuyer() {
      world.buy = buyer();
    },
    second: () => secondOf(world, { bases, wallet, sellerLimit }),
    async close() {
      await world.seller.close();
      await shopStore.close();
      await agentStore.close();
      await issuer.close();
      await bases.shop.remove();
      await bases.agent.remove();
    },
  };
  return world;
}

/** A database for each of the three. */
type Bases = Readonly<Record<'bank' | 'shop' | 'agent', TestDatabase>>;
type Wallet = Parameters<typeof createBuyingFetch>[1];

interface Shared {
  readonly bases: Bases;
  readonly wallet: Wallet;
  readonly sellerLimit: RateLimit | undefined;
}

async function secondOf(
  { issuer, device, handler, network }: A402World,
  { bases, wallet, sellerLimit }: Shared,
): ReturnType<A402World['second']> {
  const stores = [
    await openPatiently(bases.bank.location, issuerMigrations),
    await openPatiently(bases.shop.location, merchantMigrations),
    await openPatiently(bases.agent.location, agentMigrations),
  ] as const;
  const [bankStore, sellerStore, buyerStore] = stores;
  const other = { issuer: issuer.restart({}, bankStore) };
  const http = bankClient(() => other);
  const opened = openShop(issuer, sellerStore, handler, http, sellerLimit);
  const buyerSide = await createAgentSide(issuer, buyerStore, { ...network, bank: http }, device);
  return {
    shop: opened.shop,
    buy: createBuyingFetch(buyerSide, wallet, shopExchange(opened.shop)),
    async close() {
      await opened.seller.close();
      for (const store of stores) await store.close();
    },
  };
}

/** A research task: data sellers, so much in all, ten fen at a time. */
function bounded(total: number) {
  return {
    delegation_mode: 'BOUNDED' as const,
    max_total_amount: total,
    ext: { commerce: { max_single_amount: 0.1, allowed_categories: ['data/market'] } },
  };
}

async function createAgentSide(
  issuer: TestWorld,
  store: Store,
  network: A402World['network'],
  device: TestDevice,
) {
  const { actors } = issuer;
  return agentContext({
    config: {
      agent_id: IDS.agent,
      delegator_identity: device.delegator,
      issuer: IDS.issuer,
      psp_id: IDS.psp,
      payment_methods: [IDS.method],
      merchants: [],
      categories: [],
      trust_list_url: 'https://trust.example/trust-list',
      currency: 'CNY',
      utc_offset_minutes: 480,
      max_attempts: 2,
      max_queries: 2,
    },
    store,
    signer: actors.agent.signer,
    publicJwk: actors.agent.publicJwk,
    attestation: await attestation(issuer),
    trust: { current: async () => issuer.trustList },
    trustListKey: actors.trustList.publicJwk,
    http: {
      get: (url, options) => network.bank.get(url, options),
      post: (url, body, options) => network.bank.post(url, body, options),
    },
    clock: () => issuer.time.now,
    random,
    sleep: async () => undefined,
    log: createLogger('test', 'silent'),
    trace: () => undefined,
  });
}

async function openAccounts(issuer: TestWorld, device: TestDevice): Promise<void> {
  const common = { currency: 'CNY', now: WORLD_NOW };
  const money = { currency: 'CNY', minor: 10_000n };
  await issuer.store.transact(async (tx) => {
    await openAccount(tx, { accountId: 'acct-user', owner: device.delegator, kind: 'user', ...common });
    await openAccount(tx, { accountId: 'acct-rail', owner: IDS.merchant, kind: 'merchant', ...common });
    await fundAccount(tx, { accountId: 'acct-user', money, transferId: 'funding', now: WORLD_NOW });
  });
}

const limits = { currency: 'CNY', max_amount: '0.10', valid_until: '2026-12-01T00:00:00Z' };

async function openSub(
  issuer: TestWorld,
  device: TestDevice,
  agent: A402World['agent'],
  key: Actor,
): Promise<void> {
  await requestSubAccount(agent, { subAccountId: SUB, delegator: device.delegator, limits, key });
  const { body } = await inbox(issuer, device);
  await answer(issuer, device, body.pending[0].confirmation_id);
  await manage(issuer, device, 'fund', { amount: '2.00', currency: 'CNY' });
}

async function manage(
  issuer: TestWorld,
  device: TestDevice,
  action: 'fund' | 'freeze' | 'close',
  params?: CommandClaims['params'],
): Promise<Record<string, unknown>> {
  const signed = await command(issuer, device.signer, {
    iss: device.deviceId,
    aud: IDS.psp,
    action: `sub_account.${action}`,
    target: SUB,
    ...(params ? { params } : {}),
  });
  return (await post(issuer, `/sub-accounts/${SUB}/${action}`, { command: signed })).body;
}

async function unfreeze(
  issuer: TestWorld,
  device: TestDevice,
  agent: A402World['agent'],
  key: Actor,
): Promise<Record<string, unknown>> {
  const proof = await proveKey(agent, SUB, key);
  const signed = await command(issuer, device.signer, {
    iss: device.deviceId,
    aud: IDS.psp,
    action: 'sub_account.unfreeze',
    target: SUB,
    params: { digest: await digestOfObject({ ...key.publicJwk }) },
  });
  return (await post(issuer, `/sub-accounts/${SUB}/unfreeze`, { command: signed, ...proof })).body;
}

async function balanceOf(issuer: TestWorld, account: string): Promise<bigint> {
  const row = await issuer.store.read.get('SELECT balance_minor FROM accounts WHERE account_id = $1', [
    account,
  ]);
  return BigInt(String(row?.balance_minor ?? -1));
}
