import { describe, expect, test } from 'vitest';
import { exampleKey, institution, keySigner } from '../../../tools/examples/keys.ts';
import { PARTY } from '../../../tools/examples/parties.ts';
import { examplePurchase } from '../../../tools/examples/purchase.ts';
import { exampleRecords } from '../../../tools/examples/records.ts';
import type { AnchorClaims, AttestationRecord } from '../../protocol/index.ts';
import {
  ActError,
  EKU,
  encodeBase64url,
  formatUtcSeconds,
  parseUtcSeconds,
  payloadHashOf,
  sha256Base64url,
  signRecord,
} from '../../protocol/index.ts';
import {
  CHAIN_MAX_RECORDS,
  keyFromTrustList,
  openTrustList,
  type RecordPorts,
  type TrustEntry,
  type TrustList,
  VERDICTS,
  verifyChain,
  verifyRecord,
} from '../index.ts';

const purchase = await examplePurchase();
const printed = await exampleRecords(purchase);
const trustList = await openTrustList(
  purchase.trustList.compact,
  purchase.operator.publicJwk,
  parseUtcSeconds('2026-01-12T01:00:00Z'),
);
const { paid, delivered } = printed;

function anchorOf(record: AttestationRecord): AnchorClaims {
  const { record_id, version, event_type, event_time, payload_hash, hash_algorithm } = record;
  const { intent_id, delegation_id, order_no, trade_no } = record;
  return {
    iss: record.participants[0]?.id ?? '',
    iat: parseUtcSeconds(record.record_time),
    record_id,
    version,
    event_type,
    event_time,
    intent_id,
    ...(delegation_id === undefined ? {} : { delegation_id }),
    ...(order_no === undefined ? {} : { order_no }),
    ...(trade_no === undefined ? {} : { trade_no }),
    payload_hash,
    hash_algorithm,
    privacy_channel: 'A'.repeat(43),
  };
}

/** Everybody holds what was printed; `held` is what a holder shows instead, `anchored` what the log has instead. */
function ports(
  held: readonly AttestationRecord[] = [],
  changes: Partial<RecordPorts> & { readonly anchored?: Partial<AnchorClaims> } = {},
): RecordPorts {
  const { anchored, ...others } = changes;
  const all = new Map(Object.values(printed).map((record) => [record.record_id, record]));
  const shown = new Map([...all, ...held.map((record) => [record.record_id, record] as const)]);
  return {
    record: async (id) => shown.get(id),
    key: (signature, role, at) => keyFromTrustList(trustList, signature, role, at),
    anchor: async (record) => {
      const first = all.get(record.record_id) ?? record;
      return { claims: { ...anchorOf(first), ...anchored }, index: 7 };
    },
    deadline: () => new Promise(() => {}),
    ...others,
  };
}

const verdictOf = async (record: AttestationRecord, given = ports([record])) =>
  (await verifyRecord(record.record_id, given)).verdict;

/** One character of a text is another one. */
function flipped(text: string): string {
  const at = Math.floor(text.length / 2);
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}

