import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { nodeCrypto } from '../../node/crypto.ts';
import type { AttestationRecord, JsonValue, PublicJwk, RecordedEvent } from '../index.ts';
import {
  canonicalize,
  decodeBase64url,
  generateKeyPair,
  jwkThumbprint,
  localSigner,
  payloadHashOf,
  readRecord,
  recordIdOf,
  recordOf,
  signRecord,
  verifyRecordSignature,
} from '../index.ts';

const AGENT = 'did:act:assistant.example/agent-007';
const HASH = 'A'.repeat(43);
const encoder = new TextEncoder();
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

const event: RecordedEvent<'act:commerce:cart-confirmed'> = {
  record_id: `rec_${HASH}`,
  event_type: 'act:commerce:cart-confirmed',
  event_time: '2026-01-12T01:00:10Z',
  correlation: {
    intent_id: 'int_1',
    delegation_id: 'dlg_1',
    order_no: 'ord_1',
    upstream_record_ref: 'rec_0',
  },
  participants: [
    { id: AGENT, role: 'PAYER_AGENT', represented: 'did:act:bank.example/u-1' },
    { id: 'did:act:rail.example/tickets', role: 'MERCHANT' },
  ],
  event_body: {
    counterparty: 'did:act:rail.example/tickets',
    quote_digest: HASH,
    amount: '18.00',
    payer_amount: '15.00',
    currency: 'CNY',
    pay_before: '2026-01-12T01:15:00Z',
  },
};
const NOW = Date.UTC(2026, 0, 12, 1, 0, 20) / 1000;

async function signed(): Promise<{ record: AttestationRecord; publicJwk: PublicJwk }> {
  const { publicJwk, privateJwk } = await generateKeyPair('ES256');
  const signer = localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) });
  const record = await recordOf(event, { now: NOW, random: randomBytes });
  return { record: await signRecord(record, { id: AGENT, signer }), publicJwk };
}

/** In a module graph of its own: other files run in this process, and are about the portable functions. */
async function withNodeCrypto<T>(work: (own: typeof import('../index.ts')) => Promise<T>): Promise<T> {
  vi.resetModules();
  try {
    const { useNodeCrypto } = await import('../../node/crypto.ts');
    useNodeCrypto();
    return await work(await import('../index.ts'));
  } finally {
    vi.resetModules();
  }
}

const bytesOf = (value: unknown) => encoder.encode(JSON.stringify(value));

// TSD-ATT-OFF
describe('the payload hash', () => {
  test('TSD-ATT-OFF-37 TSD-ATT-OFF-38 TSD-ATT-SVF-24 is that of the canonical bytes followed by the bytes of the salt, computed here by other means', async () => {
    const record = await recordOf(event, { now: NOW, random: randomBytes });
    const { event_body, participants } = record;
    const expected = createHash('sha256')
      .update(canonicalize({ event_body, participants } as unknown as JsonValue))
      .update(decodeBase64url(record.salt))
      .digest('base64url');
    expect(record.payload_hash).toBe(expected);
    expect(await payloadHashOf(record)).toBe(expected);
  });

  test('TSD-ATT-OFF-36 does not depend on the order of members', async () => {
    const record = await recordOf(event, { now: NOW, random: randomBytes });
    const turned = Object.fromEntries(Object.entries(record.event_body).reverse());
    expect(await payloadHashOf({ ...record, event_body: turned })).toBe(record.payload_hash);
  });

  test('TSD-ATT-OFF-20 TSD-ATT-OFF-21 is another one for the same event with another salt, and every record has its own salt', async () => {
    const one = await recordOf(event, { now: NOW, random: randomBytes });
    const other = await recordOf(event, { now: NOW, random: randomBytes });
    expect(other.event_body).toEqual(one.event_body);
    expect(decodeBase64url(one.salt)).toHaveLength(32);
    expect(other.salt).not.toBe(one.salt);
    expect(other.payload_hash).not.toBe(one.payload_hash);
  });

  test('may be one of SM3 where the runtime has it, and is none where it has not', async () => {
    const recording = { now: NOW, random: randomBytes, hashAlgorithm: 'SM3' } as const;
    await expect(recordOf(event, recording)).rejects.toMatchObject({ code: 'hash_algorithm_unsupported' });
    if (nodeCrypto.sm3 === undefined) return;
    const record = await withNodeCrypto((own) => own.recordOf(event, recording));
    const { event_body, participants } = record;
    const text = canonicalize({ event_body, participants } as unknown as JsonValue);
    const expected = createHash('sm3').update(text).update(decodeBase64url(record.salt)).digest('base64url');
    expect(record).toMatchObject({ hash_algorithm: 'SM3', payload_hash: expected });
    await expect(recordOf(event, recording)).rejects.toMatchObject({ code: 'hash_algorithm_unsupported' });
  });
});

