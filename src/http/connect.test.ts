/** OA-NET-04: a list leads a role to the addresses that the role takes from it, for as long as it has them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { signMessage } from '../protocol/messages/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from '../verifier/testing/actors.ts';
import { trustListClaims } from '../verifier/testing/claims.ts';
import { connectByList, type TrustConnection } from './connect.ts';
import { type Lookup, type TrustSource, trustMemoryMigration } from './index.ts';

/** After this a role looks for a newer list. */
const LATER = WORLD_NOW + 60;

let folder: string;
let store: Store;
let actors: Actors;
let trustService: Server;
let origin: string;
let served: string;
let ways: ReturnType<typeof connectByList>;

const ADDRESSES_OF: Readonly<Record<string, TrustConnection['addressesIn']>> = {
  'the payment service': (list) => [list.entry(IDS.psp, 'PSP')?.endpoints?.base_url],
  'the payment service and the merchant': (list) => [
    list.entry(IDS.psp, 'PSP')?.endpoints?.base_url,
    list.entry(IDS.merchant, 'MERCHANT')?.endpoints?.base_url,
  ],
  'issuer and merchant': (list) => [
    list.entry(IDS.issuer, 'IAC_ISSUER')?.endpoints?.base_url,
    list.entry(IDS.merchant, 'MERCHANT')?.endpoints?.base_url,
  ],
};

/** Everybody lives at an address of their own. */
function listWith(psp: string, sequence: number, signer = actors.trustList.signer): Promise<string> {
  const homes: Readonly<Record<string, string>> = {
    [IDS.issuer]: 'issuer.example',
    [IDS.psp]: psp,
    [IDS.merchant]: 'merchant.example',
    [IDS.otherMerchant]: 'other.example',
  };
  const entries = trustListClaims(actors).entries.map((entry) => {
    const home = homes[entry.entity];
    return home === undefined ? entry : { ...entry, endpoints: { base_url: `https://${home}/act` } };
  });
  return signMessage('trustList', { ...trustListClaims(actors), sequence, entries }, signer);
}

function connected(role: string): TrustSource {
  const addressesIn = ADDRESSES_OF[role];
  ways = connectByList({
    ...{ trustUrl: `${origin}/trust-list`, pinnedKey: actors.trustList.publicJwk, store, lookup },
    ...(addressesIn ? { addressesIn } : {}),
  });
  return ways.trust;
}

let looked: string[];
/** No name leads anywhere: whoever asks for its address was let through by the list. */
const lookup: Lookup = (name, _options, done) => {
  looked.push(name);
  done(null, []);
};

/** Of all that the list has had, where the role is let. */
async function reached(): Promise<string[]> {
  looked = [];
  for (const name of ['issuer', 'psp', 'moved', 'merchant', 'other'].map((host) => `${host}.example`))
    await expect(ways.http.get(`https://${name}/act/x`)).rejects.toMatchObject({ code: 'address_forbidden' });
  return looked;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-connect-'));
  store = await openStore(join(folder, 'role.db'), [trustMemoryMigration]);
  actors = await createActors();
  served = await listWith('psp.example', 7);
  trustService = createServer((_request, response) => response.end(served));
  await new Promise<void>((resolve) => trustService.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(trustService.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await ways.http.close();
  trustService.closeAllConnections();
  await new Promise((resolve) => trustService.close(resolve));
  await store.close();
  await rm(folder, { recursive: true });
});

test.each([
  ['the payment service', ['psp.example']],
  ['issuer and merchant', ['issuer.example', 'merchant.example']],
  ['nobody', []],
])('who takes the addresses of %s from a list gets there, and to nobody else', async (role, names) => {
  const trust = connected(role);
  expect(await reached()).toEqual([]);
  await trust.current(WORLD_NOW);
  expect(await reached()).toEqual(names);
});

test('an address of the list that is none leads nowhere, and those of others lead there', async () => {
  served = await listWith('psp.example:99999', 7);
  const trust = connected('the payment service and the merchant');
  await trust.current(WORLD_NOW);
  expect(await reached()).toEqual(['merchant.example']);
  await expect(ways.http.get('https://psp.example:99999/act/x')).rejects.toMatchObject({
    code: 'address_forbidden',
  });
  served = await listWith('psp.example', 8);
  await trust.current(LATER);
  expect(await reached()).toEqual(['psp.example', 'merchant.example']);
});

test('what the next list has no longer is no way out any more', async () => {
  const trust = connected('the payment service');
  await trust.current(WORLD_NOW);
  served = await listWith('moved.example', 8);
  await trust.current(LATER - 1);
  expect(await reached()).toEqual(['psp.example']);
  await trust.current(LATER);
  expect(await reached()).toEqual(['moved.example']);
});

test.each([
  ['older than one seen', () => listWith('moved.example', 6), 'trust_list_rollback'],
  [
    'signed by somebody else',
    () => listWith('moved.example', 8, actors.otherAgent.signer),
    'trust_list_signature_invalid',
  ],
] as const)('a list %s leads nowhere', async (_what, list, code) => {
  const trust = connected('the payment service');
  await trust.current(WORLD_NOW);
  served = await list();
  await expect(trust.current(LATER)).rejects.toThrow(ActError);
  await expect(trust.current(LATER)).rejects.toMatchObject({ code });
  expect(await reached()).toEqual(['psp.example']);
});
