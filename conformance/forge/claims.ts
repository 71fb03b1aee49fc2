import { type Actors, CAS, certified, DAY, IDS, NOW } from './actors.ts';
import { base64url, concat, digestOfText } from './bytes.ts';
import { certificateThumbprint, EKU } from './certificate.ts';
import type { JsonObject } from './json.ts';
import { seeded } from './seed.ts';

export const STATUS_URI = 'https://bank.example/status-lists/1';
export const STATUS_INDEX = 5;
export const CONFIRMED_AT = NOW - 1_860;
export const MANDATE_AT = NOW - 1_800;
/** At act:L1 the user may take longer than a request may be old. */
export const INSTANT_REQUESTED_AT = NOW - 90;
export const INSTANT_CONFIRMED_AT = NOW - 5;
export const STATUS_AT = NOW - 60;
export const WINDOW_START = NOW - 3_600;
export const WINDOW_END = NOW + 5 * DAY;
export const QUOTE_EXPIRES = NOW + 600;
export const LIST_ISSUED_AT = NOW - 3_600;
export const LIST_NEXT_UPDATE = NOW + DAY;
export const RECEIPT_EXPIRES = NOW + 30 * DAY;
/** The request that the purchase pays for, where it is paid for on access; without a body. */
export const PAID_REQUEST = {
  method: 'GET',
  uri: 'https://rail.example/market/trend?page=1',
  body_digest: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
} as const;
export const OTHER_DIGEST = 'A'.repeat(43);

/** Unix seconds → 2026-11-20T09:00:00Z */
export const utc = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

export const salt = (label: string): string => base64url(seeded(`salt ${label}`, 16));

export function entry(entity: string, role: string, anchor: string): JsonObject {
  return {
    entity,
    role,
    anchors: [anchor],
    status: 'ACTIVE',
    history: [{ status: 'ACTIVE', from: utc(NOW - 365 * DAY) }],
    revoked_certificates: [],
  };
}

/** Places of the entries in the trust list, for JSON pointers. */
export const ENTRY = { issuer: 0, psp: 1, merchant: 2, otherMerchant: 3, provider: 4 } as const;

export function trustList(): JsonObject {
  return {
    iss: IDS.operator,
    iat: LIST_ISSUED_AT,
    exp: LIST_NEXT_UPDATE,
    sequence: 7,
    issued_at: utc(LIST_ISSUED_AT),
    next_update: utc(LIST_NEXT_UPDATE),
    entries: [
      entry(IDS.issuer, 'IAC_ISSUER', CAS.bankRoot.certificate),
      entry(IDS.psp, 'PSP', CAS.bankRoot.certificate),
      entry(IDS.merchant, 'MERCHANT', CAS.rail.certificate),
      entry(IDS.otherMerchant, 'MERCHANT', CAS.voyage.certificate),
      entry(IDS.provider, 'AGENT_PROVIDER', CAS.assistant.certificate),
    ],
  };
}

const logLeaf = certified(CAS.log, { label: 'log', alg: 'Ed25519', uri: IDS.log, eku: [EKU.log] });

/** The same with somebody who decides disputes, and a log with its key. */
export function disputesTrustList(): JsonObject {
  const list = trustList();
  const handler = entry(IDS.handler, 'DISPUTE_HANDLER', CAS.disputes.certificate);
  const { x5c = [] } = logLeaf.header;
  const [leaf = ''] = x5c as string[];
  const log = {
    ...entry(IDS.log, 'LOG', CAS.log.certificate),
    certificates: [{ 'x5t#S256': certificateThumbprint(leaf), x5c }],
  };
  return { ...list, entries: [...(list.entries as JsonObject[]), handler, log] };
}

export const HANDLER_ENTRY = 5;
export const LOG_ENTRY = 6;
export const EVIDENCE_DIGEST = digestOfText('a file of evidence');

export function finding(): JsonObject {
  return {
    ...{ iss: IDS.handler, jti: 'fnd-1', iat: NOW - 60, exp: NOW + 30 * DAY, dispute_id: 'dsp-1' },
    ...{ trade_no: 'trade-1', finding: 'COMPENSATED', reason: 'mandate_revoked' },
    evidence: [EVIDENCE_DIGEST],
  };
}

export function attestation({ agent }: Actors): JsonObject {
  return {
    iss: IDS.provider,
    jti: 'att-1',
    iat: NOW - 10 * DAY,
    exp: NOW + 90 * DAY,
    sub: IDS.agent,
    cnf: { jwk: { ...agent.key.publicJwk } as JsonObject },
  };
}

