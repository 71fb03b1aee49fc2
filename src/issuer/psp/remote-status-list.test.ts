import { beforeAll, describe, expect, test } from 'vitest';
import type { HttpAnswer, HttpClient } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { MandateClaims } from '../../protocol/generated/types.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { STATUS_INDEX, STATUS_URI } from '../../verifier/testing/claims.ts';
import { buildWorld, type Changes, type World } from '../../verifier/testing/world.ts';
import { createRemoteStatusList, createStatusSource } from './index.ts';
import { createBench, outcomeOf, WIDE_MANDATE } from './testing/bench.ts';

let actors: Actors;

beforeAll(async () => {
  actors = await createActors();
});

function withAddress(uri: string = STATUS_URI): Changes {
  return {
    ...WIDE_MANDATE,
    trustList: (list) => {
      const issuer = list.entries.find(({ role }) => role === 'IAC_ISSUER');
      if (issuer) issuer.endpoints = { status_list_url: uri };
    },
  };
}

function serving(body: string, status = 200): HttpClient & { readonly fetched: string[] } {
  const fetched: string[] = [];
  const answer: HttpAnswer = {
    status,
    contentType: 'application/statuslist+jwt',
    body: new TextEncoder().encode(body),
  };
  const get = async (url: string) => {
    fetched.push(url);
    return answer;
  };
  return { fetched, get, post: get };
}

const contextOf = ({ trustList }: World) => ({
  now: WORLD_NOW,
  trustList,
  isGenuine: async () => true,
});

function ask(world: World, client: HttpClient, mandate: MandateClaims = world.mandateClaims) {
  return createRemoteStatusList(client).ask(mandate, contextOf(world));
}

describe('status list of a foreign issuer', () => {
  test.each([
    [0, 'Active'],
    [1, 'Revoked'],
    [2, 'Suspended'],
  ] as const)('value %i is %s, until the list ends', async (value, status) => {
    const world = await buildWorld(actors, { ...withAddress(), statuses: { [STATUS_INDEX]: value } });
    const client = serving(world.statusList);
    expect(await ask(world, client)).toEqual({ status, usableBefore: WORLD_NOW - 60 + 600 });
    expect(client.fetched).toEqual([STATUS_URI]);
  });

  test('an address that the trust list does not state is never fetched (P17)', async () => {
    const world = await buildWorld(actors, withAddress('https://elsewhere.example/status-lists/1'));
    const client = serving(world.statusList);
    expect(await ask(world, client)).toMatchObject({ status: 'unavailable' });
    expect(client.fetched).toEqual([]);
  });

  test('silence, a problem, a forged and a stale list are unavailable (ADD-IAC-LCM-13)', async () => {
    const world = await buildWorld(actors, withAddress());
    const dead: HttpClient = {
      get: () => Promise.reject(new ActError('peer_unreachable')),
      post: () => Promise.reject(new ActError('peer_unreachable')),
    };
    const forged = await buildWorld(actors, {
      ...withAddress(),
      signers: { statusList: actors.merchant.signer },
    });
    const stale = await buildWorld(actors, {
      ...withAddress(),
      statusList: (list) => {
        list.exp = WORLD_NOW;
      },
    });
    for (const client of [
      dead,
      serving('{}', 500),
      serving('nonsense'),
      serving(forged.statusList),
      serving(stale.statusList),
    ]) {
      expect(await ask(world, client)).toMatchObject({ status: 'unavailable' });
    }
    expect(await ask(world, serving(world.statusList))).toMatchObject({ status: 'Active' });
  });

  test('OA-NET-05 a flood of mandates that no issuer has signed causes no fetch', async () => {
    const bench = await createBench(actors, withAddress());
    const client = serving(bench.world.statusList);
    await bench.restart({
      status: createStatusSource({
        localIssuer: 'did:act:other.example/iac',
        local: async () => 'Active',
        remote: createRemoteStatusList(client),
      }),
    });
    const mandate = await signMessage('mandate', bench.world.mandateClaims, actors.merchant.signer);
    for (let at = 0; at < 20; at += 1) {
      const forged = await bench.requestAgain({ ...(await bench.payment()), mandate }, {});
      expect(await outcomeOf(bench.psp.pay(forged))).toMatch(/^x509_/);
    }
    expect(client.fetched).toEqual([]);
    expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
    expect(client.fetched).toHaveLength(1);
    await bench.close();
  });

  test('a payment under a foreign mandate is judged by that list', async () => {
    const bench = await createBench(actors, withAddress());
    const use = (statusList: string) =>
      bench.restart({
        status: createStatusSource({
          localIssuer: 'did:act:other.example/iac',
          local: async () => 'Active',
          remote: createRemoteStatusList(serving(statusList)),
        }),
      });
    const revoked = await buildWorld(actors, { ...withAddress(), statuses: { [STATUS_INDEX]: 1 } });
    await use(revoked.statusList);
    expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('mandate_revoked');
    await use('nonsense');
    expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('mandate_status_unavailable');
    await use(bench.world.statusList);
    expect(await outcomeOf(bench.psp.pay(await bench.payment()))).toBe('ok');
    await bench.close();
  });
});

describe('choice of the source', () => {
  test('own mandates by their row; foreign ones are unavailable without a way to ask', async () => {
    const world = await buildWorld(actors, WIDE_MANDATE);
    const source = createStatusSource({ localIssuer: IDS.issuer, local: async () => 'Suspended' });
    const foreign = { ...world.mandateClaims, iss: 'did:act:other.example/iac' };
    const context = contextOf(world);
    const bench = await createBench(actors);
    const { read } = bench.store;
    expect(await source.ask(world.mandateClaims, read, context)).toMatchObject({ status: 'Suspended' });
    expect(await source.ask(foreign, read, context)).toMatchObject({ status: 'unavailable' });
    const answer = { status: 'Active', usableBefore: WORLD_NOW } as const;
    expect(await source.recheck(world.mandateClaims, read, answer, WORLD_NOW)).toBe('Suspended');
    expect(await source.recheck(foreign, read, answer, WORLD_NOW - 1)).toBe('Active');
    expect(await source.recheck(foreign, read, answer, WORLD_NOW)).toBe('unavailable');
    await bench.close();
  });
});
