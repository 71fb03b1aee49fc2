import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createWitnesses,
  type DisputeWorld,
  disputeWorld,
  type Witnesses,
} from '../../../test/disputes/world.ts';
import { CHANNEL_HEADER, createApp, createLogger } from '../../http/index.ts';
import { loadSigner } from '../../http/key-file.ts';
import { newPrivacyChannel } from '../../protocol/attestation/anchor.ts';
import type { DisputeBody } from '../../protocol/generated/types.ts';
import { canonicalText, type JsonValue } from '../../protocol/json/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { openTrustList, verifyFinding } from '../../verifier/index.ts';
import { type Actors, createActors } from '../../verifier/testing/actors.ts';
import { createLogWorld, ID, type LogWorld, NOW, random } from '../testing/log-world.ts';
import { outcomeOf } from './outcome.ts';
import { addDisputeRoutes } from './routes.ts';
import { findDispute, keepEvidence } from './tables.ts';

const DAY = 86_400;

let world: LogWorld;
let actors: Actors;
let witnesses: Witnesses;
let within: DisputeWorld;
let outside: DisputeWorld;
beforeAll(async () => {
  actors = await createActors();
  witnesses = await createWitnesses(actors);
  within = await disputeWorld(actors, witnesses);
  outside = await disputeWorld(actors, witnesses, { purchase: { statuses: { 5: 1 } } });
  // Evidence is judged by the key of its own trust list.
  world = await createLogWorld(undefined, NOW, [actors.trustList.publicJwk]);
  await world.listUntil(NOW + 60 * DAY);
});
afterAll(() => world.close());

/** The list that is published, compact. */
const listed = async () => (await readFile(join(world.dir, 'trust-list.jwt'), 'utf8')).trim();

interface Filed {
  readonly channel: string;
  readonly dispute: DisputeBody;
}

