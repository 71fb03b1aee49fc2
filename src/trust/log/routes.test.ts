import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorLeaf, logEntryOf, newPrivacyChannel } from '../../protocol/attestation/anchor.ts';
import { decodeBase64url, type OkpPublicJwk } from '../../protocol/digest/index.ts';
import type {
  AnchorClaims,
  AnchoredBody,
  AnchorListBody,
  LogConsistencyBody,
} from '../../protocol/generated/types.ts';
import { generateKeyPair } from '../../protocol/jws/index.ts';
import { openCheckpoint, verifyConsistency } from '../../protocol/merkle/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { assertAnchored, assertConsistent, logKeysOf, openTrustList } from '../../verifier/index.ts';
import { trustPublish } from '../cli.ts';
import { createLogWorld, ID, type LogWorld, NOW, random, type Submitter } from '../testing/log-world.ts';
import { leafOf } from './hash.ts';
import { rootOver } from './tree.ts';

let world: LogWorld;
beforeAll(async () => {
  world = await createLogWorld();
});
afterAll(() => world.close());

async function codeOf(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  if (response.ok) return 'accepted';
  return ((await response.json()) as { code: string }).code;
}

async function submitted(
  by: Submitter,
  changes: Partial<AnchorClaims>,
  attestation = by === 'agent' ? world.attestation : undefined,
): Promise<string> {
  return codeOf(world.submit(await world.anchor(by, changes), attestation));
}

// OA-LOG-01, OA-LOG-02
describe('who may anchor what', () => {
  const delegation_id = 'del-1';
  const events: readonly [AnchorClaims['event_type'], readonly Submitter[]][] = [
    ['act:delegation:intent-created', ['agent', 'issuer']],
    ['act:delegation:delegation-issued', ['agent', 'issuer']],
    ['act:delegation:delegation-revoked', ['agent', 'issuer']],
    ['act:commerce:decision-logged', ['agent']],
    ['act:commerce:cart-confirmed', ['agent', 'merchant']],
    ['act:payment:transaction-completed', ['agent', 'merchant', 'psp']],
    ['act:commerce:fulfillment-completed', ['agent', 'merchant', 'psp']],
  ];

  test.each(events)('%s', async (event_type, allowed) => {
    for (const by of ['agent', 'issuer', 'merchant', 'psp'] as const) {
      const expected = allowed.includes(by) ? 'accepted' : 'anchor_submitter_not_allowed';
      expect(await submitted(by, { event_type, delegation_id })).toBe(expected);
    }
  });

  test('a stranger, an institution’s name with another one’s key, an agent that nobody vouches for', async () => {
    const stranger = 'did:act:rail.example/other';
    expect(await submitted('psp', { iss: stranger })).toBe('anchor_submitter_not_allowed');
    expect(await submitted('psp', { iss: ID.merchant })).toMatch(/^x509_/);
    expect(await submitted('agent', {}, undefined)).toBe('accepted');
    expect(await codeOf(world.submit(await world.anchor('agent')))).toBe('anchor_submitter_unknown');
    expect(await submitted('agent', { iss: 'did:act:assistant.example/agent-008' })).toBe(
      'anchor_submitter_unknown',
    );
    const anchor = await world.anchor('psp');
    const end = anchor.lastIndexOf('.') + 1;
    const forged = anchor.slice(0, end) + (await world.anchor('psp')).split('.')[2];
    expect(await codeOf(world.submit(forged))).toBe('jws_signature_invalid');
    expect(await codeOf(world.submit(anchor))).toBe('accepted');
  });

  test('an institution that the list has suspended', async () => {
    const change = { id: ID.psp, role: 'PSP' } as const;
    await trustPublish(world.dir, { changes: [{ ...change, status: 'SUSPENDED' }], now: NOW });
    expect(await submitted('psp', {})).toBe('issuer_suspended');
    await trustPublish(world.dir, { changes: [{ ...change, status: 'ACTIVE' }], now: NOW });
    expect(await submitted('psp', {})).toBe('accepted');
  });
});

// OA-LOG-05, TSD-ATT-OCA-01
test.each([
  ['dated in the future', { iat: NOW + 61, event_time: formatUtcSeconds(NOW) }, 'anchor_time_invalid'],
  ['dated now', { iat: NOW + 60, event_time: formatUtcSeconds(NOW) }, 'accepted'],
  ['of an event to come', { event_time: formatUtcSeconds(NOW + 61) }, 'anchor_time_invalid'],
  ['that waited for 30 days', { iat: NOW - 30 * 86_400, event_time: '2026-10-01T00:00:00Z' }, 'accepted'],
  [
    'that waited longer',
    { iat: NOW - 30 * 86_400 - 1, event_time: '2026-10-01T00:00:00Z' },
    'anchor_time_invalid',
  ],
])('an anchor %s', async (_title, changes, expected) => {
  expect(await submitted('psp', changes)).toBe(expected);
});

