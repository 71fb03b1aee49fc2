import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import type { TrustListClaims } from '../protocol/generated/types.ts';
import { signMessage } from '../protocol/messages/index.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { type Actors, createActors, WORLD_NOW } from '../verifier/testing/actors.ts';
import { trustListClaims } from '../verifier/testing/claims.ts';
import type { HttpClient } from './client.ts';
import { problemOf } from './problem.ts';
import { createTrustSource, type TrustSource, trustMemoryMigration } from './trust-source.ts';

const REFRESH_SECONDS = 60;

let folder: string;
let store: Store;
let actors: Actors;
let fetches = 0;
/** What the trust service answers; an error: as its problem; nothing = it cannot be reached. */
let served: string | ActError | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-trust-'));
  store = await openStore(join(folder, 'role.db'), [trustMemoryMigration]);
  actors = await createActors();
  fetches = 0;
  served = await listOf();
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function listOf(changes: { readonly sequence?: number; readonly iat?: number; readonly exp?: number } = {}) {
  return signMessage('trustList', { ...trustListClaims(actors), ...changes }, actors.trustList.signer);
}

const forgedList = () => signMessage('trustList', trustListClaims(actors), actors.otherAgent.signer);

function problemAnswer(error: ActError) {
  const problem = problemOf(error);
  const body = new TextEncoder().encode(JSON.stringify(problem));
  return { status: problem.status, contentType: 'application/problem+json', body };
}

function newSource(): TrustSource {
  const client: HttpClient = {
    async get() {
      fetches += 1;
      if (served === undefined) throw new ActError('peer_unreachable');
      if (served instanceof ActError) return problemAnswer(served);
      return { status: 200, contentType: 'application/jwt', body: new TextEncoder().encode(served) };
    },
    post: () => Promise.reject(new ActError('peer_unreachable')),
  };
  const url = 'https://trust.example/trust-list';
  return createTrustSource({
    url,
    pinnedKey: actors.trustList.publicJwk,
    client,
    store,
    refreshSeconds: REFRESH_SECONDS,
  });
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'ok',
    (error: unknown) => (error instanceof ActError ? error.code : String(error)),
  );
}