describe('a record', () => {
  test('TSD-ATT-SVF-01 TSD-ATT-SVF-22 that nobody changed is VERIFIED, whatever its event', async () => {
    for (const record of Object.values(printed)) {
      const judged = await verifyRecord(record.record_id, ports());
      expect(judged).toMatchObject({ verdict: 'VERIFIED', index: 7 });
      expect(VERDICTS).toContain(judged.verdict);
    }
  });

  test('TSD-ATT-SVF-26 leaves a trail of what was asked and answered', async () => {
    const { steps } = await verifyRecord(paid.record_id, ports());
    expect(steps).toEqual([
      { step: 'record', outcome: 'ok' },
      { step: 'key', outcome: 'ok', note: `${PARTY.psp}: trust list ${trustList.sequence}, PSP` },
      { step: 'payload_hash', outcome: 'ok' },
      { step: 'signature', outcome: 'ok', note: PARTY.psp },
      { step: 'anchor', outcome: 'ok', note: `${PARTY.psp} at 7` },
    ]);
  });

  test('TSD-ATT-SVF-06 TSD-ATT-SVF-07 that is not there, or lacks a part, has no verdict', async () => {
    const absent = await verifyRecord('rec_unknown', ports());
    expect(absent).toMatchObject({ code: 'record_not_found' });
    expect(absent.verdict).toBeUndefined();
    for (const part of ['signatures', 'payload_hash', 'participants', 'event_body', 'intent_id'] as const) {
      const { [part]: _none, ...rest } = paid;
      const judged = await verifyRecord(paid.record_id, ports([rest as AttestationRecord]));
      expect(judged, part).toMatchObject({ code: 'schema_mismatch' });
      expect(judged.verdict).toBeUndefined();
    }
    expect(await verdictOf(paid)).toBe('VERIFIED');
  });

  test('TSD-ATT-OFF-04 that was made before its event is none, however well it is signed', async () => {
    const { signatures: _old, ...rest } = paid;
    const madeAt = (time: number) =>
      signRecord(
        { ...rest, record_time: formatUtcSeconds(time) },
        { id: PARTY.psp, signer: purchase.recordSigners.psp },
      );
    const event = parseUtcSeconds(paid.event_time);
    const early = await madeAt(event - 1);
    const judged = await verifyRecord(paid.record_id, ports([early]));
    expect(judged).toMatchObject({ code: 'schema_mismatch' });
    expect(judged.verdict).toBeUndefined();
    expect(await verdictOf(await madeAt(event))).toBe('VERIFIED');
  });

  test('TSD-ATT-SVF-04 with its members in another order is the same record', async () => {
    const turned = Object.fromEntries(Object.entries(paid).reverse()) as unknown as AttestationRecord;
    expect(await verdictOf(turned)).toBe('VERIFIED');
  });
});

describe('every change is noticed', () => {
  test('TSD-ATT-SVF-12 in what is hashed: PAYLOAD_HASH_MISMATCH', async () => {
    const [recorder, ...others] = paid.participants;
    if (recorder === undefined) throw new Error('nobody');
    const changed: Partial<AttestationRecord>[] = [
      { event_body: { ...paid.event_body, amount: '553.51' } },
      { participants: [recorder, ...others.slice(1)] },
      { salt: flipped(paid.salt) },
      { payload_hash: flipped(paid.payload_hash) },
    ];
    for (const change of changed) {
      expect(await verdictOf({ ...paid, ...change }), Object.keys(change)[0]).toBe('PAYLOAD_HASH_MISMATCH');
    }
  });

  test('TSD-ATT-SVF-14 TSD-ATT-SVF-15 in what is only signed: SIGNATURE_INVALID, naming the signer', async () => {
    const members = ['intent_id', 'delegation_id', 'order_no', 'trade_no', 'upstream_record_ref'] as const;
    const changes: Partial<AttestationRecord>[] = members.map((name) => ({ [name]: `${paid[name]}x` }));
    changes.push({ event_time: '2026-01-12T01:00:22Z' }, { record_time: '2026-01-12T01:00:27Z' });
    for (const change of changes) {
      const record = { ...paid, ...change };
      const judged = await verifyRecord(record.record_id, ports([record]));
      expect(judged, Object.keys(change)[0]).toMatchObject({
        verdict: 'SIGNATURE_INVALID',
        signer: PARTY.psp,
      });
    }
  });

  test('also when hash and body are changed together', async () => {
    const event_body = { ...paid.event_body, amount: '553.51' };
    const forged = { ...paid, event_body, payload_hash: await payloadHashOf({ ...paid, event_body }) };
    expect(await verdictOf(forged)).toBe('SIGNATURE_INVALID');
  });

  test('TSD-ATT-SVF-18 TSD-ATT-SVF-20 also when the recorder signs anew: CHAIN_HASH_MISMATCH against what was anchored', async () => {
    const event_body = { ...paid.event_body, amount: '553.51' };
    const { signatures: _old, ...rest } = paid;
    const unsigned = { ...rest, event_body, payload_hash: await payloadHashOf({ ...paid, event_body }) };
    const anew = await signRecord(unsigned, { id: PARTY.psp, signer: purchase.recordSigners.psp });
    const judged = await verifyRecord(anew.record_id, ports([anew]));
    expect(judged).toMatchObject({ verdict: 'CHAIN_HASH_MISMATCH', member: 'payload_hash' });
  });

  test('OA-REC-06 TSD-ATT-OFF-06 in each member that the anchor has too', async () => {
    const changes: Partial<AnchorClaims>[] = [
      { payload_hash: flipped(paid.payload_hash) },
      { record_id: 'rec_other' },
      { event_type: 'act:commerce:cart-confirmed' },
      { event_time: '2026-01-12T01:00:22Z' },
      { intent_id: 'int_other' },
      { delegation_id: 'dlg_other' },
      { order_no: 'ord_other' },
      { trade_no: 'trd_other' },
      { hash_algorithm: 'SM3' },
    ];
    for (const anchored of changes) {
      const judged = await verifyRecord(paid.record_id, ports([], { anchored }));
      expect(judged).toMatchObject({ verdict: 'CHAIN_HASH_MISMATCH', member: Object.keys(anchored)[0] });
    }
  });
});

