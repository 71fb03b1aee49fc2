import { beforeAll, describe, expect, test } from 'vitest';
import type { AttestationRecord, DisputeBundle } from '../../src/protocol/generated/types.ts';
import { accountOf, sealDispute, verifyDispute } from '../../src/verifier/index.ts';
import { type Actors, createActors, DAY_SECONDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { generator } from './generator.ts';
import { createWitnesses, type DisputeWorld, disputeWorld, type Witnesses } from './world.ts';

const FIVE_YEARS_ON = WORLD_NOW + 5 * 366 * DAY_SECONDS;

let actors: Actors;
let witnesses: Witnesses;
let good: DisputeWorld;
beforeAll(async () => {
  actors = await createActors();
  witnesses = await createWitnesses(actors);
  good = await disputeWorld(actors, witnesses);
});

const judged = (bytes: Uint8Array, now = FIVE_YEARS_ON) =>
  verifyDispute(bytes, { trustListKey: actors.trustList.publicJwk, now });

/** The file with one change, sealed again: what a forger who knows the format would hand in. */
async function forged(change: (bundle: DisputeBundle) => void): Promise<Uint8Array> {
  const { content_digest: _, ...content } = structuredClone(good.bundle);
  change(content as DisputeBundle);
  return sealDispute(content);
}

// TSD-ATT-DSP-03, TSD-ATT-DSP-05, TSD-ATT-DSP-07, OA-DSP-02
describe('a file of evidence', () => {
  test('is as good five years later as it was then', async () => {
    for (const now of [WORLD_NOW + 3_600, FIVE_YEARS_ON]) {
      const judgement = await judged(good.bytes, now);
      expect(judgement.records.map(({ verdict }) => verdict)).toEqual(Array(5).fill('VERIFIED'));
      expect(judgement).toMatchObject({ verdict: 'good', missing: [], finding: { finding: 'DENIED' } });
      expect(judgement.purchase?.verdict).toBe('accepted');
    }
  });

  test('is not good before it was put together, nor under another key', async () => {
    expect(await judged(good.bytes, WORLD_NOW)).toMatchObject({ code: 'purchase_time_invalid' });
    const other = { trustListKey: actors.otherAgent.publicJwk, now: FIVE_YEARS_ON };
    const { verdict, code } = await verifyDispute(good.bytes, other);
    expect({ verdict, code }).toEqual({ verdict: 'not_good', code: 'trust_list_signature_invalid' });
    expect((await judged(good.bytes)).verdict).toBe('good');
  });

  test('says who signed what when, and what is missing', async () => {
    const lines = accountOf(await judged(good.bytes));
    const text = lines.join('\n');
    expect(text).toContain('did:act:bank.example/psp recorded that the payment was made: VERIFIED');
    expect(text).toContain('did:act:bank.example/iac issued the mandate');
    expect(text).toContain('did:act:rail.example/tickets offered the order at its price: 553.50 CNY');
    expect(text).not.toContain('missing');
    const without = await forged((bundle) => bundle.records.splice(4, 1));
    expect(accountOf(await judged(without))).toContain('missing: no record that the order was delivered');
  });
});

// TSD-ATT-DSP-09, TSD-ATT-OCA-26, OA-DSP-03, OA-DSP-04, OA-DSP-05
describe('one change, sealed again', () => {
  const record = (change: (one: AttestationRecord) => void) => (bundle: DisputeBundle) => {
    const found = bundle.records[3]?.record;
    if (found === undefined) throw new Error('no record of the payment');
    change(found);
  };
  const anchored = (member: string, value: unknown) => (bundle: DisputeBundle) => {
    Object.assign(bundle.records[3]?.anchored ?? {}, { [member]: value });
  };
  const verdicts: readonly [string, (bundle: DisputeBundle) => void, string][] = [
    [
      'the amount',
      record(({ event_body }) => Object.assign(event_body, { amount: '1.00' })),
      'PAYLOAD_HASH_MISMATCH',
    ],
    [
      'a participant',
      record(({ participants }) =>
        Object.assign(participants[0] ?? {}, { represented: 'did:act:bank.example/u-other' }),
      ),
      'PAYLOAD_HASH_MISMATCH',
    ],
    [
      'the salt',
      record((one) => Object.assign(one, { salt: `${'A'.repeat(42)}A` })),
      'PAYLOAD_HASH_MISMATCH',
    ],
    [
      'the payload hash',
      record((one) => Object.assign(one, { payload_hash: 'A'.repeat(43) })),
      'PAYLOAD_HASH_MISMATCH',
    ],
    ['the record id', record((one) => Object.assign(one, { record_id: 'rec_other' })), 'SIGNATURE_INVALID'],
    [
      'the event time',
      record((one) => Object.assign(one, { event_time: '2026-11-20T08:59:59Z' })),
      'SIGNATURE_INVALID',
    ],
    [
      'the record time',
      record((one) => Object.assign(one, { record_time: '2026-11-20T09:30:00Z' })),
      'SIGNATURE_INVALID',
    ],
    ['the intent', record((one) => Object.assign(one, { intent_id: 'int_other' })), 'SIGNATURE_INVALID'],
    ['the trade', record((one) => Object.assign(one, { trade_no: 'trade-2' })), 'SIGNATURE_INVALID'],
    [
      'the signature',
      record((one) => Object.assign(one.signatures[0] ?? {}, { value: `${'A'.repeat(85)}A` })),
      'SIGNATURE_INVALID',
    ],
    [
      'the signer',
      record((one) => Object.assign(one.signatures[0] ?? {}, { signer: 'did:act:bank.example/other' })),
      'SIGNATURE_INVALID',
    ],
    [
      'the certificate of its signer',
      record((one) => Object.assign(one.signatures[0] ?? {}, { x5c: ['AAAA'] })),
      'PUBLIC_KEY_UNAVAILABLE',
    ],
    [
      'its anchor, left out',
      (bundle) => {
        delete bundle.records[3]?.anchored;
      },
      'ANCHOR_NOT_FOUND',
    ],
    ['its place', anchored('index', 7), 'ANCHOR_NOT_FOUND'],
    ['its proof', anchored('inclusion', []), 'ANCHOR_NOT_FOUND'],
    ['its checkpoint', anchored('checkpoint', 'trust.example/log\n1\n'), 'ANCHOR_NOT_FOUND'],
    [
      'the anchor of another record',
      (bundle) => Object.assign(bundle.records[3] ?? {}, { anchored: bundle.records[4]?.anchored }),
      'ANCHOR_NOT_FOUND',
    ],
  ];

  test.each(verdicts)('%s', async (_title, change, verdict) => {
    const judgement = await judged(await forged(change));
    expect(judgement.records[3]?.verdict).toBe(verdict);
    expect(judgement).toMatchObject({
      verdict: 'not_good',
      code: 'dispute_record_unverified',
      finding: { finding: 'REVIEW' },
    });
    expect((await judged(good.bytes)).verdict).toBe('good');
  });

  const others: readonly [string, (bundle: DisputeBundle) => void, string][] = [
    ['another trade', (bundle) => Object.assign(bundle, { trade_no: 'trade-2' }), 'dispute_other_trade'],
    [
      'a record twice',
      (bundle) => bundle.records.push(bundle.records[3] as DisputeBundle['records'][number]),
      'dispute_other_trade',
    ],
    [
      'a record of another process',
      record((one) => Object.assign(one, { intent_id: 'int_other' })),
      'dispute_record_unverified',
    ],
    ['no record of the payment', (bundle) => bundle.records.splice(3, 1), 'dispute_evidence_missing'],
    [
      'another log',
      (bundle) => Object.assign(bundle, { log_id: 'did:act:trust.example/other' }),
      'issuer_not_trusted',
    ],
    [
      'collected after the list ran out',
      (bundle) => Object.assign(bundle, { collected_at: '2026-12-20T09:00:00Z' }),
      'trust_list_stale',
    ],
    [
      'collected before the list',
      (bundle) => Object.assign(bundle, { collected_at: '2026-11-19T09:00:00Z' }),
      'trust_list_not_yet_valid',
    ],
  ];

  test.each(others)('%s', async (_title, change, code) => {
    expect(await judged(await forged(change))).toMatchObject({ verdict: 'not_good', code });
    expect((await judged(good.bytes)).verdict).toBe('good');
  });

  test('what is the same bytes in another order is not the file that was sealed', async () => {
    const spaced = new TextEncoder().encode(JSON.stringify(good.bundle, null, 1));
    expect(await judged(spaced)).toMatchObject({ code: 'dispute_bundle_altered' });
  });

  test('an anchor that says something else than the record', async () => {
    const changes = [
      ['payload_hash', 'A'.repeat(43)],
      ['event_time', '2026-11-20T08:00:00Z'],
      ['intent_id', 'int_other'],
      ['hash_algorithm', 'SM3'],
    ] as const;
    for (const [field, value] of changes) {
      const other = await disputeWorld(actors, witnesses, {
        anchor: (claims) => ({ ...claims, [field]: value }),
      });
      const judgement = await judged(other.bytes);
      expect(judgement.records[3]).toMatchObject({ verdict: 'CHAIN_HASH_MISMATCH', about: field });
    }
  });
});

// OA-DSP-04
test('each of 1,000 flips of one bit is refused with a named verdict', { timeout: 1_200_000 }, async () => {
  const seed = Date.now() % 2 ** 31;
  const next = generator(seed);
  const codes = new Map<string, number>();
  for (let flips = 0; flips < 1_000; flips += 1) {
    const at = Math.floor(next() * good.bytes.length);
    const changed = Uint8Array.from(good.bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(next() * 8));
    const { verdict, code } = await judged(changed);
    expect({ seed, at, verdict }).toEqual({ seed, at, verdict: 'not_good' });
    expect(code).toMatch(/^[a-z0-9_]+$/);
    codes.set(String(code), (codes.get(String(code)) ?? 0) + 1);
  }
  expect(codes.size).toBeGreaterThan(5);
  expect((await judged(good.bytes)).verdict).toBe('good');
});

// OA-DSP-01
describe('compensated if stolen', () => {
  test.each([
    [
      'over the single limit',
      {
        intent: ({ ext }: { ext?: { commerce?: object } }) =>
          Object.assign(ext?.commerce ?? {}, { max_single_amount: 100 }),
      },
      'amount_over_single_limit',
    ],
    ['after the mandate was revoked', { statuses: { 5: 1 } }, 'mandate_revoked'],
  ])('a payment %s is compensated', async (_title, purchase, reason) => {
    const { bytes } = await disputeWorld(actors, witnesses, { purchase: purchase as never });
    const { finding, verdict } = await judged(bytes);
    expect(finding).toEqual({ finding: 'COMPENSATED', reason });
    expect(verdict).toBe('not_good');
  });

  test('OA-DSP-13 a list that was signed after the payment does not show that the mandate had ended before', async () => {
    const signedAt = async (iat: number) => {
      const purchase = { statuses: { 5: 1 }, statusList: (claims: object) => Object.assign(claims, { iat }) };
      return judged((await disputeWorld(actors, witnesses, { purchase: purchase as never })).bytes);
    };
    expect((await signedAt(WORLD_NOW + 1)).finding).toEqual({
      finding: 'REVIEW',
      reason: 'status_list_stale',
    });
    expect((await signedAt(WORLD_NOW)).finding.finding).toBe('COMPENSATED');
  });

  test('the same claim against a verified confirmation is denied, and what is not clear is looked at', async () => {
    expect((await judged(good.bytes)).finding).toEqual({
      finding: 'DENIED',
      reason: 'dispute_within_mandate',
    });
    const { bytes } = await disputeWorld(actors, witnesses, { purchase: { statuses: { 5: 1 } } });
    const { content_digest: _, ...content } = JSON.parse(new TextDecoder().decode(bytes)) as DisputeBundle;
    content.records.splice(3, 1);
    const unclear = await judged(await sealDispute(content));
    expect(unclear.finding).toEqual({ finding: 'REVIEW', reason: 'dispute_evidence_missing' });
  });
});
