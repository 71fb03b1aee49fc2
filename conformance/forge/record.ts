import { IDS, NOW } from './actors.ts';
import type { Builder } from './builder.ts';
import { base64url, concat, digestOfText, sha256, utf8 } from './bytes.ts';
import { utc } from './claims.ts';
import { digestOf } from './drafts.ts';
import { canonical, type JsonObject } from './json.ts';
import { seeded } from './seed.ts';
import { sm3 } from './sm3.ts';

/** The record of the purchase's payment, which the service has made and the agent has signed beside, and its anchor. */

export const EVENT_AT = NOW - 30;
export const RECORD_AT = NOW - 25;
export const ANCHOR_AT = NOW - 20;
const TYPE = 'act:payment:transaction-completed';

/** What of a record an anchor says again. */
const ANCHORED = [
  'record_id',
  'version',
  'event_type',
  'event_time',
  'intent_id',
  'delegation_id',
  'order_no',
  'trade_no',
  'payload_hash',
  'hash_algorithm',
] as const;

interface Paid {
  readonly quote: string;
  readonly mandate: string;
  readonly request: string;
}

function recordOf({ quote, mandate, request }: Paid): JsonObject {
  return {
    record_id: `rec_${digestOf({ event_type: TYPE, recorder: IDS.psp, subject: ['trade-1'] })}`,
    event_type: TYPE,
    event_time: utc(EVENT_AT),
    record_time: utc(RECORD_AT),
    version: '1',
    ...{ intent_id: 'intent-1', delegation_id: 'dlg-1', order_no: 'order-0001', trade_no: 'trade-1' },
    upstream_record_ref: `rec_${digestOfText('a cart that was confirmed')}`,
    salt: base64url(seeded('salt record', 32)),
    hash_algorithm: 'SHA-256',
    participants: [
      { id: IDS.psp, role: 'PSP' },
      { id: IDS.agent, role: 'PAYER_AGENT', represented: IDS.delegator },
      { id: IDS.merchant, role: 'MERCHANT' },
    ],
    event_body: {
      ...{ merchant: IDS.merchant, agent_id: IDS.agent },
      quote_digest: digestOfText(quote),
      request_digest: digestOfText(request),
      mandate_digest: digestOfText(mandate),
      ...{ amount: '553.50', payer_amount: '550.00', currency: 'CNY' },
      state: 'WAIT_SELLER_FULFILLMENT',
    },
  };
}

/** What the payload hash is taken over: the RFC 8785 form of the two members, and the bytes of the salt after it. */
export function payloadHashOf(record: JsonObject): string {
  const { event_body = null, participants = null, salt = '', hash_algorithm } = record;
  const saltBytes = new Uint8Array(Buffer.from(String(salt), 'base64url'));
  const hashed = concat(utf8(canonical({ event_body, participants })), saltBytes);
  return base64url(hash_algorithm === 'SM3' ? sm3(hashed) : sha256(hashed));
}

export function anchorOf(record: JsonObject, submitter: string = IDS.psp): JsonObject {
  const said = ANCHORED.flatMap((name) => {
    const value = record[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    iss: submitter,
    iat: ANCHOR_AT,
    ...Object.fromEntries(said),
    privacy_channel: digestOf({
      channel: { quote_digest: (record.event_body as JsonObject).quote_digest ?? '' },
    }),
  };
}

/** `record` is spoilt before its hash is taken, `record_signed` after it and before the signatures. */
export function makeRecord(builder: Builder, attestation: string, paid: Paid): JsonObject {
  const { pspRecords, agent } = builder.actors;
  const drafted = builder.draft('record', recordOf(paid));
  const unsigned = builder.draft('record_signed', { ...drafted, payload_hash: payloadHashOf(drafted) });
  const text = utf8(canonical(unsigned));
  const signature = (signer: string, { key, header }: typeof agent): JsonObject => ({
    ...{ signer, algorithm: key.alg, value: base64url(key.sign(text)), scope: 'RECORD_EXCEPT_SIGNATURES' },
    ...header,
  });
  const record = {
    ...unsigned,
    signatures: [signature(IDS.psp, pspRecords), { ...signature(IDS.agent, agent), attestation }],
  };
  builder.make('anchor', anchorOf(unsigned), pspRecords);
  return record;
}
