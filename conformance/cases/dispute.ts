import { DAY, IDS, NOW } from '../forge/actors.ts';
import { base64url } from '../forge/bytes.ts';
import {
  accept,
  at,
  type Case,
  type Change,
  flags,
  forged,
  input,
  set,
  type VectorSuite,
} from '../forge/cases.ts';
import { LOG_ENTRY, STATUS_INDEX, statusBytes, utc, zlibStored } from '../forge/claims.ts';
import { evidenceOf } from '../forge/dispute.ts';
import { canonical, type Json, type JsonObject, setAt } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import { checkpointOf, rootOf, SIZE, someLeaves } from '../forge/log.ts';
import { buildWorld, type World } from '../forge/world.ts';
import { jwk } from './shared.ts';

const MISSING = [
  'act:delegation:intent-created',
  'act:delegation:delegation-issued',
  'act:commerce:fulfillment-completed',
];
const ALL = [
  ...MISSING.slice(0, 2),
  'act:commerce:cart-confirmed',
  'act:payment:transaction-completed',
  ...MISSING.slice(2),
];
const OUT_OF_RECORDS = { records: [], missing: ALL };
const WITHIN = { finding: 'DENIED', reason: 'dispute_within_mandate' };
const good = buildWorld();
const CART_ID = String((recordsIn(evidenceOf(good))[0] as JsonObject).record_id);
const PAYMENT_ID = String(good.objects.record.record_id);

function recordsIn({ records }: JsonObject): readonly Json[] {
  return (records as JsonObject[]).map(({ record = {} }) => record);
}

const verdicts = (cart: string, payment: string): JsonObject[] => [
  { record_id: CART_ID, recorder: IDS.agent, verdict: cart },
  { record_id: PAYMENT_ID, recorder: IDS.psp, verdict: payment },
];
const HELD = { records: verdicts('VERIFIED', 'VERIFIED'), missing: MISSING };

/** What the file comes to; it is judged in every case. */
const finds = (
  requirement: string,
  comment: string,
  values: JsonObject,
  ...changes: readonly Change[]
): Case => {
  const {
    evidence = 'good',
    code,
    finding,
    reason,
    records,
    missing,
  } = { ...HELD, ...WITHIN, ...values } as JsonObject;
  const first = code === undefined ? { evidence } : { evidence, code };
  return {
    ...accept(requirement, comment, ...changes),
    values: { ...first, finding, reason, records, missing } as JsonObject,
  };
};

/** A file that does not hold decides nothing for or against anybody. */
const review = (
  requirement: string,
  comment: string,
  reason: string,
  values: JsonObject,
  ...changes: readonly Change[]
): Case =>
  finds(
    requirement,
    comment,
    { evidence: 'not_good', code: reason, finding: 'REVIEW', reason, ...values },
    ...changes,
  );

const outside = (requirement: string, comment: string, reason: string, ...changes: readonly Change[]): Case =>
  finds(
    requirement,
    comment,
    { evidence: 'not_good', code: reason, finding: 'COMPENSATED', reason },
    ...changes,
  );

/** Put otherwise before the digest over the file is taken. */
const filed = (change: (content: JsonObject) => void): Change =>
  input('/evidence', (world: World) => evidenceOf(world, change));
const filedAt = (path: string, value: Json | undefined): Change =>
  filed((content) => setAt(content, path, structuredClone(value)));
const asText = (change: (text: string) => string): Change => ({
  input: [
    { path: '/text', value: (world) => change(canonical(evidenceOf(world))) },
    { path: '/evidence', value: undefined },
  ],
});

const revoked = set(
  'status_list',
  '/status_list/lst',
  base64url(zlibStored(statusBytes({ [STATUS_INDEX]: 1 }))),
);

const holds: readonly Case[] = [
  finds('OA-DSP-01', 'within a mandate that the user has confirmed', { evidence: 'good' }),
  finds('OA-DSP-02', 'judged five years later', { evidence: 'good' }, at(NOW + 5 * 365 * DAY)),
  finds(
    'TSD-ATT-DSP-03',
    'collected an hour after the payment',
    { evidence: 'good' },
    filedAt('/collected_at', utc(NOW + 3_600)),
    at(NOW + 7_200),
  ),
  finds(
    'TSD-ATT-DSP-05',
    'the record of the payment alone',
    {
      evidence: 'good',
      records: verdicts('', 'VERIFIED').slice(1),
      missing: ALL.filter((event) => event !== 'act:payment:transaction-completed'),
    },
    filedAt('/records/0', undefined),
  ),
];

const outsideCases: readonly Case[] = [
  outside('OA-DSP-01', 'a payment under a mandate that was revoked', 'mandate_revoked', revoked),
  outside(
    'OA-DSP-01',
    'a fen over the single limit',
    'amount_over_single_limit',
    set('intent', '/ext/commerce/max_single_amount', 553.49),
  ),
  outside(
    'OA-DSP-01',
    'a seller that is not on the list',
    'merchant_not_allowed',
    set('intent', '/ext/commerce/allowed_merchants', ['did:act:shop.example/x']),
  ),
  outside(
    'OA-DSP-01',
    'a request that the agent did not sign',
    'agent_signature_invalid',
    forged('payment_request', { key: keyOf('stranger') }),
  ),
  review(
    'OA-DSP-13',
    'a mandate that was revoked by a list of the second after the payment',
    'status_list_stale',
    { code: 'mandate_revoked' },
    revoked,
    set('status_list', '/iat', NOW + 1),
    flags('Edge'),
  ),
  outside(
    'OA-DSP-13',
    'a mandate that was revoked by a list of the second of the payment',
    'mandate_revoked',
    revoked,
    set('status_list', '/iat', NOW),
    flags('Edge'),
  ),
  review(
    'OA-DSP-01',
    'a confirmation of another device: not clear',
    'confirmation_device_mismatch',
    {},
    forged('confirmation', { key: keyOf('stranger') }),
  ),
];

