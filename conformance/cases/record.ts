import { CAS, certified, DAY, IDS, NOW } from '../forge/actors.ts';
import { base64url, utf8 } from '../forge/bytes.ts';
import {
  accept,
  at,
  type Case,
  type Change,
  context,
  flags,
  forged,
  input,
  type Override,
  refuse,
  remove,
  set,
  type VectorSuite,
} from '../forge/cases.ts';
import { EKU } from '../forge/certificate.ts';
import { ENTRY, OTHER_DIGEST, utc } from '../forge/claims.ts';
import { canonical, type Json, type JsonObject } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import { anchoredOf, checkpointOf, INDEX, rootOf, SIZE, someLeaves } from '../forge/log.ts';
import { EVENT_AT, RECORD_AT } from '../forge/record.ts';
import { buildWorld } from '../forge/world.ts';
import { LOG_KEY } from './log-proof.ts';
import { pastCases } from './record-past.ts';
import { shapeComment, trust } from './shared.ts';

const good = buildWorld();
const record = good.objects.record;
const signatures = record.signatures as JsonObject[];
const participants = record.participants as JsonObject[];
const RECORD_ID = String(record.record_id);

/** Before hash and signatures are made, so that all of it holds together. */
const made = (path: string, value: Json): Change => set('record', path, value);
/** After everything: what somebody who holds the record can change. */
const held = (path: string, value: Override['value']): Change => input(`/record${path}`, value);

/** The operation comes to a conclusion: which of the seven it is, and about whom or what. */
const concludes = (
  requirement: string,
  verdict: string,
  comment: string,
  about: JsonObject,
  ...changes: readonly Change[]
): Case => ({ ...accept(requirement, comment, ...changes), values: { verdict, ...about } });

const verified = (requirement: string, comment: string, ...changes: readonly Change[]): Case =>
  concludes(requirement, 'VERIFIED', comment, { index: INDEX }, ...changes);
const hashDiffers = (requirement: string, comment: string, ...changes: readonly Change[]): Case =>
  concludes(requirement, 'PAYLOAD_HASH_MISMATCH', comment, {}, ...changes);
const badSignature = (
  requirement: string,
  comment: string,
  signer: string,
  ...changes: readonly Change[]
): Case => concludes(requirement, 'SIGNATURE_INVALID', comment, { signer }, ...changes);
const noKey = (requirement: string, comment: string, signer: string, ...changes: readonly Change[]): Case =>
  concludes(requirement, 'PUBLIC_KEY_UNAVAILABLE', comment, { signer }, ...changes);
const noAnchor = (requirement: string, comment: string, code: string, ...changes: readonly Change[]): Case =>
  concludes(requirement, 'ANCHOR_NOT_FOUND', comment, { code }, ...changes);
const anchorDiffers = (
  requirement: string,
  comment: string,
  member: string,
  ...changes: readonly Change[]
): Case => concludes(requirement, 'CHAIN_HASH_MISMATCH', comment, { member, index: INDEX }, ...changes);
const notJudged = (requirement: string, comment: string, ...changes: readonly Change[]): Case =>
  refuse('OA-SCH-01', 'schema_mismatch', shapeComment(comment, requirement), ...changes, flags('Schema'));

const turned = (text: Json | undefined): string => {
  const bytes = new Uint8Array(Buffer.from(String(text), 'base64url'));
  return base64url(bytes.map((byte, at) => (at === 0 ? byte ^ 0x80 : byte)));
};

/** The recorder's signature under another certificate of its own, which was replaced and has ended. */
function signedUnder(notAfter: number): JsonObject {
  const draft = { label: `psp records until ${notAfter}`, uri: IDS.psp, eku: [EKU.record] };
  const { key, header } = certified(CAS.bank, { ...draft, notAfter });
  const { signatures: _none, ...covered } = record;
  return {
    ...{ ...signatures[0], value: base64url(key.sign(utf8(canonical(covered)))) },
    ...header,
  };
}