export function enrolment({ device }: Actors): JsonObject {
  return {
    iss: IDS.issuer,
    jti: 'enr-1',
    iat: NOW - 30 * DAY,
    exp: NOW + 365 * DAY,
    sub: IDS.delegator,
    device_id: IDS.device,
    cnf: { jwk: { ...device.key.publicJwk } as JsonObject },
    identity_method: 'account-login',
  };
}

export function intent(): JsonObject {
  return {
    conversation_history: {
      user_intent_raw: 'A seat on the G123 on Friday, 600 at most',
      input_mode: ['TEXT'],
    },
    intent_id: 'intent-1',
    delegation_mode: 'SPECIFIED',
    validity_start_time: utc(WINDOW_START),
    validity_end_time: utc(WINDOW_END),
    max_total_amount: 1800,
    currency: 'CNY',
    allowed_payment_methods: [IDS.method],
    agent_id: IDS.agent,
    ext: {
      commerce: {
        max_single_amount: 600,
        min_single_amount: 10,
        allowed_categories: ['transport/train'],
        forbidden_categories: ['gambling'],
        allowed_merchants: [IDS.merchant],
        forbidden_merchants: [IDS.otherMerchant],
      },
      agent_behavior: {
        price_deviation_tolerance: 5,
        price_deviation_action: 'PAUSE_AND_NOTIFY',
        on_payment_failure: 'CANCEL',
        max_retry_count: 1,
      },
      fulfillment: { delivery_time_requirement: utc(NOW + 2 * DAY), delivery_address: 'Platform 4' },
      openact: { times_limit: 3, reference_price: 553.5 },
    },
  };
}

export function statusList(lst: string): JsonObject {
  return {
    iss: IDS.issuer,
    sub: STATUS_URI,
    iat: STATUS_AT,
    exp: STATUS_AT + 600,
    status_list: { bits: 2, lst },
  };
}

export function cart(): JsonObject {
  return {
    salt: salt('cart'),
    lines: [
      {
        item_id: 'G123',
        name: 'G123, second class',
        category: 'transport/train',
        quantity: 1,
        unit_price: '553.50',
        amount: '553.50',
      },
    ],
  };
}

export function quote(cartDigest: string): JsonObject {
  return {
    iss: IDS.merchant,
    jti: 'quo-1',
    iat: NOW - 120,
    exp: QUOTE_EXPIRES,
    aud: IDS.agent,
    out_trade_no: 'order-0001',
    amount: '553.50',
    discounts: [{ funder: IDS.merchant, amount: '3.50' }],
    payer_amount: '550.00',
    currency: 'CNY',
    categories: ['transport/train'],
    payee: { account: 'acct-rail', psp_id: IDS.psp },
    accepted: [{ method_id: IDS.method, psp_id: IDS.psp }],
    pay_before: utc(QUOTE_EXPIRES),
    cart_digest: cartDigest,
    deliver_by: utc(NOW + DAY),
    resource_id: 'res-1',
  };
}

/** What a payment service that has seen nothing yet knows. Amounts in minor units, as text. */
export function state(): JsonObject {
  return {
    replay: 'new',
    status: 'Active',
    usage: { spent_minor: '0', held_minor: '0', count: 0 },
    tool: {
      state: 'ACTIVE',
      agent_id: IDS.agent,
      delegator: IDS.delegator,
      currency: 'CNY',
      max_amount_minor: '60000',
      valid_until: NOW + DAY,
      merchants: [IDS.merchant],
    },
    payee_owner: IDS.merchant,
    balance_minor: '500000',
    risk: 'allow',
  };
}

function adler32(bytes: Uint8Array): Uint8Array {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return Uint8Array.of(b >> 8, b & 0xff, a >> 8, a & 0xff);
}

/** A zlib stream of one stored block: the same bytes from every zlib. @see RFC 1950, RFC 1951 3.2.4 */
export function zlibStored(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const head = [0x78, 0x01, 0x01, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff];
  return concat(Uint8Array.from(head), bytes, adler32(bytes));
}

/** Two bits for each index, lowest first. */
export function statusBytes(statuses: Readonly<Record<number, number>>): Uint8Array {
  const bytes = new Uint8Array(4);
  for (const [index, status] of Object.entries(statuses)) {
    const at = Math.floor(Number(index) / 4);
    bytes[at] = (bytes[at] ?? 0) | (status << ((Number(index) % 4) * 2));
  }
  return bytes;
}