const unproven: readonly Case[] = [
  review(
    'OA-DSP-05',
    'no record of the payment',
    'dispute_evidence_missing',
    {
      records: verdicts('VERIFIED', '').slice(0, 1),
      missing: ALL.filter((event) => event !== 'act:commerce:cart-confirmed'),
    },
    filedAt('/records/1', undefined),
  ),
  review(
    'OA-DSP-05',
    'no record at all',
    'dispute_evidence_missing',
    OUT_OF_RECORDS,
    filedAt('/records', []),
  ),
  review(
    'TSD-ATT-DSP-09',
    'a record of the payment that nobody has anchored',
    'dispute_record_unverified',
    { records: verdicts('VERIFIED', 'ANCHOR_NOT_FOUND') },
    filedAt('/records/1/anchored', undefined),
  ),
  review(
    'TSD-ATT-DSP-09',
    'a record of the payment that nobody has signed',
    'schema_mismatch',
    OUT_OF_RECORDS,
    filedAt('/records/1/record/signatures', []),
  ),
  review(
    'TSD-ATT-DSP-05',
    'a record of the payment whose amount was changed',
    'dispute_record_unverified',
    { records: verdicts('VERIFIED', 'PAYLOAD_HASH_MISMATCH') },
    filedAt('/records/1/record/event_body/amount', '553.51'),
  ),
  review(
    'TSD-ATT-DSP-07',
    'a record of the cart that was changed, beside one of the payment that holds',
    'dispute_record_unverified',
    { records: verdicts('PAYLOAD_HASH_MISMATCH', 'VERIFIED') },
    filedAt('/records/0/record/event_body/amount', '553.51'),
  ),
  review(
    'TSD-ATT-DSP-07',
    'a record of the cart with another signature',
    'dispute_record_unverified',
    { records: verdicts('SIGNATURE_INVALID', 'VERIFIED') },
    filedAt('/records/0/record/intent_id', 'intent-2'),
  ),
  review(
    'TSD-ATT-DSP-03',
    'an anchor that the checkpoint does not have',
    'dispute_record_unverified',
    { records: verdicts('VERIFIED', 'ANCHOR_NOT_FOUND') },
    filedAt('/records/1/anchored/checkpoint', checkpointOf(SIZE, rootOf(someLeaves(SIZE)))),
  ),
  review(
    'TSD-ATT-DSP-03',
    'a log that nobody lists',
    'issuer_not_trusted',
    OUT_OF_RECORDS,
    set('disputes_trust_list', `/entries/${LOG_ENTRY}/role`, 'PSP'),
  ),
  review(
    'TSD-ATT-DSP-03',
    'a trust list that nobody pins',
    'trust_list_signature_invalid',
    OUT_OF_RECORDS,
    forged('disputes_trust_list', { key: keyOf('stranger') }),
  ),
  review(
    'TSD-ATT-DSP-03',
    'a recorder whom the list of that time does not have',
    'dispute_record_unverified',
    { records: verdicts('VERIFIED', 'PUBLIC_KEY_UNAVAILABLE') },
    set('disputes_trust_list', '/entries/1/entity', IDS.otherPsp),
  ),
];

const strays: readonly Case[] = [
  review('OA-DSP-03', 'of another trade', 'dispute_other_trade', {}, filedAt('/trade_no', 'trade-2')),
  review(
    'OA-DSP-03',
    'one record twice',
    'dispute_other_trade',
    {
      records: [...verdicts('VERIFIED', 'VERIFIED'), verdicts('', 'VERIFIED')[1] ?? {}],
    },
    filed((content) => {
      const records = content.records as JsonObject[];
      records.push(structuredClone(records[1] ?? {}));
    }),
  ),
  review(
    'OA-DSP-03',
    'the record of another order',
    'dispute_other_trade',
    {},
    set('record', '/order_no', 'order-0002'),
  ),
  review(
    'OA-DSP-04',
    'a record taken out after it was put together',
    'dispute_bundle_altered',
    {
      records: verdicts('', 'VERIFIED').slice(1),
      missing: ALL.filter((event) => event !== 'act:payment:transaction-completed'),
    },
    input('/evidence/records/0', undefined),
  ),
  review(
    'OA-DSP-04',
    'a line feed after it',
    'dispute_bundle_altered',
    {},
    asText((text) => `${text}\n`),
  ),
  review(
    'OA-DSP-02',
    'collected a second from now',
    'purchase_time_invalid',
    OUT_OF_RECORDS,
    filedAt('/collected_at', utc(NOW + 1)),
    flags('Edge'),
  ),
];

export const disputeSuite: VectorSuite = {
  name: 'dispute',
  schema: 'dispute-bundle.json',
  groups: [
    {
      operation: 'verify_dispute',
      description:
        'A file of evidence about one trade: its RFC 8785 form where it is given as `evidence`, the bytes of `text` otherwise. Accepted: it was judged. `evidence` says whether it holds, `code` what first does not, `finding` and `reason` what follows for a payment that the user says was not theirs, `records` what each record came to and who stands for it, `missing` which events nobody shows a record of.',
      obligations: [],
      input: (world) => ({ evidence: evidenceOf(world) }),
      context: ({ actors }) => ({ trust_list_key: jwk(actors.trust.key) }),
      cases: [...holds, ...outsideCases, ...unproven, ...strays],
    },
  ],
};
