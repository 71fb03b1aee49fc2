import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../../protocol/errors/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { EKU } from '../../protocol/x509/index.ts';
import { heartbeatMigration, openStore, type Store } from '../../store/index.ts';
import { openTrustList, type TrustList } from '../../verifier/index.ts';
import { type Actors, createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { trustListClaims } from '../../verifier/testing/claims.ts';
import { createLogger } from '../log.ts';
import { createReadiness } from './readiness.ts';
import { roleChecks } from './role-checks.ts';

let actors: Actors;
let trustList: TrustList;
let folder: string;
let store: Store;
let now: number;

beforeAll(async () => {
  actors = await createActors();
  const compact = await signMessage('trustList', trustListClaims(actors), actors.trustList.signer);
  trustList = await openTrustList(compact, actors.trustList.publicJwk, WORLD_NOW);
  folder = await mkdtemp(join(tmpdir(), 'openact-ready-'));
});
afterAll(() => rm(folder, { recursive: true }));

let databases = 0;
beforeEach(async () => {
  databases += 1;
  store = await openStore(join(folder, `${databases}.db`), [heartbeatMigration]);
  now = WORLD_NOW;
});
afterEach(() => store.close());

const log = createLogger('test', 'silent');

interface Changes {
  readonly signer?: Signer;
  readonly trust?: () => Promise<TrustList>;
}

/** A fresh look, without outcomes that were kept and without the time limit, which a busy machine may miss. */
async function failing({ signer = actors.merchant.signer, trust = async () => trustList }: Changes = {}) {
  const certified = { entity: IDS.merchant, role: 'MERCHANT', ekus: [EKU.quote, EKU.command] } as const;
  const keys = [{ name: 'quote', signer, certified }];
  const names: string[] = [];
  for (const { name, run } of roleChecks({ store, clock: () => now, trust: { current: trust }, keys })) {
    await run().catch(() => names.push(name));
  }
  return names;
}

describe('OA-OPS-22 a role is ready', () => {
  beforeEach(async () => {
    expect(await failing()).toEqual([]);
  });
  afterEach(() => {
    now = WORLD_NOW;
  });

  test('only while its database takes a write', async () => {
    await store.close();
    expect(await failing()).toEqual(['database']);
  });

  test('only while its clock has not gone back', async () => {
    now = WORLD_NOW - 60;
    expect(await failing()).toEqual([]);
    now = WORLD_NOW - 61;
    expect(await failing()).toEqual(['clock']);
  });

  test('only while a trust list is at hand', async () => {
    const gone = () => Promise.reject(new ActError('trust_list_stale'));
    expect(await failing({ trust: gone })).toEqual(['trust_list', 'certificate_quote']);
  });

  test('only while its key signs', async () => {
    const { signer } = actors.merchant;
    const silent = { ...signer, sign: () => Promise.reject(new Error('no key service')) };
    expect(await failing({ signer: silent })).toEqual(['key_quote']);
    const stranger = { ...signer, sign: (input: Uint8Array) => actors.agent.signer.sign(input) };
    expect(await failing({ signer: stranger })).toEqual(['key_quote']);
  });

  test('only while its certificate is one that others accept', async () => {
    expect(await failing({ signer: actors.otherMerchant.signer })).toEqual(['certificate_quote']);
    now = WORLD_NOW + 101 * DAY_SECONDS;
    expect(await failing()).toEqual(['certificate_quote']);
  });
});

test('OA-OPS-20 many who ask cause one write', async () => {
  let writes = 0;
  const check = { name: 'database', keepMilliseconds: 60_000, run: async () => (writes += 1) };
  const readiness = createReadiness(log, [check]);
  await Promise.all(Array.from({ length: 50 }, readiness));
  await readiness();
  expect(writes).toBe(1);
});
