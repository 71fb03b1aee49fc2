/** OA-NET-04: which addresses of the trust list each role goes to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect as connectAgent } from '../../src/agent/connect.ts';
import {
  type HttpClient,
  type Lookup,
  type TrustSource,
  trustMemoryMigration,
} from '../../src/http/index.ts';
import { connect as connectIssuer } from '../../src/issuer/connect.ts';
import { connect as connectMerchant } from '../../src/merchant/connect.ts';
import { signMessage } from '../../src/protocol/messages/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { trustListClaims } from '../../src/verifier/testing/claims.ts';

const OTHER_PSP = 'did:act:pay.example/psp';
const OTHER_ISSUER = 'did:act:pay.example/iac';
const HOMES: readonly (readonly [entity: string, role: string, host: string])[] = [
  [IDS.issuer, 'IAC_ISSUER', 'issuer.example'],
  [OTHER_ISSUER, 'IAC_ISSUER', 'other-issuer.example'],
  [IDS.psp, 'PSP', 'psp.example'],
  [OTHER_PSP, 'PSP', 'other-psp.example'],
  [IDS.merchant, 'MERCHANT', 'merchant.example'],
];
const HOSTS = HOMES.map(([, , host]) => host);

interface Ways {
  readonly http: HttpClient;
  readonly trust: TrustSource;
  close(): Promise<void>;
}

let folder: string;
let store: Store;
let actors: Actors;
let trustService: Server;
let trustUrl: string;
let ways: Ways;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-listed-'));
  store = await openStore(join(folder, 'role.db'), [trustMemoryMigration]);
  actors = await createActors();
  const claims = trustListClaims(actors);
  const [anyEntry] = claims.entries;
  const entries = HOMES.map(([entity, role, host]) => ({
    ...anyEntry,
    ...{ entity, role, endpoints: { base_url: `https://${host}` } },
  }));
  const list = { ...claims, entries: entries as typeof claims.entries };
  const served = await signMessage('trustList', list, actors.trustList.signer);
  trustService = createServer((_request, response) => response.end(served));
  await new Promise<void>((resolve) => trustService.listen(0, '127.0.0.1', resolve));
  trustUrl = `http://127.0.0.1:${(trustService.address() as AddressInfo).port}/trust-list`;
});

afterAll(async () => {
  trustService.closeAllConnections();
  await new Promise((resolve) => trustService.close(resolve));
  await store.close();
  await rm(folder, { recursive: true });
});

let looked: string[];
/** No name leads anywhere: whoever asks for its address was let through by the list. */
const lookup: Lookup = (name, _options, done) => {
  looked.push(name);
  done(null, []);
};

/** The hosts that the role may go to, of all that the list has. */
async function reached({ http, trust }: Ways): Promise<string[]> {
  await trust.current(WORLD_NOW);
  looked = [];
  for (const host of [...HOSTS, 'unlisted.example'])
    await expect(http.get(`https://${host}/`)).rejects.toMatchObject({ code: 'address_forbidden' });
  return looked;
}

const common = () => ({
  ...{ store, lookup, trustUrl, pinnedKey: actors.trustList.publicJwk },
  localOrigins: new Set<string>(),
});

function agent(issuer: string, psp: string): Ways {
  const config = { trust_list_url: trustUrl, merchants: [], issuer, psp_id: psp };
  const { http, trust } = connectAgent({
    ...common(),
    trustListKey: actors.trustList.publicJwk,
    config: config as unknown as Parameters<typeof connectAgent>[0]['config'],
  });
  return { http, trust, close: () => http.close() };
}

function merchant(...psps: readonly string[]): Ways {
  const methods = [{ psps: psps.map((psp_id) => ({ psp_id })) }];
  const config = { methods } as unknown as Parameters<typeof connectMerchant>[0]['config'];
  const { http, trust } = connectMerchant({ ...common(), config });
  return { http, trust, close: () => http.close() };
}

function issuer(isUnderTest: boolean): Ways {
  const { http, trust, closeWays } = connectIssuer({ ...common(), isUnderTest });
  return { http, trust, close: closeWays };
}

afterEach(() => ways.close());

describe('an agent goes to its issuer and payment service', () => {
  test.each([
    [IDS.issuer, IDS.psp, ['issuer.example', 'psp.example']],
    [IDS.issuer, OTHER_PSP, ['issuer.example', 'other-psp.example']],
    [OTHER_ISSUER, OTHER_PSP, ['other-issuer.example', 'other-psp.example']],
    // In the role alone that it has in the configuration.
    [IDS.psp, IDS.issuer, []],
    ['did:act:nobody.example/iac', IDS.merchant, []],
  ])('%s, %s', async (issuerId, psp, hosts) => {
    ways = agent(issuerId, psp);
    expect(await reached(ways)).toEqual(hosts);
  });
});

describe('a merchant goes to the payment services of its methods', () => {
  test.each([
    [[IDS.psp], ['psp.example']],
    [
      [OTHER_PSP, IDS.psp],
      ['psp.example', 'other-psp.example'],
    ],
    [[IDS.issuer, 'did:act:nobody.example/psp'], []],
    [[], []],
  ])('%j', async (psps, hosts) => {
    ways = merchant(...psps);
    expect(await reached(ways)).toEqual(hosts);
  });
});

describe('an account side goes where its callers found an address in the list', () => {
  test('whoever it is of: the callers take it from the list themselves', async () => {
    ways = issuer(false);
    expect(await reached(ways)).toEqual([...HOSTS, 'unlisted.example']);
  });

  test('and under test nowhere', async () => {
    ways = issuer(true);
    expect(await reached(ways)).toEqual([]);
  });
});