const wholeCases: readonly Case[] = [
  verified('TSD-ATT-SVF-22', 'a record that nobody changed'),
  { ...verified('TSD-ATT-OFF-32', 'everything signed with Ed25519', flags('Ed25519')), alg: 'Ed25519' },
  verified('TSD-ATT-OFF-34', 'the recorder alone has signed', held('/signatures', signatures.slice(0, 1))),
  verified(
    'TSD-ATT-SVF-08',
    'the signatures the other way round',
    held('/signatures', signatures.toReversed()),
  ),
  verified('TSD-ATT-OFF-21', 'the same under another salt', made('/salt', OTHER_DIGEST)),
  verified('TSD-ATT-OFF-21', 'the same under a salt that is not zero', made('/salt', 'E'.repeat(43))),
  verified(
    'TSD-ATT-SVF-22',
    'a payment at act:L1, with a confirmation in place of a mandate',
    remove('record', '/delegation_id'),
    remove('record', '/event_body/mandate_digest'),
    made('/event_body/confirmation_digest', OTHER_DIGEST),
  ),
  verified(
    'TSD-ATT-SVF-02',
    'signed by a former key, and found in the log',
    held('/signatures/0', signedUnder(EVENT_AT + DAY)),
  ),
  verified(
    'TSD-ATT-SVF-14',
    'a signature over members that ACT leaves open',
    made('/upstream_record_ref', 'rec_another_cart'),
  ),
  verified(
    'TSD-ATT-SVF-24',
    'another amount, hashed and anchored by the same functions',
    made('/event_body/amount', '553.51'),
  ),
  verified(
    'TSD-ATT-OFF-36',
    'members that do not stand in the order of RFC 8785',
    made('/event_body/amount', '553.52'),
  ),
  verified(
    'TSD-ATT-OFF-37',
    'another participant from the start',
    made('/participants/2/id', IDS.otherMerchant),
  ),
  verified('TSD-ATT-OFF-38', 'judged an hour later', at(NOW + 3_600)),
  verified('TSD-ATT-OFF-16', 'nothing that it follows from', remove('record', '/upstream_record_ref')),
  verified(
    'TSD-ATT-OFF-09',
    'made in the second of the event',
    made('/record_time', utc(EVENT_AT)),
    flags('Edge'),
  ),
  verified(
    'TSD-ATT-SVF-27',
    'a certificate that has ended since',
    held('/signatures/0', signedUnder(EVENT_AT)),
    flags('Edge'),
  ),
];

const keyCases: readonly Case[] = [
  noKey(
    'TSD-ATT-SVF-11',
    'a recorder that nobody lists',
    IDS.psp,
    set('trust_list', `/entries/${ENTRY.psp}/entity`, IDS.otherPsp),
  ),
  noKey(
    'TSD-ATT-OFF-26',
    'a recorder that is listed in another role',
    IDS.psp,
    made('/participants/0/role', 'MERCHANT'),
  ),
  noKey(
    'OA-TRL-04',
    'an institution for which a provider of agents speaks',
    IDS.agent,
    made('/participants/1/role', 'MERCHANT'),
  ),
  noKey(
    'TSD-ATT-SVF-10',
    'a service that was suspended when the event happened',
    IDS.psp,
    set('trust_list', `/entries/${ENTRY.psp}/history/1`, { status: 'SUSPENDED', from: utc(EVENT_AT - 10) }),
    set('trust_list', `/entries/${ENTRY.psp}/history/2`, { status: 'ACTIVE', from: utc(EVENT_AT + 1) }),
  ),
  noKey(
    'TSD-ATT-SVF-27',
    'a certificate that had ended the second before the event',
    IDS.psp,
    held('/signatures/0', signedUnder(EVENT_AT - 1)),
    flags('Edge'),
  ),
  noKey(
    'TSD-ATT-SVF-10',
    'an event before the certificate began',
    IDS.psp,
    made('/event_time', utc(NOW - 31 * DAY)),
  ),
  noKey(
    'TSD-ATT-SVF-09',
    'a certificate for receipts',
    IDS.psp,
    held('/signatures/0/x5c', ({ actors }) => actors.psp.header.x5c ?? []),
  ),
  noKey(
    'TSD-ATT-SVF-09',
    'a certificate of another anchor',
    IDS.psp,
    held('/signatures/0/x5c', ({ actors }) => actors.merchant.header.x5c ?? []),
  ),
  noKey(
    'TSD-ATT-SVF-08',
    'an agent without a statement',
    IDS.agent,
    held('/signatures/1/attestation', undefined),
  ),
  noKey(
    'TSD-ATT-SVF-11',
    'a statement about another agent',
    IDS.agent,
    set('attestation', '/sub', IDS.otherAgent),
  ),
  noKey(
    'TSD-ATT-SVF-11',
    'a statement that ended before the event',
    IDS.agent,
    set('attestation', '/exp', EVENT_AT - 1),
  ),
];

