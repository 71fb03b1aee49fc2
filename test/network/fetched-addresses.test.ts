/** OA-NET-04, OA-NET-20: every kind of address that somebody else names, fetched as the servers fetch it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trustedAddress, trustNow } from '../../src/agent/calls.ts';
import type { AgentContext } from '../../src/agent/config.ts';
import { connect as connectAgent } from '../../src/agent/connect.ts';
import { declaredNegotiation } from '../../src/agent/discovery/card.ts';
import { clearingTerms } from '../../src/agent/discovery/clearing.ts';
import { offeredMethods } from '../../src/agent/discovery/offered.ts';
import { type HttpClient, type Lookup, trustMemoryMigration } from '../../src/http/index.ts';
import { connect as connectIssuer } from '../../src/issuer/connect.ts';
import { reconcile } from '../../src/issuer/psp/interconnect/reconcile.ts';
import type { PspParts } from '../../src/issuer/psp/parts.ts';
import { createRemoteStatusList } from '../../src/issuer/psp/remote-status-list.ts';
import { type Bench, createBench, WIDE_MANDATE } from '../../src/issuer/psp/testing/bench.ts';
import type { SellerContext } from '../../src/merchant/a402/context.ts';
import { validateProof } from '../../src/merchant/a402/validate.ts';
import { connect as connectMerchant } from '../../src/merchant/connect.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { signMessage } from '../../src/protocol/messages/index.ts';
import { parseAmount } from '../../src/protocol/money/index.ts';
import { connectLog } from '../../src/records/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { type Actors, createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { trustListClaims } from '../../src/verifier/testing/claims.ts';
import { examplePurchase } from '../../tools/examples/purchase.ts';
import { exampleRecords } from '../../tools/examples/records.ts';

const PARTNER = 'did:act:pay.example/psp';
const PUBLIC = '93.184.215.14';
const SPAN = { from: WORLD_NOW - 2 * DAY_SECONDS, until: WORLD_NOW - DAY_SECONDS };

/** What names lead to. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'inside.example': ['10.0.0.7'],
  'here.example': ['127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'six.example': ['fd00:ec2::254'],
  'mixed.example': [PUBLIC, '192.168.0.7'],
};

let folder: string;
let store: Store;
let actors: Actors;
let bench: Bench;
let servers: Server[] = [];
/** Hands out trust lists by path. */
let trustUrl: string;
/** Sends everybody elsewhere. */
let redirecting: string;
const lists = new Map<string, string>();
const listsGiven: string[] = [];
const sentAway: string[] = [];
const elsewhere: string[] = [];
let looked: string[] = [];