// TSD-ATT-OCA-07, TSD-ATT-OCA-09
test('an anchor is a compact JWS with the header of every message', async () => {
  const [header = '', payload, signature] = (await world.anchor('psp')).split('.');
  const plain = JSON.parse(Buffer.from(header, 'base64url').toString());
  const dressed = (members: object) => Buffer.from(JSON.stringify(members)).toString('base64url');
  const { x5c: _chain, ...nameless } = plain;
  const changed = [
    [{ ...plain, jku: 'https://example.com/keys' }, 'jws_header_forbidden'],
    [{ ...plain, alg: 'none' }, 'jws_alg_not_allowed'],
    [nameless, 'jws_key_missing'],
    [{ ...plain, typ: 'act-command+jwt' }, 'jws_typ_mismatch'],
  ] as const;
  for (const [members, code] of changed) {
    expect(await codeOf(world.submit(`${dressed(members)}.${payload}.${signature}`))).toBe(code);
  }
  expect(await codeOf(world.submit(`${header}.${payload}.${signature}`))).toBe('accepted');
});

// TSD-ATT-OCA-15
test('an anchor of an event under a mandate names the delegation', async () => {
  const event_type = 'act:delegation:delegation-revoked';
  await expect(world.anchor('issuer', { event_type })).rejects.toMatchObject({ code: 'schema_mismatch' });
  expect(await submitted('issuer', { event_type, delegation_id: 'dlg-1' })).toBe('accepted');
});

// OA-LOG-04, OA-LOG-06
test('anchors are shown to those who know their privacy channel', async () => {
  const channel = newPrivacyChannel(random);
  const own = await Promise.all([1, 2].map(() => world.anchor('psp', { privacy_channel: channel })));
  for (const anchor of own) await world.submit(anchor);
  const { record_id } = readMessage('anchor', own[0] ?? '').claims;
  expect(await codeOf(world.get(`/anchors/${record_id}`))).toBe('privacy_channel_missing');
  expect(await codeOf(world.get('/anchors'))).toBe('privacy_channel_missing');
  expect(await codeOf(world.get(`/anchors/${record_id}`, newPrivacyChannel(random)))).toBe(
    'anchor_not_found',
  );
  expect(await codeOf(world.get('/anchors/rec_none', channel))).toBe('anchor_not_found');
  expect(await codeOf(world.get(`/anchors/${record_id}`, channel))).toBe('accepted');
  const listed = (await (await world.get('/anchors', channel)).json()) as AnchorListBody;
  expect(listed.anchors.map(({ anchor }) => anchor)).toEqual(own);
  const from = (listed.anchors[0]?.index ?? 0) + 1;
  const rest = (await (await world.get(`/anchors?from=${from}`, channel)).json()) as AnchorListBody;
  expect(rest.anchors.map(({ anchor }) => anchor)).toEqual(own.slice(1));
});

// OA-LOG-07, OA-LOG-08
test('an answer of the log is judged offline', async () => {
  const channel = newPrivacyChannel(random);
  const anchors = [1, 2, 3].map(() => world.anchor('psp', { privacy_channel: channel }));
  for (const anchor of anchors) await world.submit(await anchor);
  const { anchors: listed } = (await (await world.get('/anchors', channel)).json()) as AnchorListBody;
  const [first, second] = listed;
  if (first === undefined || second === undefined) throw new Error('nothing listed');
  expect((await assertAnchored(first, [world.key])).size).toBeGreaterThan(2);
  const spoiled: readonly [AnchoredBody, string][] = [
    [{ ...first, anchor: second.anchor }, 'log_inclusion_invalid'],
    [{ ...first, index: second.index }, 'log_inclusion_invalid'],
    [{ ...first, inclusion: second.inclusion }, 'log_inclusion_invalid'],
    [{ ...first, inclusion: first.inclusion.slice(1) }, 'log_inclusion_invalid'],
    [{ ...first, checkpoint: first.checkpoint.replace('\n', '\n1') }, 'log_checkpoint_invalid'],
  ];
  for (const [answer, code] of spoiled) {
    await expect(assertAnchored(answer, [world.key])).rejects.toMatchObject({ code });
  }
  const former = { ...world.key, publicJwk: (await generateKeyPair('Ed25519')).publicJwk as OkpPublicJwk };
  await expect(assertAnchored(first, [former])).rejects.toMatchObject({ code: 'log_checkpoint_invalid' });
  expect(await assertAnchored(first, [former, world.key])).toEqual(await assertAnchored(second, [world.key]));
});

