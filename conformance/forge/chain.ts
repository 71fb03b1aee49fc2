import { type Actors, CAS, certified, IDS, NOW } from './actors.ts';
import { base64url, concat, digestOfText, sha256, utf8 } from './bytes.ts';
import { EKU } from './certificate.ts';
import { utc } from './claims.ts';
import { digestOf } from './drafts.ts';
import { canonical, type JsonObject } from './json.ts';
import { makeJws, type Signer } from './jws.ts';
import { checkpointOf, inclusionOf, leafOfAnchor, rootOf, SIZE, someLeaves } from './log.ts';
import { seeded } from './seed.ts';

/** The five records of one purchase, from the wish to the delivery, each anchored in one log. */

const LINKS = ['intent', 'issued', 'cart', 'paid', 'delivered'] as const;
export type Link = (typeof LINKS)[number];

/** Members of one record that are other than they should be, before it is hashed, signed and anchored. */
export type ChainChanges = { readonly [link in Link]?: JsonObject };

const FIRST_INDEX = 4;
const QUOTE = digestOfText('the offer of the chain');
const WINDOW = {
  delegation_mode: 'SPECIFIED',
  validity_start_time: utc(NOW - 3_600),
  validity_end_time: utc(NOW + 3_600),
  max_total_amount: '600.00',
  currency: 'CNY',
} as const;
const PRICE = { amount: '553.50', payer_amount: '553.50', currency: 'CNY' } as const;

interface Event {
  readonly type: string;
  readonly role: string;
  readonly recorder: string;
  readonly subject: readonly string[];
  readonly at: number;
  readonly ids: JsonObject;
  readonly body: JsonObject;
}

const DELEGATION = { delegation_id: 'dlg-1' };
const ORDER = { order_no: 'order-0001' };
const TRADE = { ...ORDER, trade_no: 'trade-1' };

const EVENTS: Readonly<Record<Link, Event>> = {
  intent: {
    ...{ type: 'act:delegation:intent-created', role: 'PAYER_AGENT', recorder: IDS.agent },
    ...{ subject: ['intent-1'], at: NOW - 300, ids: {} },
    body: { intent_digest: digestOfText('the wish of the chain'), ...WINDOW },
  },
  issued: {
    ...{ type: 'act:delegation:delegation-issued', role: 'IAC_ISSUER', recorder: IDS.issuer },
    ...{ subject: ['dlg-1'], at: NOW - 240, ids: DELEGATION },
    body: {
      mandate_digest: digestOfText('the mandate of the chain'),
      confirmation_digest: digestOfText('the confirmation of the chain'),
      ...{ psp_id: IDS.psp, agent_jkt: digestOfText('the key of the agent'), ...WINDOW },
    },
  },
  cart: {
    ...{ type: 'act:commerce:cart-confirmed', role: 'PAYER_AGENT', recorder: IDS.agent },
    ...{ subject: [QUOTE], at: NOW - 180, ids: { ...DELEGATION, ...ORDER } },
    body: { counterparty: IDS.merchant, quote_digest: QUOTE, ...PRICE, pay_before: utc(NOW + 600) },
  },
  paid: {
    ...{ type: 'act:payment:transaction-completed', role: 'PSP', recorder: IDS.psp },
    ...{ subject: ['trade-1'], at: NOW - 120, ids: { ...DELEGATION, ...TRADE } },
    body: {
      ...{ merchant: IDS.merchant, agent_id: IDS.agent, quote_digest: QUOTE, ...PRICE },
      request_digest: digestOfText('the request of the chain'),
      mandate_digest: digestOfText('the mandate of the chain'),
      state: 'WAIT_SELLER_FULFILLMENT',
    },
  },
  delivered: {
    ...{ type: 'act:commerce:fulfillment-completed', role: 'MERCHANT', recorder: IDS.merchant },
    ...{ subject: ['order-0001', IDS.psp, 'trade-1'], at: NOW - 60, ids: TRADE },
    body: {
      ...{ psp_id: IDS.psp, agent_id: IDS.agent, quote_digest: QUOTE },
      ...{ amount: PRICE.amount, currency: PRICE.currency },
      receipt_digest: digestOfText('the receipt of the chain'),
      delivered_digest: digestOfText('the goods of the chain'),
    },
  },
};