describe('signers', () => {
  test('TSD-ATT-OFF-26 TSD-ATT-SVF-08 TSD-ATT-SVF-13 each has to be known and to have signed', async () => {
    const joint = await signRecord(paid, { id: PARTY.merchant, signer: purchase.recordSigners.merchant });
    expect(await verdictOf(joint)).toBe('VERIFIED');
    const [first, second] = joint.signatures;
    if (first === undefined || second === undefined) throw new Error('not joint');
    const spoiled = { ...joint, signatures: [first, { ...second, value: first.value }] };
    expect(await verifyRecord(joint.record_id, ports([spoiled]))).toMatchObject({
      verdict: 'SIGNATURE_INVALID',
      signer: PARTY.merchant,
    });
  });

  test('TSD-ATT-SVF-16 the recorder is one of them, and nobody else than participants', async () => {
    const { signatures: _own, ...unsigned } = paid;
    const other = await signRecord(unsigned, { id: PARTY.merchant, signer: purchase.recordSigners.merchant });
    expect(await verifyRecord(paid.record_id, ports([other]))).toMatchObject({
      verdict: 'SIGNATURE_INVALID',
      signer: PARTY.psp,
    });
    const stranger = await signRecord(paid, { id: PARTY.issuer, signer: purchase.recordSigners.issuer });
    expect(await verifyRecord(paid.record_id, ports([stranger]))).toMatchObject({
      verdict: 'SIGNATURE_INVALID',
      signer: PARTY.issuer,
    });
  });

  test('TSD-ATT-SVF-09 TSD-ATT-SVF-11 a key that nobody certified is PUBLIC_KEY_UNAVAILABLE', async () => {
    const { signatures: _own, ...unsigned } = paid;
    const rogue = await (await institution(PARTY.psp, 'rogue')).signer('record', [EKU.record]);
    const forged = await signRecord(unsigned, { id: PARTY.psp, signer: rogue });
    expect(await verifyRecord(paid.record_id, ports([forged]))).toMatchObject({
      verdict: 'PUBLIC_KEY_UNAVAILABLE',
      signer: PARTY.psp,
    });
    const forOther = await signRecord(unsigned, { id: PARTY.psp, signer: purchase.receiptSigner });
    expect(await verdictOf(forOther)).toBe('PUBLIC_KEY_UNAVAILABLE');
  });

  test('TSD-ATT-SVF-10 TSD-ATT-SVF-27 a key counts for events of its own time', async () => {
    const [signature] = printed.confirmed.signatures;
    if (signature === undefined) throw new Error('unsigned');
    const { iat, exp } = purchase.attestation.claims;
    const at = (time: number) => keyFromTrustList(trustList, signature, 'PAYER_AGENT', time);
    expect(await at(iat)).toMatchObject({ publicJwk: purchase.agent.publicJwk });
    expect(await at(exp - 1)).toMatchObject({ publicJwk: purchase.agent.publicJwk });
    expect(await at(exp)).toBeUndefined();
    expect(await at(iat - 3_600)).toBeUndefined();
    const [institutional] = paid.signatures;
    if (institutional === undefined) throw new Error('unsigned');
    const psp = (time: string) => keyFromTrustList(trustList, institutional, 'PSP', parseUtcSeconds(time));
    expect(await psp('2026-01-12T01:00:21Z')).toBeDefined();
    expect(await psp('2025-12-31T23:59:59Z')).toBeUndefined();
    expect(await psp('2046-01-12T01:00:21Z')).toBeUndefined();
  });

  const EVENT = parseUtcSeconds(paid.event_time);
  const FROM = '2026-01-01T00:00:00Z';
  const utc = (time: number) => formatUtcSeconds(time);

  /** A list that says something else of one entry. */
  function listWith(entity: string, role: TrustEntry['role'], change: Partial<TrustEntry>): TrustList {
    const entry: TrustList['entry'] = (who, as) => {
      const found = trustList.entry(who, as);
      return found && who === entity && as === role ? { ...found, ...change } : found;
    };
    return { ...trustList, entry };
  }
  const pspWith = (change: Partial<TrustEntry>) => listWith(PARTY.psp, 'PSP', change);
  const under = (list: TrustList): RecordPorts =>
    ports([], { key: (signature, role, at) => keyFromTrustList(list, signature, role, at) });

  /** Suspended for some time: the list of then, and the one of when it is over. */
  const suspendedAt = (time: number, end?: number): Partial<TrustEntry> => ({
    status: end === undefined ? 'SUSPENDED' : 'ACTIVE',
    history: [
      { status: 'ACTIVE', from: FROM },
      { status: 'SUSPENDED', from: utc(time) },
      ...(end === undefined ? [] : [{ status: 'ACTIVE' as const, from: utc(end) }]),
    ],
  });
  const LATER = { ...trustList, issuedAt: EVENT + 86_400 };

  test.each([
    ['suspended the second after it', suspendedAt(EVENT + 1), 'VERIFIED'],
    ['suspended in its second', suspendedAt(EVENT), 'PUBLIC_KEY_UNAVAILABLE'],
    ['suspended long before, and ever since', suspendedAt(EVENT - 3_600), 'PUBLIC_KEY_UNAVAILABLE'],
    ['back in its second', suspendedAt(EVENT - 3_600, EVENT), 'VERIFIED'],
    ['back the second after it', suspendedAt(EVENT - 3_600, EVENT + 1), 'PUBLIC_KEY_UNAVAILABLE'],
    ['withdrawn since', { ...suspendedAt(EVENT + 1), status: 'WITHDRAWN' }, 'VERIFIED'],
    ['suspended since nobody says when', { status: 'SUSPENDED' }, 'PUBLIC_KEY_UNAVAILABLE'],
    [
      'not listed before',
      { history: [{ status: 'ACTIVE', from: utc(EVENT + 1) }] },
      'PUBLIC_KEY_UNAVAILABLE',
    ],
  ] as const)('OA-TRL-11 TSD-ATT-SVF-10 an event whose recorder was %s', async (_when, change, verdict) => {
    const list = { ...pspWith(change as Partial<TrustEntry>), issuedAt: LATER.issuedAt };
    expect(await verdictOf(paid, under(list))).toBe(verdict);
    expect(await verdictOf(paid, under(LATER))).toBe('VERIFIED');
  });

  test('OA-TRL-11 an agent speaks for the past also when its provider was suspended since', async () => {
    const { confirmed } = printed;
    const at = parseUtcSeconds(confirmed.event_time);
    const provider = (time: number) => ({
      ...listWith('did:act:assistant.example/provider', 'AGENT_PROVIDER', suspendedAt(time)),
      issuedAt: LATER.issuedAt,
    });
    expect(await verdictOf(confirmed, under(provider(at + 1)))).toBe('VERIFIED');
    expect(await verdictOf(confirmed, under(provider(at)))).toBe('PUBLIC_KEY_UNAVAILABLE');
  });

  test('OA-TRL-12 a certificate that was revoked from a moment on is good for what is dated before it', async () => {
    const [leaf = ''] = paid.signatures[0]?.x5c ?? [];
    const thumbprint = await sha256Base64url(new Uint8Array(Buffer.from(leaf, 'base64')));
    const revoked = (from: number) => pspWith({ revocations: [{ 'x5t#S256': thumbprint, from: utc(from) }] });
    expect(await verdictOf(paid, under(revoked(EVENT + 1)))).toBe('VERIFIED');
    expect(await verdictOf(paid, under(revoked(EVENT)))).toBe('PUBLIC_KEY_UNAVAILABLE');
    const always = pspWith({ revoked_certificates: [thumbprint] });
    expect(await verdictOf(paid, under(always))).toBe('PUBLIC_KEY_UNAVAILABLE');
  });

  test('OA-TRL-04 no provider of agents speaks for who took part as an institution', async () => {
    const { signatures, ...whole } = printed.confirmed;
    const as = async (role: AttestationRecord['participants'][number]['role']) => {
      const [recorder, ...others] = whole.participants;
      if (recorder === undefined) throw new Error('nobody took part');
      const changed = { ...whole, participants: [{ ...recorder, role }, ...others] };
      const attestation = signatures[0]?.attestation ?? '';
      const record = await signRecord(
        { ...changed, payload_hash: await payloadHashOf(changed) },
        { id: PARTY.agent, signer: keySigner(purchase.agent), attestation },
      );
      return verdictOf(record, ports([record], { anchor: async () => ({ missing: 'anchor_not_found' }) }));
    };
    for (const role of ['MERCHANT', 'PSP', 'IAC_ISSUER', 'ATTESTATION_SERVICE'] as const)
      expect(await as(role)).toBe('PUBLIC_KEY_UNAVAILABLE');
    for (const role of ['PAYER_AGENT', 'PAYEE_AGENT', 'DELEGATOR_AGENT'] as const)
      expect(await as(role)).toBe('ANCHOR_NOT_FOUND');
  });

  test('an agent’s key without its provider’s statement, or of another agent, is not available', async () => {
    const { signatures: _own, ...unsigned } = printed.confirmed;
    const bare = await signRecord(unsigned, { id: PARTY.agent, signer: keySigner(purchase.agent) });
    expect(await verdictOf(bare)).toBe('PUBLIC_KEY_UNAVAILABLE');
    const attestation = purchase.attestation.compact;
    const other = keySigner(await exampleKey('other agent'));
    const forged = await signRecord(unsigned, { id: PARTY.agent, signer: other, attestation });
    expect(await verdictOf(forged)).toBe('PUBLIC_KEY_UNAVAILABLE');
  });
});