// OA-LOG-09, OA-LOG-10
test('the log of now begins with the log of then', async () => {
  const before = await openCheckpoint(await (await world.get('/checkpoint')).text(), world.key);
  for (let count = 0; count < 5; count += 1) await submitted('psp', {});
  const answer = (await (await world.get(`/consistency?from=${before.size}`)).json()) as LogConsistencyBody;
  const after = await openCheckpoint(answer.checkpoint, world.key);
  const proof = answer.consistency.map((hash) => decodeBase64url(hash));
  expect(after.size).toBe(before.size + 5);
  expect(await verifyConsistency(before, after, proof)).toBe(true);
  await assertConsistent(before, after, answer.consistency);
  await expect(
    assertConsistent({ ...before, root: after.root }, after, answer.consistency),
  ).rejects.toMatchObject({ code: 'log_inconsistent', evidence: { from: before.size, to: after.size } });
  expect(await verifyConsistency({ ...before, root: after.root }, after, proof)).toBe(false);
  expect(await codeOf(world.get(`/consistency?from=${after.size + 1}`))).toBe('log_size_unknown');
  expect(await codeOf(world.get('/consistency?from=-1'))).toBe('schema_mismatch');
});

// TSD-ATT-OCA-21
test('tiles and bundles are those of C2SP: another tool needs nothing else', async () => {
  for (let times = 0; times < 2; times += 1) expect(await submitted('psp', {})).toBe('accepted');
  const checkpoint = await world.get('/checkpoint');
  expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const head = await openCheckpoint(await checkpoint.text(), world.key);
  const width = head.size;
  expect(width).toBeGreaterThan(1);
  expect(width).toBeLessThan(256);
  const tile = await world.get(`/tile/0/000.p/${width}`);
  expect(tile.headers.get('content-type')).toBe('application/octet-stream');
  const hashes = Buffer.from(await tile.arrayBuffer());
  const bundle = Buffer.from(await (await world.get(`/tile/entries/000.p/${width}`)).arrayBuffer());
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length; ) {
    const length = bundle.readUInt16BE(at);
    entries.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  expect(entries).toHaveLength(width);
  expect(Buffer.concat(entries.map((entry) => leafOf(entry))).equals(hashes)).toBe(true);
  expect(Buffer.from(rootOver(entries.map(leafOf))).equals(Buffer.from(head.root))).toBe(true);
  for (const path of ['0/000', `0/000.p/${width + 1}`, '0/001.p/1', '1/000.p/1', '0/00', 'entries/001']) {
    expect((await world.get(`/tile/${path}`)).status).toBe(404);
  }
});

// OA-LOG-07
test('the key of the log is found in the trust list', async () => {
  const list = await (await world.get('/trust-list')).text();
  const trustList = await openTrustList(list, world.pinnedKeys, NOW);
  expect(await logKeysOf(trustList, ID.log, NOW)).toEqual([world.key]);
  await expect(logKeysOf(trustList, ID.psp, NOW)).rejects.toMatchObject({ code: 'issuer_not_trusted' });
});

// OA-PRV-07, OA-LOG-12
test('what is public does not link two purchases of one user', async () => {
  const shared = { intent_id: newId(random, 'int'), delegation_id: newId(random, 'del') };
  const purchases = [1, 2].map(() => ({
    ...shared,
    order_no: newId(random, 'ord'),
    trade_no: newId(random, 'trd'),
    privacy_channel: newPrivacyChannel(random),
  }));
  const anchors: string[] = [];
  for (const purchase of purchases) {
    for (const by of ['agent', 'psp', 'merchant'] as const) {
      const anchor = await world.anchor(by, purchase);
      anchors.push(anchor);
      expect(await codeOf(world.submit(anchor, by === 'agent' ? world.attestation : undefined))).toBe(
        'accepted',
      );
    }
  }
  const head = await openCheckpoint(await (await world.get('/checkpoint')).text(), world.key);
  const paths = ['/checkpoint', '/trust-list', `/consistency?from=0`];
  const tiles = ['0/000', 'entries/000'].map((tile) => `/tile/${tile}.p/${head.size}`);
  const seen: Buffer[] = [];
  for (const path of [...paths, ...tiles]) {
    seen.push(Buffer.from(await (await world.get(path)).arrayBuffer()));
  }
  const all = Buffer.concat(seen);
  const said = new Set(
    anchors.flatMap((anchor) => {
      const { record_id, intent_id, delegation_id, order_no, trade_no, payload_hash, privacy_channel } =
        readMessage('anchor', anchor).claims;
      return [record_id, intent_id, delegation_id, order_no, trade_no, payload_hash, privacy_channel];
    }),
  );
  for (const text of said) {
    expect(all.includes(Buffer.from(text ?? ''))).toBe(false);
    const raw = Buffer.from(String(text).replace(/^[a-z]+_/, ''), 'base64url');
    expect(all.includes(raw)).toBe(false);
  }
  // The 32 bytes of an anchor are there, and no two of them have anything in common that another two have not.
  for (const anchor of anchors) {
    expect(all.includes(await logEntryOf(anchor))).toBe(true);
    expect(all.includes(await anchorLeaf(anchor))).toBe(true);
  }
  expect(new Set(anchors).size).toBe(6);
});