const hashCases: readonly Case[] = [
  hashDiffers('TSD-ATT-SVF-12', 'a fen more', held('/event_body/amount', '553.51')),
  hashDiffers('TSD-ATT-OFF-36', 'an amount in another form', held('/event_body/amount', '553.5')),
  hashDiffers('TSD-ATT-OFF-37', 'another payer', held('/participants/1/represented', IDS.otherDelegator)),
  hashDiffers('TSD-ATT-OFF-37', 'another participant', held('/participants/2/id', IDS.otherMerchant)),
  hashDiffers('TSD-ATT-SVF-12', 'a participant fewer', held('/participants', participants.slice(0, 2))),
  hashDiffers(
    'TSD-ATT-SVF-04',
    'participants in another order',
    held('/participants', [participants[0] ?? {}, ...participants.slice(1).toReversed()]),
  ),
  hashDiffers('TSD-ATT-OFF-21', 'the first bit of the salt turned', held('/salt', turned(record.salt))),
  hashDiffers(
    'TSD-ATT-OFF-18',
    'the first bit of the hash turned',
    held('/payload_hash', turned(record.payload_hash)),
  ),
  hashDiffers(
    'TSD-ATT-SVF-12',
    'a hash that its recorder has signed and that is another one',
    set('record_signed', '/payload_hash', OTHER_DIGEST),
  ),
  hashDiffers(
    'TSD-ATT-SVF-03',
    'a changed amount and a changed signature: the hash comes first',
    held('/event_body/amount', '553.51'),
    held('/signatures/0/value', turned(signatures[0]?.value)),
  ),
];

const signatureCases: readonly Case[] = [
  badSignature(
    'TSD-ATT-SVF-15',
    'the first bit of the recorder’s signature turned',
    IDS.psp,
    held('/signatures/0/value', turned(signatures[0]?.value)),
  ),
  badSignature(
    'TSD-ATT-SVF-13',
    'the first bit of the other signature turned',
    IDS.agent,
    held('/signatures/1/value', turned(signatures[1]?.value)),
  ),
  badSignature(
    'TSD-ATT-SVF-16',
    'the recorder has not signed',
    IDS.psp,
    held('/signatures', signatures.slice(1)),
  ),
  badSignature(
    'TSD-ATT-OFF-31',
    'a signer who took no part',
    IDS.otherMerchant,
    held('/signatures/1/signer', IDS.otherMerchant),
  ),
  badSignature(
    'TSD-ATT-OFF-32',
    'another algorithm than that of the key',
    IDS.psp,
    held('/signatures/0/algorithm', 'Ed25519'),
  ),
  ...(
    [
      ['/intent_id', 'intent-2', 'TSD-ATT-SVF-14'],
      ['/delegation_id', 'dlg-2', 'TSD-ATT-SVF-14'],
      ['/order_no', 'order-0002', 'TSD-ATT-SVF-14'],
      ['/trade_no', 'trade-2', 'TSD-ATT-SVF-14'],
      ['/upstream_record_ref', 'rec_other', 'TSD-ATT-SVF-14'],
      ['/event_time', utc(EVENT_AT - 1), 'TSD-ATT-SVF-14'],
      ['/record_time', utc(RECORD_AT + 1), 'TSD-ATT-SVF-14'],
    ] as const
  ).map(([path, value, requirement]) =>
    badSignature(requirement, `another ${path.slice(1).replaceAll('_', ' ')}`, IDS.psp, held(path, value)),
  ),
  badSignature(
    'TSD-ATT-SVF-03',
    'a signature that does not hold and a log that has nothing: the record comes first',
    IDS.psp,
    held('/signatures/0/value', turned(signatures[0]?.value)),
    input('/anchored', 'none'),
  ),
];

const plain = (path: string, value: Json) => set('anchor', path, value);