const lookup: Lookup = (name, _options, done) => {
  looked.push(name);
  done(
    null,
    (NAMES[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
};

async function serve(handle: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-addresses-'));
  store = await openStore(join(folder, 'role.db'), [trustMemoryMigration]);
  actors = await createActors();
  const other = await serve((request, response) => {
    elsewhere.push(request.url ?? '');
    response.end('{}');
  });
  redirecting = await serve((request, response) => {
    sentAway.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(307, { location: `${other}/there` }).end();
  });
  trustUrl = await serve((request, response) => {
    listsGiven.push(request.url ?? '');
    response.end(lists.get(request.url ?? '') ?? '');
  });
  bench = await createBench(actors, WIDE_MANDATE);
});

afterAll(async () => {
  await bench.close();
  await store.close();
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  servers = [];
  await rm(folder, { recursive: true });
});

/** A list in which everybody who is called lives at one address. */
async function listWith(base: string): Promise<string> {
  const claims = trustListClaims(actors);
  const psp = claims.entries.find(({ role }) => role === 'PSP');
  if (psp !== undefined) claims.entries.push({ ...psp, entity: PARTNER });
  for (const entry of claims.entries) {
    entry.endpoints = { base_url: base, status_list_url: `${base}/status-lists/1` };
  }
  const path = `/list-${lists.size}`;
  lists.set(path, await signMessage('trustList', claims, actors.trustList.signer));
  return `${trustUrl}${path}`;
}

interface Called {
  readonly http: HttpClient;
  readonly trust: ReturnType<typeof connectIssuer>['trust'];
}
type As = 'agent' | 'merchant' | 'issuer';

/** One kind of address: who fetches it, and how the server's own code does. */
interface Kind {
  readonly as: As;
  /** What is sent where nothing forbids it. */
  readonly request: string;
  fetch(called: Called, base: string): Promise<unknown>;
}

const clock = () => WORLD_NOW;
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

function agentContext({ http, trust }: Called): AgentContext {
  const config = { agent_id: IDS.agent, issuer: IDS.issuer, psp_id: IDS.psp };
  return { http, trust, clock, random, config, signer: actors.agent.signer } as unknown as AgentContext;
}

const offered = (called: Called, base: string, mode: 'one-way' | 'two-way') =>
  offeredMethods(
    agentContext(called),
    IDS.merchant,
    { baseUrl: base, mode, address: `${base}/${mode}` },
    { methods: [IDS.method], amount: parseAmount('1.00', 'CNY') },
  );

const KINDS: Readonly<Record<string, Kind>> = {
  'the card of a seller': {
    as: 'agent',
    request: 'GET /.well-known/agent-card.json',
    fetch: async (called) => {
      const context = agentContext(called);
      return declaredNegotiation(context, await trustNow(context), IDS.merchant);
    },
  },
  'the payment capability of a seller': {
    as: 'agent',
    request: 'GET /one-way',
    fetch: (called, base) => offered(called, base, 'one-way'),
  },
  'where a seller negotiates': {
    as: 'agent',
    request: 'POST /two-way',
    fetch: (called, base) => offered(called, base, 'two-way'),
  },
  'the terms of the payment service': {
    as: 'agent',
    request: 'GET /interconnection',
    fetch: (called) => clearingTerms(agentContext(called)),
  },
  'the account side': {
    as: 'agent',
    request: 'POST /mandates',
    fetch: async (called) => {
      const context = agentContext(called);
      const { baseUrl } = trustedAddress(await trustNow(context), IDS.issuer, 'IAC_ISSUER');
      const answer = await called.http.post(`${baseUrl}/mandates`, {});
      if (answer.status !== 200) throw new ActError('peer_answer_invalid');
    },
  },
  'where a proof of payment on access is validated': {
    as: 'merchant',
    request: 'POST /payments/validate',
    fetch: ({ http, trust }) => {
      const context = { http, trust, clock, random, config: { merchant: IDS.merchant } };
      const seller = { ...context, signer: actors.merchant.signer } as unknown as SellerContext;
      return validateProof(seller, { pspId: IDS.psp, tradeNo: 'trade-1', digest: 'A'.repeat(43) });
    },
  },
  'the list with the status of a mandate': {
    as: 'issuer',
    request: 'GET /status-lists/1',
    fetch: async ({ http, trust }, base) => {
      const { mandateClaims } = bench.world;
      const status = { status_list: { idx: 5, uri: `${base}/status-lists/1` } };
      const asked = {
        now: WORLD_NOW,
        trustList: await trust.current(WORLD_NOW),
        isGenuine: async () => true,
      };
      let refusal: unknown;
      const watched: HttpClient = {
        ...http,
        get: (url) =>
          http.get(url).then(
            (answer) => {
              refusal = new ActError('peer_answer_invalid', { status: answer.status });
              return answer;
            },
            (error: unknown) => {
              refusal = error;
              throw error;
            },
          ),
      };
      const answer = await createRemoteStatusList(watched).ask({ ...mandateClaims, status }, asked);
      expect(answer.status).toBe('unavailable');
      throw refusal;
    },
  },
  'where a merchant is told of a payment': {
    as: 'issuer',
    request: 'POST /payment-results',
    fetch: async ({ http, trust }) => {
      await bench.restart({ merchants: http, trust });
      await bench.psp.pay(await bench.payment());
      expect(await bench.psp.tellMerchants()).toBe(0);
      const [row] = await bench.store.read.all(
        'SELECT last_code FROM payment_notices WHERE attempts = 1 ORDER BY trade_no DESC',
      );
      await bench.store.transact((tx) => tx.run("UPDATE payment_notices SET state = 'TOLD', attempts = 9"));
      throw new ActError(String(row?.last_code) as 'address_forbidden');
    },
  },
  'the books of another payment service': {
    as: 'issuer',
    request: 'POST /interconnect/statements',
    fetch: ({ http, trust }) => {
      const partners = [{ pspId: PARTNER }];
      const interconnection = { http, partners, commandSigner: actors.psp.signer };
      const parts = { pspId: IDS.psp, clock, random, trust, interconnection } as unknown as PspParts;
      return reconcile(parts, { partner: PARTNER, ...SPAN });
    },
  },
};

/** How each kind ends when everybody lives at this address. */
async function outcomes(base: string, localOrigins: ReadonlySet<string>): Promise<Record<string, string>> {
  const list = await listWith(base);
  const pinnedKey = actors.trustList.publicJwk;
  const common = { localOrigins, store, lookup, pinnedKey, trustUrl: list };
  const issuer = connectIssuer({ ...common, isUnderTest: false });
  const methods = [{ psps: [{ psp_id: IDS.psp }] }] as unknown as Parameters<
    typeof connectMerchant
  >[0]['config']['methods'];
  const merchant = connectMerchant({ ...common, config: { methods } });
  const config = { trust_list_url: list, merchants: [], issuer: IDS.issuer, psp_id: IDS.psp };
  const agent = connectAgent({
    ...{ localOrigins, store, lookup, trustListKey: pinnedKey },
    config: config as unknown as Parameters<typeof connectAgent>[0]['config'],
  });
  const ways: Record<As, Called> = { agent, merchant, issuer };
  const ends: Record<string, string> = {};
  for (const [name, kind] of Object.entries(KINDS)) {
    ends[name] = await kind.fetch(ways[kind.as], base).then(
      () => 'ok',
      (error: unknown) => (error instanceof ActError ? error.code : String(error)),
    );
  }
  await Promise.all([issuer.closeWays(), merchant.http.close(), agent.http.close()]);
  return ends;
}

const all = (code: string) => Object.fromEntries(Object.keys(KINDS).map((name) => [name, code]));

describe('OA-NET-04 an address that somebody else names is not fetched', () => {
  test.each([
    ['on this machine', 'https://127.0.0.1:8443'],
    ['on this machine, by IPv6', 'https://[::1]:8443'],
    ['in a private network', 'https://10.1.2.3'],
    ['in another private network', 'https://192.168.1.1'],
    ['on the same link', 'https://[fe80::1]'],
    ['where a cloud keeps its secrets', 'https://169.254.169.254'],
    ['without TLS', 'http://bank.example'],
  ])('%s', async (_what, base) => {
    expect(await outcomes(base, new Set())).toEqual(all('address_forbidden'));
  });

  test.each(Object.keys(NAMES))('by the name %s, which leads to such a place', async (name) => {
    looked = [];
    expect(await outcomes(`https://${name}`, new Set())).toEqual(all('address_forbidden'));
    // Once for each connection: a second look-up, with another answer, has no place (src/http/reach.test.ts).
    expect(looked).toEqual(Object.keys(KINDS).map(() => name));
  });
});

test('OA-NET-20 a redirect is an answer that does not fit, for every kind, and nobody goes where it leads', async () => {
  sentAway.length = 0;
  expect(await outcomes(redirecting, new Set([redirecting]))).toEqual(all('peer_answer_invalid'));
  expect(elsewhere).toEqual([]);
  // Each was really asked for, where configuration allows it: what forbids the others is the address.
  expect(new Set(sentAway)).toEqual(new Set(Object.values(KINDS).map(({ request }) => request)));
});

test('OA-NET-05 a flood of unknown senders makes each role look for its trust list once in each span', async () => {
  const path = new URL(await listWith('https://bank.example')).pathname;
  const base = { localOrigins: new Set<string>(), store, trustUrl: `${trustUrl}${path}` };
  const pinnedKey = actors.trustList.publicJwk;
  const config = { trust_list_url: base.trustUrl, merchants: [], issuer: IDS.issuer, psp_id: IDS.psp };
  const issuer = connectIssuer({ ...base, pinnedKey, isUnderTest: false });
  const merchant = connectMerchant({ ...base, pinnedKey, config: { methods: [] } });
  const agent = connectAgent({
    ...{ localOrigins: base.localOrigins, store, trustListKey: pinnedKey },
    config: config as unknown as Parameters<typeof connectAgent>[0]['config'],
  });
  for (const { trust } of [issuer, merchant, agent]) {
    listsGiven.length = 0;
    const flood = async (now: number): Promise<void> => {
      const lists = await Promise.all(Array.from({ length: 100 }, () => trust.current(now)));
      for (const [at, list] of lists.entries()) {
        expect(list.entry(`did:act:nobody.example/${at}`, 'MERCHANT')).toBeUndefined();
      }
    };
    await flood(WORLD_NOW);
    await flood(WORLD_NOW + 59);
    expect(listsGiven).toEqual([path]);
    await flood(WORLD_NOW + 60);
    expect(listsGiven).toEqual([path, path]);
  }
  await Promise.all([issuer.closeWays(), merchant.http.close(), agent.http.close()]);
});

describe('OA-NET-20 an address that configuration names', () => {
  test('of the trust list is not left by a redirect', async () => {
    const { trust, closeWays } = connectIssuer({
      ...{ trustUrl: `${redirecting}/trust-list`, localOrigins: new Set(), store, isUnderTest: false },
      pinnedKey: actors.trustList.publicJwk,
    });
    await expect(trust.current(WORLD_NOW)).rejects.toMatchObject({ code: 'trust_list_unavailable' });
    await closeWays();
    expect(sentAway).toContain('GET /trust-list');
    expect(elsewhere).toEqual([]);
  });

  test('of the log of anchors is not left by a redirect', async () => {
    const { paid } = await exampleRecords(await examplePurchase());
    const signers = paid.signatures.map(({ signer }) => ({ id: signer, signer: actors.psp.signer }));
    const log = connectLog(redirecting, clock, signers);
    await expect(log.anchors.submit(paid)).rejects.toMatchObject({ code: 'peer_answer_invalid' });
    await log.close();
    expect(sentAway).toContain('POST /anchors');
    expect(elsewhere).toEqual([]);
  });
});