describe('a record', () => {
  test('TSD-ATT-OFF-04 says when the event happened and when it was made', async () => {
    const record = await recordOf(event, { now: NOW, random: randomBytes });
    expect(record).toMatchObject({ event_time: event.event_time, record_time: '2026-01-12T01:00:20Z' });
  });

  test('TSD-ATT-OFF-01 is not made before its event', async () => {
    await expect(recordOf(event, { now: NOW - 11, random: randomBytes })).rejects.toMatchObject({
      code: 'schema_mismatch',
    });
  });

  test('TSD-ATT-OFF-03 TSD-ATT-OFF-40 is read back as it was signed, and no other member is read', async () => {
    const { record } = await signed();
    expect(readRecord(bytesOf(record))).toEqual(record);
    expect(() => readRecord(bytesOf({ ...record, note: 'x' }))).toThrow('schema_mismatch');
  });

  test('is not given out when it lacks what its event has to say', async () => {
    const { privateJwk, publicJwk } = await generateKeyPair('Ed25519');
    const signer = localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) });
    const { order_no: _none, ...rest } = await recordOf(event, { now: NOW, random: randomBytes });
    await expect(signRecord(rest, { id: AGENT, signer })).rejects.toMatchObject({ code: 'schema_mismatch' });
  });
});

describe('the signature of a record', () => {
  test('holds over the whole record, and breaks with a change of any member', async () => {
    const { record, publicJwk } = await signed();
    const [signature] = record.signatures;
    if (signature === undefined) throw new Error('no signature');
    expect(await verifyRecordSignature(record, signature, publicJwk)).toBe(true);
    const members = Object.keys(record).filter((name) => name !== 'signatures');
    expect(members).toHaveLength(14);
    for (const name of members) {
      const { [name]: _gone, ...rest } = record as unknown as Record<string, unknown>;
      const changed = { ...rest, [name]: 'changed' } as unknown as AttestationRecord;
      expect(await verifyRecordSignature(changed, signature, publicJwk), name).toBe(false);
      const shorter = rest as unknown as AttestationRecord;
      expect(await verifyRecordSignature(shorter, signature, publicJwk), name).toBe(false);
    }
    expect(await verifyRecordSignature(record, signature, publicJwk)).toBe(true);
  });

  test('is not another key’s, nor one of another scope or algorithm', async () => {
    const { record, publicJwk } = await signed();
    const [signature] = record.signatures;
    if (signature === undefined) throw new Error('no signature');
    const other = (await generateKeyPair('ES256')).publicJwk;
    expect(await verifyRecordSignature(record, signature, other)).toBe(false);
    const scope = 'EVENT_BODY' as unknown as typeof signature.scope;
    expect(await verifyRecordSignature(record, { ...signature, scope }, publicJwk)).toBe(false);
    expect(await verifyRecordSignature(record, { ...signature, algorithm: 'Ed25519' }, publicJwk)).toBe(
      false,
    );
    expect(await verifyRecordSignature(record, signature, publicJwk)).toBe(true);
  });

  test('TSD-ATT-OFF-34 of another participant may stand beside the first, and leaves it good', async () => {
    const { record, publicJwk } = await signed();
    const pair = await generateKeyPair('Ed25519');
    const signer = localSigner(pair.privateJwk, { kid: await jwkThumbprint(pair.publicJwk) });
    const joint = await signRecord(record, { id: 'did:act:rail.example/tickets', signer });
    const [first, second] = joint.signatures;
    if (first === undefined || second === undefined) throw new Error('not signed twice');
    expect(await verifyRecordSignature(joint, first, publicJwk)).toBe(true);
    expect(await verifyRecordSignature(joint, second, pair.publicJwk)).toBe(true);
  });
});

// OA-REC-01
describe('the record_id', () => {
  const name = {
    event_type: 'act:payment:transaction-completed',
    recorder: 'did:act:bank.example/psp',
    subject: ['trd_1'],
  } as const;

  test('is the same for whoever knows the event', async () => {
    expect(await recordIdOf(name)).toBe(await recordIdOf({ ...name, subject: ['trd_1'] }));
  });

  test.each([
    { ...name, event_type: 'act:commerce:fulfillment-completed' },
    { ...name, recorder: 'did:act:bank.example/other' },
    { ...name, subject: ['trd_2'] },
    { ...name, subject: ['trd_1', '2'] },
  ] as const)('is another one for another event, recorder or subject', async (other) => {
    expect(await recordIdOf(other)).not.toBe(await recordIdOf(name));
  });
});