async function call(method: string, path: string, channel: string, body?: unknown) {
  const answer = await world.app.request(path, {
    method,
    headers: { 'content-type': 'application/json', [CHANNEL_HEADER]: channel },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as DisputeBody & { code?: string } };
}

/** Anchors a record of the trade, and files a dispute by it. */
async function filed(type: DisputeBody['type'] = 'PAYMENT_NOT_AUTHORIZED'): Promise<Filed> {
  const channel = newPrivacyChannel(random);
  world.now = NOW;
  const anchor = await world.anchor('psp', { privacy_channel: channel, trade_no: 'trade-1' });
  expect((await world.submit(anchor)).status).toBe(201);
  const { record_id } = readMessage('anchor', anchor).claims;
  const request = { type, record_id, description: 'not mine' };
  const { status, body } = await call('POST', '/disputes', channel, request);
  expect(status).toBe(201);
  const again = await call('POST', '/disputes', channel, request);
  expect(again.body.dispute_id).toBe(body.dispute_id);
  expect((await call('POST', '/disputes', newPrivacyChannel(random), request)).body.code).toBe(
    'anchor_not_found',
  );
  return { channel, dispute: body };
}

const submit = ({ channel, dispute }: Filed, bundle: unknown) =>
  call('POST', `/disputes/${dispute.dispute_id}/evidence`, channel, { bundle });

async function found({ channel, dispute }: Filed): Promise<DisputeBody> {
  world.now = NOW + 7 * DAY;
  const { status, body } = await call('GET', `/disputes/${dispute.dispute_id}`, channel);
  expect(status).toBe(200);
  return body;
}

// TSD-ATT-DSP-01, TSD-ATT-DSP-04, TSD-ATT-DSP-06, OA-DSP-06
describe('a dispute', () => {
  test('is filed, takes evidence in time, and is decided once', async () => {
    const one = await filed();
    expect(one.dispute).toMatchObject({ status: 'EVIDENCE', trade_no: 'trade-1', submissions: 0 });
    world.now = NOW + 7 * DAY - 1;
    expect((await submit(one, within.bundle)).body).toMatchObject({ status: 'EVIDENCE', submissions: 1 });
    expect((await submit(one, within.bundle)).body.submissions).toBe(1);
    const decided = await found(one);
    expect(decided).toMatchObject({ status: 'DECIDED', finding: 'DENIED', reason: 'dispute_within_mandate' });
    expect(decided.records?.map(({ verdict }) => verdict)).toEqual(Array(5).fill('VERIFIED'));
    const late = await submit(one, outside.bundle);
    expect({ status: late.status, code: late.body.code }).toEqual({ status: 409, code: 'dispute_closed' });
    expect(await found(one)).toEqual(decided);
  });

  test('is not decided by a clock that is further ahead than the trust list reaches (OA-TIM-05)', async () => {
    const one = await filed();
    try {
      await world.listUntil(NOW + 7 * DAY);
      expect(await found(one)).toMatchObject({ status: 'EVIDENCE' });
      // The clock is set right: there is time for evidence, and it counts.
      world.now = NOW + DAY;
      expect((await submit(one, outside.bundle)).status).toBe(201);
    } finally {
      await world.listUntil(NOW + 60 * DAY);
    }
    expect(await found(one)).toMatchObject({ status: 'DECIDED', finding: 'COMPENSATED' });
  });

  test('that is decided says how many files the finding rests on, also one that came at the last moment', async () => {
    const one = await filed();
    const { dispute_id: id } = one.dispute;
    const { store, pinnedKeys } = world;
    const file = { digest: 'late', bundle: canonicalText(within.bundle as unknown as JsonValue) };
    const app = createApp({ name: 'trust', log: createLogger('test', 'silent'), checks: [] });
    addDisputeRoutes(app, {
      ...{ store, pinnedKeys, random },
      clock: () => NOW + 7 * DAY,
      async trustList(now) {
        await store.transact((tx) => keepEvidence(tx, id, { ...file, now: NOW + 7 * DAY - 1 }));
        return openTrustList(await listed(), pinnedKeys, now);
      },
    });
    const answer = await app.request(`/disputes/${id}`, { headers: { [CHANNEL_HEADER]: one.channel } });
    expect(await answer.json()).toMatchObject({ status: 'DECIDED', finding: 'DENIED', submissions: 1 });
  });

  test('is not there for anybody who does not know the channel', async () => {
    const one = await filed();
    const path = `/disputes/${one.dispute.dispute_id}`;
    expect((await call('GET', path, newPrivacyChannel(random))).body.code).toBe('dispute_unknown');
    expect((await call('GET', path, one.channel)).status).toBe(200);
  });

  test('takes no more files than it may, however many come at once', async () => {
    const one = await filed();
    const { dispute_id: id } = one.dispute;
    await world.store.transact(async (tx) => {
      for (let at = 0; at < 63; at += 1) {
        const row = [id, `digest-${at}`, '{}', NOW];
        await tx.run('INSERT INTO dispute_evidence VALUES ($1, $2, $3, $4)', row);
      }
    });
    const both = await Promise.all([within, outside].map(({ bundle }) => submit(one, bundle)));
    const codes = both.map(({ status, body }) => body.code ?? status);
    expect(new Set(codes)).toEqual(new Set([201, 'dispute_closed']));
    const { body } = await call('GET', `/disputes/${id}`, one.channel);
    expect(body).toMatchObject({ status: 'EVIDENCE', submissions: 64 });
  });

  test('takes evidence of its own trade only', async () => {
    const one = await filed();
    const other = await submit(one, { ...within.bundle, trade_no: 'trade-2' });
    expect(other.body.code).toBe('dispute_other_trade');
    expect((await submit(one, within.bundle)).status).toBe(201);
  });
});

// OA-DSP-01, OA-DSP-07
describe('the finding', () => {
  test('17: a payment outside the mandate is compensated', async () => {
    const one = await filed();
    await submit(one, outside.bundle);
    expect(await found(one)).toMatchObject({ finding: 'COMPENSATED', reason: 'mandate_revoked' });
  });

  test('OA-DSP-09 OA-DSP-12 is signed once, for the trade and over what was submitted', async () => {
    const one = await filed();
    await submit(one, outside.bundle);
    const { signed_finding: finding = '' } = await found(one);
    expect((await found(one)).signed_finding).toBe(finding);
    const trustList = await openTrustList(await listed(), world.pinnedKeys, NOW);
    const expected = { trade_no: 'trade-1', evidence: outside.bundle.content_digest };
    const judge = (changes: object) =>
      verifyFinding({ finding }, { trustList, now: world.now, expected: { ...expected, ...changes } });
    expect((await judge({})).verdict).toBe('accepted');
    expect((await judge({ evidence: within.bundle.content_digest })).refusal?.code).toBe('finding_mismatch');
  });

  test('TSD-ATT-DSP-06 is made once, however many ask for it at once', async () => {
    const one = await filed();
    await submit(one, outside.bundle);
    const { store, pinnedKeys } = world;
    const dispute = await findDispute(store.read, one.dispute.dispute_id, one.channel);
    if (dispute === undefined) throw new Error('no dispute');
    const own = await loadSigner(join(world.dir, 'log/finding.json'));
    let signatures = 0;
    const signer: Signer = {
      ...own,
      sign: (input) => {
        signatures += 1;
        return own.sign(input);
      },
    };
    const parts = {
      ...{ store, pinnedKeys, random, handler: { id: ID.handler, signer } },
      clock: () => NOW + 7 * DAY,
      trustList: async (now: number) => openTrustList(await listed(), pinnedKeys, now),
    };
    const found = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(parts, dispute)));
    expect(new Set(found.map((outcome) => outcome?.signed_finding)).size).toBe(1);
    expect(found[0]).toMatchObject({ finding: 'COMPENSATED', reason: 'mandate_revoked' });
    expect(signatures).toBe(1);
  });

  test('is left to people without evidence, where it disagrees, and where there is no policy', async () => {
    expect(await found(await filed())).toMatchObject({
      finding: 'REVIEW',
      reason: 'dispute_evidence_missing',
    });
    const both = await filed();
    await submit(both, within.bundle);
    await submit(both, outside.bundle);
    expect(await found(both)).toMatchObject({ finding: 'REVIEW', reason: 'dispute_evidence_disagrees' });
    const goods = await filed('GOODS_NOT_RECEIVED');
    await submit(goods, within.bundle);
    expect(await found(goods)).toMatchObject({ finding: 'REVIEW', reason: 'dispute_policy_missing' });
  });

  test('evidence that does not hold decides nothing', async () => {
    const one = await filed();
    const [first, ...others] = outside.bundle.records;
    await submit(one, { ...outside.bundle, records: [...others, first] });
    expect((await found(one)).finding).toBe('REVIEW');
    const two = await filed();
    await submit(two, { ...within.bundle, records: within.bundle.records.slice(0, 3) });
    await submit(two, outside.bundle);
    expect((await found(two)).finding).toBe('COMPENSATED');
  });
});
