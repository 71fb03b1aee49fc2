import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLogger } from '../http/index.ts';
import { payloadHashOf, type RecordSigner, recordIdOf } from '../protocol/attestation/index.ts';
import { jwkThumbprint } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AttestationRecord } from '../protocol/generated/types.ts';
import { generateKeyPair, localSigner, type PrivateJwk } from '../protocol/jws/index.ts';
import { signMessage } from '../protocol/messages/index.ts';
import { createRoot, EKU, issueLeaf } from '../protocol/x509/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { createAnchorSink } from './anchor-sink.ts';
import {
  type AnchorSink,
  allRecords,
  backlog,
  deliverDue,
  findRecord,
  type Happening,
  recordMigrations,
  recordWaiting,
  startRecords,
  writeEvent,
} from './index.ts';

const AGENT = 'did:act:assistant.example/agent-007';
const PROVIDER = 'did:act:assistant.example/provider';
const BANK = 'did:act:bank.example/bank';
const SHOP = 'did:act:rail.example/tickets';
const DIGEST = 'A'.repeat(43);
const NOW = 1_770_000_000;
const log = createLogger('test', 'silent');
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

function decided(id: string): Happening<'act:commerce:decision-logged'> {
  return {
    event_type: 'act:commerce:decision-logged',
    at: NOW,
    subject: [id],
    correlation: { intent_id: 'int_1' },
    participants: [{ id: AGENT, role: 'PAYER_AGENT' }],
    upstream: { event_type: 'act:delegation:intent-created', recorder: AGENT, subject: ['int_1'] },
    event_body: { decision_digest: DIGEST, sellers_asked: 1, offers: 0, outcome: 'NONE' },
  };
}

/** A log that can be taken down. Like the real one it keeps the first record of an id. */
function fakeLog(): AnchorSink & { isDown: boolean; calls: number; readonly anchored: Map<string, string> } {
  const anchored = new Map<string, string>();
  return {
    isDown: false,
    calls: 0,
    anchored,
    async submit({ record_id, payload_hash }: AttestationRecord) {
      this.calls += 1;
      if (this.isDown) throw new ActError('peer_unreachable');
      if (!anchored.has(record_id)) anchored.set(record_id, payload_hash);
      return `{"at":${[...anchored.keys()].indexOf(record_id)}}`;
    },
  };
}

let folder: string;
let store: Store;
let signers: RecordSigner[];
let now: number;
const deps = () => ({ store, clock: () => now, random, signers, log });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'));
  store = await openStore(join(folder, 'db'), recordMigrations);
  const { publicJwk, privateJwk } = await generateKeyPair('ES256');
  signers = [{ id: AGENT, signer: localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) }) }];
  now = NOW + 3;
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const record = (event: Happening) => store.transact((tx) => writeEvent(tx, event));
async function kept(): Promise<AttestationRecord[]> {
  const records: AttestationRecord[] = [];
  for await (const one of allRecords(store.read)) records.push(one);
  return records;
}

/** As the certificate builder takes a key. */
async function signingPair(jwk: PrivateJwk): Promise<CryptoKeyPair> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const { d: _private, ...open } = jwk;
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.importKey('jwk', { ...open }, algorithm, true, ['verify']),
    crypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['sign']),
  ]);
  return { publicKey, privateKey };
}