describe('the trust list of a role', () => {
  test('is fetched once for many that ask, and again when it is time', async () => {
    const source = newSource();
    await Promise.all(Array.from({ length: 20 }, () => source.current(WORLD_NOW)));
    await source.current(WORLD_NOW + REFRESH_SECONDS - 1);
    expect(fetches).toBe(1);
    await source.current(WORLD_NOW + REFRESH_SECONDS);
    expect(fetches).toBe(2);
  });

  test('is fetched anew when the clock that it was fetched by has come back', async () => {
    const source = newSource();
    await source.current(WORLD_NOW + 3_600);
    // Somebody has lost the trust since.
    served = await listOf({ sequence: 1_000 });
    const list = await source.current(WORLD_NOW);
    expect([fetches, list.sequence]).toEqual([2, 1_000]);
    // Of requests that run at the same time some began a little earlier.
    await source.current(WORLD_NOW - 10);
    expect(fetches).toBe(2);
  });

  test('of a look that began by another clock is judged by nobody else’s', async () => {
    const source = newSource();
    const ahead = WORLD_NOW + 3_600;
    const [issued_at, next_update] = [ahead, ahead + 3_600].map(formatUtcSeconds);
    const claims = { ...trustListClaims(actors), iat: ahead, exp: ahead + 3_600, issued_at, next_update };
    served = await signMessage('trustList', claims as TrustListClaims, actors.trustList.signer);
    const [before, beside, after] = await Promise.all(
      [WORLD_NOW, WORLD_NOW + 1, ahead].map((now) => codeOf(source.current(now))),
    );
    expect([before, beside, after]).toEqual(['trust_list_not_yet_valid', 'trust_list_not_yet_valid', 'ok']);
    expect(fetches).toBe(2);
  });

  test('is kept in an outage, without a look for every request', async () => {
    const source = newSource();
    const list = await source.current(WORLD_NOW);
    served = undefined;
    for (let second = 0; second < 10; second += 1) {
      expect(await source.current(WORLD_NOW + REFRESH_SECONDS + second)).toBe(list);
    }
    expect(fetches).toBe(2);
    served = await listOf();
    expect(await source.current(WORLD_NOW + REFRESH_SECONDS + 10)).not.toBe(list);
  });

  test.each(['trust_list_unavailable', 'internal', 'shutting_down', 'request_rate_exceeded'] as const)(
    'is kept while the trust service answers %s, until its own next update',
    async (code) => {
      const source = newSource();
      const list = await source.current(WORLD_NOW);
      served = new ActError(code);
      expect(await source.current(WORLD_NOW + REFRESH_SECONDS)).toBe(list);
      expect(await source.current(list.nextUpdate - 1)).toBe(list);
      expect(await codeOf(source.current(list.nextUpdate))).toBe('trust_list_unavailable');
      expect(await codeOf(newSource().current(WORLD_NOW))).toBe('trust_list_unavailable');
      served = await listOf();
      expect(await codeOf(newSource().current(WORLD_NOW))).toBe('ok');
    },
  );

  test('is not kept when its address is that of nothing', async () => {
    const source = newSource();
    await source.current(WORLD_NOW);
    served = new ActError('not_found');
    expect(await codeOf(source.current(WORLD_NOW + REFRESH_SECONDS))).toBe('not_found');
    served = await listOf();
    expect(await codeOf(source.current(WORLD_NOW + REFRESH_SECONDS + 2))).toBe('ok');
  });

  test('OA-TRL-02, OA-TRL-06 is not used past its next update, outage or not', async () => {
    const source = newSource();
    const { nextUpdate } = await source.current(WORLD_NOW);
    served = undefined;
    expect(await codeOf(source.current(nextUpdate - 1))).toBe('ok');
    expect(await codeOf(source.current(nextUpdate))).toBe('trust_list_unavailable');
  });

  test('OA-TRL-03 is refused when it is older than one seen before, also after a restart', async () => {
    const { sequence } = trustListClaims(actors);
    served = await listOf({ sequence: sequence + 1 });
    await newSource().current(WORLD_NOW);
    served = await listOf({ sequence });
    expect(await codeOf(newSource().current(WORLD_NOW))).toBe('trust_list_rollback');
    served = await listOf({ sequence: sequence + 1 });
    expect(await codeOf(newSource().current(WORLD_NOW))).toBe('ok');
  });

  test('OA-TRL-01 is refused when another key has signed it', async () => {
    served = await signMessage('trustList', trustListClaims(actors), actors.otherAgent.signer);
    expect(await codeOf(newSource().current(WORLD_NOW))).toBe('trust_list_signature_invalid');
    served = await listOf();
    expect(await codeOf(newSource().current(WORLD_NOW))).toBe('ok');
  });

  test('OA-NET-05 is looked for once in a while, however many ask for whatever key, in an outage too', async () => {
    const source = newSource();
    const unknown = async (now: number) => {
      const list = await source.current(now);
      return list.entry(`did:act:nobody.example/${now}`, 'MERCHANT');
    };
    for (let asked = 0; asked < 200; asked += 1) expect(await unknown(WORLD_NOW)).toBeUndefined();
    expect(fetches).toBe(1);
    const empty = newSource();
    served = undefined;
    for (let asked = 0; asked < 200; asked += 1) {
      expect(await codeOf(empty.current(WORLD_NOW))).toBe('trust_list_unavailable');
    }
    expect(fetches).toBe(2);
    served = await listOf();
    expect(await codeOf(empty.current(WORLD_NOW + 2))).toBe('ok');
  });

  test.each([
    ['older', 'trust_list_rollback', () => listOf({ sequence: trustListClaims(actors).sequence - 1 })],
    ['signed by another', 'trust_list_signature_invalid', () => forgedList()],
    ['none', 'not_found', async () => new ActError('not_found')],
  ] as const)('OA-NET-05 is looked for once in a while when what comes is %s', async (_what, code, wrong) => {
    const source = newSource();
    await source.current(WORLD_NOW);
    served = await wrong();
    const due = WORLD_NOW + REFRESH_SECONDS;
    const many = Array.from({ length: 50 }, () => codeOf(source.current(due)));
    expect(new Set(await Promise.all(many))).toEqual(new Set([code]));
    for (let asked = 0; asked < 50; asked += 1) expect(await codeOf(source.current(due + 1))).toBe(code);
    expect(fetches).toBe(2);
    expect(await codeOf(source.current(due + 2))).toBe(code);
    expect(fetches).toBe(3);
    served = await listOf();
    expect(await codeOf(source.current(due + 4))).toBe('ok');
  });
});