const anchorCases: readonly Case[] = [
  noAnchor(
    'TSD-ATT-SVF-20',
    'a log that has no anchor of it',
    'anchor_not_found',
    input('/anchored', 'none'),
  ),
  concludes(
    'TSD-ATT-SVF-19',
    'ANCHOR_QUERY_TIMEOUT',
    'a log that does not answer',
    {},
    input('/anchored', 'silent'),
  ),
  concludes(
    'TSD-ATT-SVF-05',
    'ANCHOR_QUERY_TIMEOUT',
    'a log that does not answer, of a payment at act:L1',
    {},
    remove('record', '/delegation_id'),
    remove('record', '/event_body/mandate_digest'),
    made('/event_body/confirmation_digest', OTHER_DIGEST),
    input('/anchored', 'silent'),
  ),
  noAnchor(
    'TSD-ATT-SVF-25',
    'an anchor signed by another key',
    'jws_signature_invalid',
    forged('anchor', { key: keyOf('issuer') }),
  ),
  noAnchor(
    'TSD-ATT-SVF-17',
    'an anchor that the checkpoint does not have',
    'log_inclusion_invalid',
    input('/anchored/checkpoint', checkpointOf(SIZE, rootOf(someLeaves(SIZE)))),
  ),
  noAnchor(
    'OA-LOG-08',
    'an anchor at another place',
    'log_inclusion_invalid',
    input('/anchored/index', INDEX + 1),
  ),
  noAnchor(
    'OA-LOG-07',
    'a checkpoint of another key',
    'log_checkpoint_invalid',
    context('/log_keys/0/jwk', { ...keyOf('otherLog', 'Ed25519').publicJwk } as JsonObject),
  ),
  anchorDiffers(
    'TSD-ATT-SVF-18',
    'an anchor of another hash',
    'payload_hash',
    plain('/payload_hash', OTHER_DIGEST),
  ),
  ...(
    [
      ['record_id', 'rec_other', 'TSD-ATT-OCA-04'],
      ['event_time', utc(EVENT_AT - 1), 'OA-REC-06'],
      ['intent_id', 'intent-2', 'TSD-ATT-OCA-26'],
      ['delegation_id', 'dlg-2', 'TSD-ATT-OCA-26'],
      ['order_no', 'order-0002', 'TSD-ATT-OCA-26'],
      ['trade_no', 'trade-2', 'TSD-ATT-OCA-26'],
    ] as const
  ).map(([member, value, requirement]) =>
    anchorDiffers(
      requirement,
      `an anchor with another ${member.replaceAll('_', ' ')}`,
      member,
      plain(`/${member}`, value),
    ),
  ),
  anchorDiffers(
    'TSD-ATT-OFF-06',
    'an anchor of another kind of event',
    'event_type',
    plain('/event_type', 'act:commerce:fulfillment-completed'),
  ),
  anchorDiffers(
    'OA-REC-06',
    'an anchor without the mandate',
    'delegation_id',
    remove('anchor', '/delegation_id'),
  ),
  anchorDiffers(
    'TSD-ATT-OCA-06',
    'the record of another payment, whole and signed, under an anchor of this one',
    'payload_hash',
    made('/event_body/amount', '553.51'),
    input('/anchored', anchoredOf(good.tokens.anchor)),
  ),
];

const SM3: Change = { ...made('/hash_algorithm', 'SM3'), ...flags('Sm3') };

const otherHashCases: readonly Case[] = [
  verified('TSD-ATT-OFF-19', 'hashed with SM3', SM3),
  hashDiffers('TSD-ATT-OFF-37', 'a fen more, hashed with SM3', SM3, held('/event_body/amount', '553.51')),
  hashDiffers(
    'TSD-ATT-SVF-12',
    'a hash of SHA-256 under the name of SM3',
    SM3,
    set('record_signed', '/payload_hash', record.payload_hash ?? ''),
  ),
  anchorDiffers(
    'TSD-ATT-OCA-26',
    'a record hashed with SM3 under an anchor that says SHA-256',
    'hash_algorithm',
    SM3,
    plain('/hash_algorithm', 'SHA-256'),
  ),
];