describe('TSD-ATT-SVF-02 TSD-ATT-SVF-05 what cannot be reached is no evidence against a record', () => {
  const silent = () => Promise.reject(new ActError('peer_unreachable'));

  test('the holder: no verdict', async () => {
    const judged = await verifyRecord(paid.record_id, ports([], { record: silent }));
    expect(judged).toMatchObject({ code: 'peer_unreachable' });
    expect(judged.verdict).toBeUndefined();
  });

  test('the keys: PUBLIC_KEY_UNAVAILABLE', async () => {
    expect(await verdictOf(paid, ports([], { key: silent }))).toBe('PUBLIC_KEY_UNAVAILABLE');
  });

  test('TSD-ATT-SVF-19 the log: asked four times, thirty seconds each, then ANCHOR_QUERY_TIMEOUT', async () => {
    const waits: number[] = [];
    let asked = 0;
    const never = () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    const deadline = async (milliseconds: number) => {
      waits.push(milliseconds);
    };
    expect(await verdictOf(paid, ports([], { anchor: never, deadline }))).toBe('ANCHOR_QUERY_TIMEOUT');
    expect({ asked, waits }).toEqual({ asked: 4, waits: [30_000, 30_000, 30_000, 30_000] });
  });

  test('a log that answers at the fourth time is believed', async () => {
    let asked = 0;
    const { anchor } = ports();
    const late: RecordPorts['anchor'] = (record) => {
      asked += 1;
      return asked < 4 ? silent() : anchor(record);
    };
    expect(await verdictOf(paid, ports([], { anchor: late }))).toBe('VERIFIED');
  });

  test('TSD-ATT-SVF-17 TSD-ATT-SVF-25 a log without the anchor, or with one that does not hold, is another matter: ANCHOR_NOT_FOUND', async () => {
    for (const missing of ['anchor_not_found', 'jws_signature_invalid'] as const) {
      const judged = await verifyRecord(paid.record_id, ports([], { anchor: async () => ({ missing }) }));
      expect(judged).toMatchObject({ verdict: 'ANCHOR_NOT_FOUND', code: missing });
    }
  });
});