describe('an event', () => {
  test('TSD-ATT-EVT-03 TSD-ATT-OFF-02 becomes one signed record after its transaction, with a time of its own and the name of what it follows from', async () => {
    const event = decided('dec_1');
    await record(event);
    expect(await backlog(store.read)).toEqual({ events: 1, records: 0 });
    expect(await recordWaiting(deps())).toBe(1);
    expect(await backlog(store.read)).toEqual({ events: 0, records: 1 });
    const [made] = await kept();
    if (made === undefined || event.upstream === undefined) throw new Error('no record');
    expect(made).toMatchObject({
      record_id: await recordIdOf({ event_type: event.event_type, recorder: AGENT, subject: ['dec_1'] }),
      upstream_record_ref: await recordIdOf(event.upstream),
      event_time: '2026-02-02T02:40:00Z',
      record_time: '2026-02-02T02:40:03Z',
    });
    expect(made.payload_hash).toBe(await payloadHashOf(made));
    expect(await findRecord(store.read, made.record_id)).toEqual(made);
  });

  test('OA-REC-04 that is taken back with its business is never recorded', async () => {
    const failing = store.transact(async (tx) => {
      await writeEvent(tx, decided('dec_1'));
      throw new ActError('stock_exhausted');
    });
    await expect(failing).rejects.toMatchObject({ code: 'stock_exhausted' });
    expect(await recordWaiting(deps())).toBe(0);
    await record(decided('dec_1'));
    expect(await recordWaiting(deps())).toBe(1);
  });

  test('TSD-ATT-OFF-01 that cannot be recorded keeps up no other one, however many wait before it', async () => {
    const stranger = [{ id: 'did:act:nobody.example/agent', role: 'PAYER_AGENT' }] as const;
    for (let index = 0; index < 70; index += 1)
      await record({ ...decided(`lost_${index}`), at: NOW - 100, participants: stranger });
    for (let index = 0; index < 3; index += 1) await record(decided(`dec_${index}`));
    expect(await recordWaiting(deps())).toBe(3);
    expect(await backlog(store.read)).toMatchObject({ events: 70 });
    expect(await recordWaiting(deps())).toBe(0);
  });

  test('has one record, however often it is come by', async () => {
    await record(decided('dec_1'));
    await record(decided('dec_1'));
    await recordWaiting(deps());
    const [first] = await kept();
    await record(decided('dec_1'));
    await recordWaiting(deps());
    expect(await kept()).toEqual([first]);
  });

  test('TSD-ATT-SVF-27 that waited while its recorder replaced its key is signed with the key of its time', async () => {
    const keyFrom = async (iat: number): Promise<RecordSigner> => {
      const { publicJwk, privateJwk } = await generateKeyPair('ES256');
      const signer = localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) });
      const claims = {
        iss: PROVIDER,
        jti: `att-${iat}`,
        iat,
        exp: iat + 86_400,
        sub: AGENT,
        cnf: { jwk: publicJwk },
      };
      return { id: AGENT, signer, attestation: await signMessage('attestation', claims, signer) };
    };
    const [current, then] = [await keyFrom(NOW + 60), await keyFrom(NOW - 60)];
    signers = [current, then];
    now = NOW + 120;
    await record(decided('dec_1'));
    await record({ ...decided('dec_2'), at: NOW + 60 });
    expect(await recordWaiting(deps())).toBe(2);
    const byTime = (await kept()).toSorted((one, other) => (one.event_time < other.event_time ? -1 : 1));
    expect(byTime.map(({ signatures }) => signatures[0]?.attestation)).toEqual([
      then.attestation,
      current.attestation,
    ]);
  });

  test('OA-REC-11 that waited while an institution replaced its key is signed with the key of its time, or with the present one when none is left', async () => {
    const keys = await generateKeyPair('ES256');
    const certificate = await createRoot({
      ...{ serial: random(16), name: 'root', now: NOW - 86_400, days: 90 },
      keys: await signingPair(keys.privateJwk),
    });
    const keyOf = async (notBefore: number, notAfter: number): Promise<RecordSigner> => {
      const { publicJwk, privateJwk } = await generateKeyPair('ES256');
      const leaf = await issueLeaf({
        ...{
          serial: random(16),
          subjectUri: SHOP,
          commonName: 'Shop',
          eku: [EKU.record],
          publicKey: publicJwk,
        },
        issuer: { certificate, privateKey: (await signingPair(keys.privateJwk)).privateKey },
        ...{ notBefore, notAfter },
      });
      return { id: SHOP, signer: localSigner(privateJwk, { x5c: [leaf] }) };
    };
    const [present, former] = [await keyOf(NOW + 60, NOW + 600), await keyOf(NOW - 60, NOW + 59)];
    signers = [present, former];
    now = NOW + 7_200;
    const at = (id: string, time: number) =>
      ({ ...decided(id), at: time, participants: [{ id: SHOP, role: 'MERCHANT' }] }) as const;
    for (const event of [at('a', NOW), at('b', NOW + 60), at('c', NOW - 61)]) await record(event);
    expect(await recordWaiting(deps())).toBe(3);
    const byTime = (await kept()).toSorted((one, other) => (one.event_time < other.event_time ? -1 : 1));
    const x5cOf = ({ signer: { header } }: RecordSigner) => ('x5c' in header ? header.x5c : undefined);
    expect(byTime.map(({ signatures }) => signatures[0]?.x5c)).toEqual([present, former, present].map(x5cOf));
    expect(new Set(byTime.map(({ record_time }) => record_time))).toEqual(new Set(['2026-02-02T04:40:00Z']));
  });

  test('OA-KEY-20 of an institution with two roles is signed, and brought into the log, with the key of its role', async () => {
    const keyOf = async (role: 'IAC_ISSUER' | 'PSP'): Promise<RecordSigner> => {
      const { publicJwk, privateJwk } = await generateKeyPair('ES256');
      return { id: BANK, role, signer: localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) }) };
    };
    signers = [await keyOf('IAC_ISSUER'), await keyOf('PSP')];
    const kids = signers.map(({ signer: { header } }) => 'kid' in header && header.kid);
    const by = (role: 'IAC_ISSUER' | 'PSP') =>
      ({ ...decided(role), participants: [{ id: BANK, role }] }) as const;
    const submitted: unknown[] = [];
    const post = async (_url: string, { anchor }: { anchor: string }) => {
      submitted.push(decodeProtectedHeader(anchor).kid);
      throw new ActError('peer_unreachable');
    };
    for (const event of [by('IAC_ISSUER'), by('PSP')]) await record(event);
    expect(await recordWaiting(deps())).toBe(2);
    const sink = createAnchorSink({
      logUrl: 'http://log',
      http: { post } as never,
      clock: () => now,
      signers,
    });
    for (const [at, role] of (['IAC_ISSUER', 'PSP'] as const).entries()) {
      const made = (await kept()).find(({ participants }) => participants[0]?.role === role);
      if (made === undefined) throw new Error('no record');
      expect(made.signatures[0]?.kid).toBe(kids[at]);
      await expect(sink.submit(made)).rejects.toThrow('peer_unreachable');
      expect(submitted.at(-1)).toBe(kids[at]);
    }
  });

  test('that cannot be recorded stays, and keeps up no other one', async () => {
    const foreign = { ...decided('dec_0'), participants: [{ id: SHOP, role: 'MERCHANT' }] } as const;
    await record(foreign);
    await record(decided('dec_1'));
    expect(await recordWaiting(deps())).toBe(1);
    expect(await backlog(store.read)).toEqual({ events: 1, records: 1 });
  });

  test('whose key fails in a way of its own stays, and keeps up no other one', async () => {
    const [own] = signers;
    if (own === undefined) throw new Error('no signer');
    const sign = () => Promise.reject(new TypeError('the key service is away'));
    signers = [own, { id: SHOP, signer: { ...own.signer, sign } }];
    await record({ ...decided('dec_0'), participants: [{ id: SHOP, role: 'MERCHANT' }] });
    await record(decided('dec_1'));
    expect(await recordWaiting(deps())).toBe(1);
    expect(await backlog(store.read)).toEqual({ events: 1, records: 1 });
    signers = [own, { ...own, id: SHOP }];
    expect(await recordWaiting(deps())).toBe(1);
    expect(await backlog(store.read)).toEqual({ events: 0, records: 2 });
  });
});