const shapes: readonly Case[] = [
  notJudged(
    'TSD-ATT-OFF-04',
    'made the second before its event',
    made('/record_time', utc(EVENT_AT - 1)),
    flags('Edge'),
  ),
  refuse(
    'TSD-ATT-SVF-06',
    'record_not_found',
    'another record than was asked for',
    context('/record_id', 'rec_other'),
  ),
  refuse('TSD-ATT-SVF-06', 'record_not_found', 'TSD-ATT-SVF-01: no record', input('/record', undefined)),
  ...(
    [
      ['record_id', 'TSD-ATT-OFF-07'],
      ['event_type', 'TSD-ATT-OFF-08'],
      ['event_time', 'TSD-ATT-OFF-09'],
      ['record_time', 'TSD-ATT-OFF-09'],
      ['version', 'TSD-ATT-OFF-10'],
      ['intent_id', 'TSD-ATT-OFF-12'],
      ['order_no', 'TSD-ATT-OFF-14'],
      ['trade_no', 'TSD-ATT-OFF-15'],
      ['salt', 'TSD-ATT-OFF-17'],
      ['payload_hash', 'TSD-ATT-OFF-18'],
      ['hash_algorithm', 'TSD-ATT-OFF-19'],
      ['participants', 'TSD-ATT-OFF-24'],
      ['event_body', 'TSD-ATT-OFF-27'],
      ['signatures', 'TSD-ATT-SVF-07'],
      ['participants/0/id', 'TSD-ATT-OFF-22'],
      ['participants/0/role', 'TSD-ATT-OFF-23'],
      ['signatures/0/signer', 'TSD-ATT-OFF-31'],
      ['signatures/0/algorithm', 'TSD-ATT-OFF-32'],
      ['signatures/0/value', 'TSD-ATT-OFF-33'],
      ['signatures/0/scope', 'TSD-ATT-OFF-33'],
      ['signatures/0/x5c', 'TSD-ATT-SVF-07'],
    ] as const
  ).map(([path, requirement]) =>
    notJudged(requirement, `no ${path.replaceAll(/[_/]/g, ' ')}`, held(`/${path}`, undefined)),
  ),
  ...(
    [
      ['/version', '2', 'TSD-ATT-OFF-40', 'a version of the structure that does not exist'],
      ['/event_type', 'act:payment:refunded', 'TSD-ATT-OFF-08', 'an event that nobody has registered'],
      ['/event_time', '2026-11-20T16:59:30+08:00', 'TSD-ATT-OFF-11', 'a time of another zone'],
      ['/salt', 'A'.repeat(21), 'TSD-ATT-OFF-17', 'a salt of less than 128 bits'],
      ['/hash_algorithm', 'MD5', 'TSD-ATT-OFF-19', 'an algorithm of hashes that is not allowed'],
      ['/participants', [], 'TSD-ATT-OFF-24', 'no participant'],
      ['/participants/1/role', 'BUYER', 'TSD-ATT-OFF-23', 'a role that does not exist'],
      ['/event_body/account_number', '6222020200112233445', 'TSD-ATT-OFF-29', 'an account number'],
      ['/event_body/state', 'PAID', 'TSD-ATT-OFF-27', 'a state that its event does not have'],
      ['/signatures', [], 'TSD-ATT-SVF-07', 'no signature'],
      ['/signatures/0/scope', 'EVENT_BODY', 'TSD-ATT-SVF-14', 'a signature of less than all'],
      ['/note', 'x', 'TSD-ATT-OFF-03', 'a member that the structure does not have'],
    ] as const
  ).map(([path, value, requirement, comment]) =>
    notJudged(requirement, comment, held(path, value as unknown as Json)),
  ),
];

export const recordSuite: VectorSuite = {
  name: 'record',
  schema: 'record.json',
  groups: [
    {
      operation: 'verify_record',
      description:
        'A record of an event with what the log answers of it (`anchored`: an anchor with its proof, `none`, or `silent`). Accepted: the verification came to one of the seven conclusions of ACT, `verdict`, with whose or what it is about; only VERIFIED speaks for the record. Refused: nothing can be said of it.',
      obligations: [],
      input: ({ objects, tokens }) => ({ record: objects.record, anchored: anchoredOf(tokens.anchor) }),
      context: (world) => ({ ...trust(world), log_keys: [LOG_KEY], record_id: RECORD_ID }),
      cases: [
        ...[...wholeCases, ...keyCases, ...pastCases, ...hashCases],
        ...[...signatureCases, ...anchorCases, ...otherHashCases, ...shapes],
      ],
    },
  ],
};
