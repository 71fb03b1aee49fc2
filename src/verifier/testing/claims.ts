import type {
  AgentAttestationClaims,
  Cart,
  EnrolmentClaims,
  IacPayload,
  Intent,
  MandateClaims,
  QuoteClaims,
  ReceiptClaims,
  Shown,
  StatusListClaims,
  TrustListClaims,
} from '../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actors, DAY_SECONDS, IDS, WORLD_NOW } from './actors.ts';

export const ORDER_NO = 'order-0001';
export const STATUS_URI = 'https://bank.example/status-lists/1';
export const STATUS_INDEX = 5;
/** The confirmation comes a minute before the mandate is signed. */
export const CONFIRMED_AT = WORLD_NOW - 1_860;
export const MANDATE_AT = WORLD_NOW - 1_800;
export const STATUS_AT = WORLD_NOW - 60;
export const AUTHORIZATION_SALT = 'c2FsdC1vZi10aGUtcmVjZWlwdA';

const MONTH_SECONDS = 30 * DAY_SECONDS;
const YEAR_SECONDS = 365 * DAY_SECONDS;

export function entry(entity: string, role: TrustListClaims['entries'][number]['role'], anchor: string) {
  const from = formatUtcSeconds(WORLD_NOW - YEAR_SECONDS);
  return {
    entity,
    role,
    anchors: [anchor],
    status: 'ACTIVE' as const,
    history: [{ status: 'ACTIVE' as const, from }],
  };
}

export function trustListClaims({ anchors }: Actors): TrustListClaims {
  const iat = WORLD_NOW - 3_600;
  const exp = WORLD_NOW + DAY_SECONDS;
  return {
    iss: IDS.operator,
    iat,
    exp,
    sequence: 7,
    issued_at: formatUtcSeconds(iat),
    next_update: formatUtcSeconds(exp),
    entries: [
      entry(IDS.issuer, 'IAC_ISSUER', anchors.bank),
      entry(IDS.psp, 'PSP', anchors.bank),
      entry(IDS.merchant, 'MERCHANT', anchors.rail),
      entry(IDS.otherMerchant, 'MERCHANT', anchors.voyage),
      entry(IDS.provider, 'AGENT_PROVIDER', anchors.assistant),
    ],
  };
}

export function attestationClaims({ agent }: Actors): AgentAttestationClaims {
  return {
    iss: IDS.provider,
    jti: 'att-1',
    iat: WORLD_NOW - 10 * DAY_SECONDS,
    exp: WORLD_NOW + 90 * DAY_SECONDS,
    sub: IDS.agent,
    cnf: { jwk: agent.publicJwk },
  };
}

export function enrolmentClaims({ device }: Actors): EnrolmentClaims {
  return {
    iss: IDS.issuer,
    jti: 'enr-1',
    iat: WORLD_NOW - MONTH_SECONDS,
    exp: WORLD_NOW + YEAR_SECONDS,
    sub: IDS.delegator,
    device_id: IDS.device,
    cnf: { jwk: device.publicJwk },
    identity_method: 'account-login',
  };
}

export function intent(): Intent {
  return {
    conversation_history: {
      user_intent_raw: 'Book me the G123 on Friday, 600 at most',
      input_mode: ['TEXT'],
    },
    intent_id: 'intent-1',
    delegation_mode: 'SPECIFIED',
    validity_start_time: formatUtcSeconds(WORLD_NOW - 3_600),
    validity_end_time: formatUtcSeconds(WORLD_NOW + 5 * DAY_SECONDS),
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
      agent_behavior: { price_deviation_tolerance: 5, price_deviation_action: 'PAUSE_AND_NOTIFY' },
      fulfillment: { delivery_time_requirement: formatUtcSeconds(WORLD_NOW + 2 * DAY_SECONDS) },
      openact: { times_limit: 3, reference_price: 553.5 },
    },
  };
}

/** The IAC payload selected from an intent. */
export function iacOf(from: Intent, intentDigest: string): IacPayload {
  const { conversation_history: _history, ...limits } = structuredClone(from);
  return {
    ...limits,
    delegation_id: 'dlg-1',
    delegator_identity: IDS.delegator,
    source_isr_digest: intentDigest,
  };
}

export function shown(iac: IacPayload, jkt: string): Shown {
  return {
    kind: 'mandate',
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    agent: { agent_id: iac.agent_id, jkt },
    summary: { en: 'Train tickets, 1800.00 in all', zh: '火车票，总额 1800.00' },
    iac: structuredClone(iac),
  };
}

export function mandateClaims(iac: IacPayload, window: { nbf: number; exp: number }): MandateClaims {
  return {
    iss: IDS.issuer,
    jti: iac.delegation_id,
    iat: MANDATE_AT,
    ...window,
    sub: iac.delegator_identity,
    aud: IDS.psp,
    cnf: { jkt: '' },
    status: { status_list: { idx: STATUS_INDEX, uri: STATUS_URI } },
    confirmation_digest: '',
    iac,
  };
}

export function statusListClaims(lst: string): StatusListClaims {
  return {
    iss: IDS.issuer,
    sub: STATUS_URI,
    iat: STATUS_AT,
    exp: STATUS_AT + 600,
    status_list: { bits: 2, lst },
  };
}

export function cart(): Cart {
  return {
    salt: 'c2FsdC1vZi10aGUtY2FydC0wMQ',
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

export function quoteClaims(cartDigest: string): QuoteClaims {
  const exp = WORLD_NOW + 600;
  return {
    iss: IDS.merchant,
    jti: 'quo-1',
    iat: WORLD_NOW - 120,
    exp,
    aud: IDS.agent,
    out_trade_no: ORDER_NO,
    amount: '553.50',
    discounts: [{ funder: IDS.merchant, amount: '3.50' }],
    payer_amount: '550.00',
    currency: 'CNY',
    categories: ['transport/train'],
    payee: { account: 'acct-rail', psp_id: IDS.psp },
    accepted: [{ method_id: IDS.method, psp_id: IDS.psp }],
    pay_before: formatUtcSeconds(exp),
    cart_digest: cartDigest,
    deliver_by: formatUtcSeconds(WORLD_NOW + DAY_SECONDS),
  };
}

type ReceiptDigests = Pick<
  ReceiptClaims,
  'quote_digest' | 'request_digest' | 'agent_jkt' | 'authorization_digest'
>;

export function receiptClaims(quote: QuoteClaims, digests: ReceiptDigests, aud: string): ReceiptClaims {
  return {
    iss: IDS.psp,
    jti: `rcp-${aud === IDS.agent ? 'agent' : 'seller'}`,
    iat: WORLD_NOW,
    exp: WORLD_NOW + MONTH_SECONDS,
    aud,
    trade_no: 'trade-1',
    out_trade_no: quote.out_trade_no,
    merchant: quote.iss,
    state: 'WAIT_SELLER_FULFILLMENT',
    amount: quote.amount,
    payer_amount: quote.payer_amount,
    currency: quote.currency,
    payee: quote.payee,
    ...(quote.resource_id === undefined ? {} : { resource_id: quote.resource_id }),
    paid_at: formatUtcSeconds(WORLD_NOW),
    ...digests,
  };
}