// TSD-ATT-OFF
describe('a kept record', () => {
  test('TSD-ATT-OFF-39 is neither changed nor deleted by anybody', async () => {
    await record(decided('dec_1'));
    await recordWaiting(deps());
    const change = store.transact((tx) => tx.run("UPDATE records SET record = '{}'"));
    await expect(change).rejects.toMatchObject({ code: 'store_unavailable' });
    const removal = store.transact((tx) => tx.run('DELETE FROM records'));
    await expect(removal).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await kept()).toHaveLength(1);
  });
});

describe('the way into the log', () => {
  test('OA-REC-05 a log that is down loses nothing, and has every record once when it is back', async () => {
    const sink = fakeLog();
    sink.isDown = true;
    for (let at = 0; at < 100; at += 1) await record(decided(`dec_${at}`));
    for (let round = 0; round < 3; round += 1) await recordWaiting(deps());
    const before = await deliverDue({ store, clock: () => now, sink });
    expect(before.anchored).toBe(0);
    // A log that is down is not asked for every record.
    expect(sink.calls).toBeLessThan(10);
    expect(await backlog(store.read)).toEqual({ events: 0, records: 100 });
    sink.isDown = false;
    now += 400;
    while ((await deliverDue({ store, clock: () => now, sink })).anchored > 0);
    expect(await backlog(store.read)).toEqual({ events: 0, records: 0 });
    const hashes = (await kept()).map(({ record_id, payload_hash }) => [record_id, payload_hash] as const);
    expect(sink.anchored).toEqual(new Map(hashes));
    expect(sink.anchored.size).toBe(100);
  });

  test.each([
    ['was never tried', undefined],
    ['the log has refused, for its time', new ActError('anchor_time_invalid')],
    ['met a log that is not there', new ActError('peer_unreachable')],
  ])('a record of an hour ahead that %s is there when the clock has come back', async (_name, refusal) => {
    now += 3_600;
    await record({ ...decided('dec_1'), at: now });
    await recordWaiting(deps());
    const sink = fakeLog();
    const refusing = { submit: () => Promise.reject(refusal) };
    if (refusal !== undefined)
      expect(await deliverDue({ store, clock: () => now, sink: refusing })).toMatchObject({ failed: 1 });
    now -= 3_600;
    expect(await deliverDue({ store, clock: () => now, sink })).toMatchObject({ anchored: 1 });
  });

  test('what the log has refused often waits its hour out', async () => {
    await record(decided('dec_1'));
    await recordWaiting(deps());
    const sink = { submit: () => Promise.reject(new ActError('anchor_id_reused')) };
    for (let tries = 0; tries < 13; tries += 1) {
      await deliverDue({ store, clock: () => now, sink });
      const row = await store.read.get('SELECT next_at FROM record_anchors');
      now = Number(row?.next_at);
    }
    expect(await deliverDue({ store, clock: () => now, sink })).toMatchObject({ failed: 1 });
    expect(await deliverDue({ store, clock: () => now, sink })).toMatchObject({ failed: 0 });
    now += 3_599;
    expect(await deliverDue({ store, clock: () => now, sink })).toMatchObject({ failed: 0 });
    now += 1;
    expect(await deliverDue({ store, clock: () => now, sink })).toMatchObject({ failed: 1 });
  });

  /** So many more than one look takes are due before the last three. */
  async function refusedBefore(count: number, fault: Error): Promise<AnchorSink & { anchored: Set<string> }> {
    for (let at = 0; at < count; at += 1) await record({ ...decided(`refused_${at}`), at: NOW - 60 });
    now = NOW - 60;
    while ((await recordWaiting(deps())) > 0);
    const refused = new Set((await kept()).map(({ record_id }) => record_id));
    now = NOW + 3;
    for (let at = 0; at < 3; at += 1) await record(decided(`dec_${at}`));
    await recordWaiting(deps());
    const anchored = new Set<string>();
    return {
      anchored,
      async submit({ record_id }) {
        if (refused.has(record_id)) throw fault;
        anchored.add(record_id);
        return '{"at":1}';
      },
    };
  }

  test('OA-REC-05 what the log refuses holds up no other record, however many come before it', async () => {
    const sink = await refusedBefore(40, new ActError('anchor_id_reused'));
    const look = () => deliverDue({ store, clock: () => now, sink });
    expect(await look()).toEqual({ anchored: 0, failed: 32, isAway: false, isFull: true });
    expect(await look()).toEqual({ anchored: 3, failed: 8, isAway: false, isFull: false });
    expect(sink.anchored.size).toBe(3);
    expect(await backlog(store.read)).toEqual({ events: 0, records: 40 });
  });

  test('OA-REC-05 a fault with one record is told, and holds up no other', async () => {
    const sink = await refusedBefore(1, new TypeError('the key service is away'));
    const look = () => deliverDue({ store, clock: () => now, sink });
    await expect(look()).rejects.toThrow('the key service is away');
    expect(sink.anchored.size).toBe(3);
    expect(await look()).toMatchObject({ anchored: 0, failed: 0 });
    const row = await store.read.get("SELECT last_code FROM record_anchors WHERE state = 'PENDING'");
    expect(row?.last_code).toBe('internal');
  });

  test('waits longer after each failure, and never gives up', async () => {
    const sink = fakeLog();
    sink.isDown = true;
    await record(decided('dec_1'));
    await recordWaiting(deps());
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await deliverDue({ store, clock: () => now, sink });
      const row = await store.read.get('SELECT next_at, last_code FROM record_anchors');
      expect(row?.last_code).toBe('peer_unreachable');
      waits.push(Number(row?.next_at) - now);
      now = Number(row?.next_at);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    sink.isDown = false;
    expect(await deliverDue({ store, clock: () => now, sink })).toMatchObject({ anchored: 1, failed: 0 });
  });

  test('what the log refuses waits longer each time, up to an hour', async () => {
    const sink: AnchorSink = { submit: () => Promise.reject(new ActError('schema_mismatch')) };
    await record(decided('dec_1'));
    await recordWaiting(deps());
    const waits: number[] = [];
    for (let round = 0; round < 14; round += 1) {
      await deliverDue({ store, clock: () => now, sink });
      const row = await store.read.get('SELECT next_at FROM record_anchors');
      waits.push(Number(row?.next_at) - now);
      now = Number(row?.next_at);
    }
    expect(waits.slice(6)).toEqual([64, 128, 256, 512, 1_024, 2_048, 3_600, 3_600]);
    expect(await deliverDue({ store, clock: () => now, sink: fakeLog() })).toMatchObject({ anchored: 1 });
  });

  test('OA-REC-05 a log that puts off is left alone for the rest of the round, and has everything in the end', async () => {
    const perSecond = 250;
    const log = fakeLog();
    let left = perSecond;
    let putOff = 0;
    const sink: AnchorSink = {
      async submit(one) {
        if (left > 0) {
          left -= 1;
          return log.submit(one);
        }
        putOff += 1;
        throw new ActError('request_rate_exceeded', { retry_after_seconds: 1, status: 429 });
      },
    };
    for (let at = 0; at < 2_000; at += 1) await record(decided(`dec_${at}`));
    while ((await recordWaiting(deps())) > 0);
    let seconds = 0;
    while ((await backlog(store.read)).records > 0 && seconds < 600) {
      for (let goesOn = true; goesOn; ) {
        const { isAway, anchored } = await deliverDue({ store, clock: () => now, sink });
        goesOn = !isAway && anchored > 0;
      }
      now += 1;
      seconds += 1;
      left = perSecond;
    }
    expect(await backlog(store.read)).toEqual({ events: 0, records: 0 });
    expect([log.anchored.size, log.calls]).toEqual([2_000, 2_000]);
    // Eight at a time are on their way when it says so.
    expect(putOff).toBeLessThanOrEqual(8 * seconds);
    expect(seconds).toBeLessThan(20);
  });
  test('is gone by the worker, beside everything else', async () => {
    const sink = fakeLog();
    const worker = startRecords({ ...deps(), sink });
    await record(decided('dec_1'));
    await vi.waitFor(() => expect(sink.anchored.size).toBe(1), { timeout: 60_000 });
    await worker.close();
    await record(decided('dec_2'));
    expect(await backlog(store.read)).toEqual({ events: 1, records: 0 });
  });

  test.each([
    ['anchor_id_reused', 1],
    ['peer_unreachable', 0],
  ] as const)(
    'OA-REC-05 that the log refuses with %s waits; another record of ours there is told as an error',
    async (code, told) => {
      const loud = { ...log, error: vi.fn(), warn: vi.fn() };
      const sink: AnchorSink = { submit: () => Promise.reject(new ActError(code)) };
      await record(decided('dec_1'));
      const worker = startRecords({ ...deps(), log: loud as unknown as typeof log, sink });
      await vi.waitFor(() => expect(loud.warn).toHaveBeenCalled(), { timeout: 60_000 });
      await worker.close();
      expect(loud.warn).toHaveBeenCalledWith(
        { failed: 1, codes: [code] },
        'records were not anchored and are tried again',
      );
      const [made] = await kept();
      const text = 'the log has another record of ours under this id';
      // Before each warning that something was not anchored, once.
      expect(loud.error.mock.calls).toEqual(
        loud.warn.mock.calls.flatMap(() => (told === 1 ? [[{ record_id: made?.record_id }, text]] : [])),
      );
      expect(await backlog(store.read)).toEqual({ events: 0, records: 1 });
    },
  );
});