test('TSD-ATT-SVF-03 of several faults the earliest step tells', async () => {
  const [signature] = paid.signatures;
  if (signature === undefined) throw new Error('unsigned');
  const value = encodeBase64url(new Uint8Array(64).fill(1));
  const spoiled = {
    ...paid,
    payload_hash: flipped(paid.payload_hash),
    signatures: [{ ...signature, value }],
  };
  const noAnchor = { anchor: async () => ({ missing: 'anchor_not_found' as const }) };
  const noKey = { ...noAnchor, key: async () => undefined };
  expect(await verdictOf(spoiled, ports([spoiled], noKey))).toBe('PUBLIC_KEY_UNAVAILABLE');
  expect(await verdictOf(spoiled, ports([spoiled], noAnchor))).toBe('PAYLOAD_HASH_MISMATCH');
  const badlySigned = { ...spoiled, payload_hash: paid.payload_hash };
  expect(await verdictOf(badlySigned, ports([badlySigned], noAnchor))).toBe('SIGNATURE_INVALID');
  expect(await verdictOf(paid, ports([], noAnchor))).toBe('ANCHOR_NOT_FOUND');
});

// TSD-ATT-SVF-21
describe('a chain', () => {
  test('TSD-ATT-OFF-16 leads from the delivery to the intent, every record VERIFIED', async () => {
    const { records, holds } = await verifyChain(delivered.record_id, ports());
    expect(holds).toBe(true);
    expect(records.map(({ record }) => record?.event_type.split(':')[2])).toEqual([
      'fulfillment-completed',
      'transaction-completed',
      'cart-confirmed',
      'decision-logged',
      'delegation-issued',
      'intent-created',
    ]);
  });

  test('ends at the first record that is not VERIFIED', async () => {
    const spoiled = { ...printed.decided, salt: flipped(printed.decided.salt) };
    const { records, holds } = await verifyChain(delivered.record_id, ports([spoiled]));
    expect(holds).toBe(false);
    expect(records.map(({ verdict }) => verdict)).toEqual([
      ...['VERIFIED', 'VERIFIED', 'VERIFIED'],
      'PAYLOAD_HASH_MISMATCH',
    ]);
  });

  /** A record with other members, signed anew by its recorder and anchored so. */
  async function remade(record: AttestationRecord, changes: Partial<AttestationRecord>) {
    const { signatures: _old, ...rest } = record;
    return signRecord({ ...rest, ...changes }, { id: PARTY.psp, signer: purchase.recordSigners.psp });
  }
  const asShown: Partial<RecordPorts> = {
    anchor: async (record) => ({ claims: anchorOf(record), index: 7 }),
  };

  test.each([
    ['of another process', { intent_id: 'int_other' }, 'intent_id'],
    ['of another order', { order_no: 'ord_other' }, 'order_no'],
    ['that follows from itself', { upstream_record_ref: paid.record_id }, 'order'],
    ['that happened before what it follows from', { event_time: '2026-01-12T00:58:00Z' }, 'time'],
  ] as const)('is broken by a record %s', async (_name, changes, rule) => {
    const given = ports([await remade(paid, changes)], asShown);
    const { holds, broken, records } = await verifyChain(paid.record_id, given);
    expect(holds).toBe(false);
    const isLoop = rule === 'order';
    expect(broken?.rule).toBe(isLoop ? 'cycle' : rule);
    expect(records[0]?.verdict).toBe('VERIFIED');
  });

  test('takes the clocks of two recorders for two, and that of one for one', async () => {
    const { confirmed } = printed;
    const at = parseUtcSeconds(confirmed.event_time);
    const early = (seconds: number) => ({ event_time: formatUtcSeconds(at - seconds) });
    for (const [seconds, expected] of [
      [60, undefined],
      [61, 'time'],
    ] as const) {
      const given = ports([await remade(paid, early(seconds))], asShown);
      expect((await verifyChain(delivered.record_id, given)).broken?.rule, `${seconds} seconds`).toBe(
        expected,
      );
    }
    // The agent records the cart, and the decision that it follows from.
    const decidedAt = parseUtcSeconds(printed.decided.event_time);
    for (const [event_time, expected] of [
      [formatUtcSeconds(decidedAt), undefined],
      [formatUtcSeconds(decidedAt - 1), 'time'],
    ] as const) {
      const { signatures: _old, ...rest } = confirmed;
      const agent = { id: PARTY.agent, signer: keySigner(purchase.agent) };
      const cart = await signRecord(
        { ...rest, event_time },
        { ...agent, attestation: purchase.attestation.compact },
      );
      const given = ports([cart], asShown);
      expect((await verifyChain(confirmed.record_id, given)).broken?.rule, event_time).toBe(expected);
    }
  });

  test('OA-REC-03 goes on through a recorder that was told no intent, and the intent is the same around it', async () => {
    const untold = await remade(paid, { intent_id: paid.order_no ?? '' });
    const whole = await verifyChain(delivered.record_id, ports([untold], asShown));
    expect(whole.holds).toBe(true);
    const { signatures: _old, ...rest } = delivered;
    const recorder = { id: PARTY.merchant, signer: purchase.recordSigners.merchant };
    const other = await signRecord({ ...rest, intent_id: 'int_other' }, recorder);
    const { holds, broken } = await verifyChain(delivered.record_id, ports([untold, other], asShown));
    expect({ holds, rule: broken?.rule }).toEqual({ holds: false, rule: 'intent_id' });
  });

  test('of ever new mandates above mandates ends', async () => {
    const { signatures: _old, ...issued } = printed.issued;
    const endless: RecordPorts['record'] = async (id) => {
      const next = Number(id.slice(4)) + 1;
      const record = { ...issued, record_id: id, upstream_record_ref: `rec_${next}` };
      return signRecord(record, { id: PARTY.issuer, signer: purchase.recordSigners.issuer });
    };
    const given = ports([], { ...asShown, record: endless });
    const { records, broken, holds } = await verifyChain('rec_0', given);
    expect(holds).toBe(false);
    expect(records).toHaveLength(CHAIN_MAX_RECORDS);
    expect(broken?.rule).toBe('too_long');
  });
});