/** The id of each record: what happened, who records it, and to what. */
export const chainIdOf = (link: Link): string => {
  const { type, recorder, subject } = EVENTS[link];
  return `rec_${digestOf({ event_type: type, recorder, subject: [...subject] })}`;
};

function draftOf(link: Link, changes: JsonObject): JsonObject {
  const { type, role, recorder, at, ids, body } = EVENTS[link];
  const above = LINKS[LINKS.indexOf(link) - 1];
  const draft: JsonObject = {
    ...{ record_id: chainIdOf(link), event_type: type, event_time: utc(at), record_time: utc(at + 1) },
    ...{ version: '1', intent_id: 'intent-1', ...ids },
    ...(above === undefined ? {} : { upstream_record_ref: chainIdOf(above) }),
    ...{ salt: base64url(seeded(`salt chain ${link}`, 32)), hash_algorithm: 'SHA-256' },
    participants: [{ id: recorder, role }],
    event_body: body,
    ...changes,
  };
  const { event_body = null, participants = null, salt } = draft;
  const saltBytes = new Uint8Array(Buffer.from(String(salt), 'base64url'));
  const hashed = concat(utf8(canonical({ event_body, participants })), saltBytes);
  return { ...draft, payload_hash: base64url(sha256(hashed)) };
}

function signersOf(actors: Actors): Readonly<Record<Link, Signer>> {
  const eku = [EKU.record, EKU.anchor];
  const issuer = certified(CAS.bank, { label: 'issuerRecords', uri: IDS.issuer, eku });
  const merchant = certified(CAS.rail, { label: 'merchantRecords', uri: IDS.merchant, eku });
  const { agent, pspRecords: paid } = actors;
  return { intent: agent, issued: issuer, cart: agent, paid, delivered: merchant };
}

const COMMON = ['record_id', 'version', 'event_type', 'event_time', 'intent_id', 'delegation_id', 'order_no'];
const ANCHORED = [...COMMON, 'trade_no', 'payload_hash', 'hash_algorithm'];

/** @param attestation the provider's statement about the agent */
export function chainOf(actors: Actors, attestation: string, changes: ChainChanges = {}): JsonObject[] {
  const signers = signersOf(actors);
  const records = LINKS.map((link) => {
    const { key, header } = signers[link];
    const unsigned = draftOf(link, changes[link] ?? {});
    const statement = header.kid === undefined ? {} : { attestation };
    const signature = {
      ...{ signer: EVENTS[link].recorder, algorithm: key.alg, scope: 'RECORD_EXCEPT_SIGNATURES' },
      ...{ value: base64url(key.sign(utf8(canonical(unsigned)))), ...header, ...statement },
    };
    return { ...unsigned, signatures: [signature] } as JsonObject;
  });
  const anchors = records.map((record, at) => {
    const link = LINKS[at] ?? 'paid';
    const said = ANCHORED.flatMap((name) => {
      const value = record[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    const claims = {
      ...{ iss: EVENTS[link].recorder, iat: EVENTS[link].at + 2, ...Object.fromEntries(said) },
      privacy_channel: digestOf({ channel: { salt: record.salt ?? '' } }),
    };
    return makeJws('act-anchor+jwt', claims as JsonObject, signers[link]).compact;
  });
  const leaves = someLeaves(SIZE);
  for (const [at, anchor] of anchors.entries()) leaves[FIRST_INDEX + at] = leafOfAnchor(anchor);
  const checkpoint = checkpointOf(SIZE, rootOf(leaves));
  return records.map((record, at) => ({
    record,
    anchored: {
      anchor: anchors[at] ?? '',
      ...(signers[LINKS[at] ?? 'paid'].header.kid === undefined ? {} : { agent_attestation: attestation }),
      ...{ index: FIRST_INDEX + at, checkpoint },
      inclusion: inclusionOf(FIRST_INDEX + at, leaves).map(base64url),
    },
  }));
}
