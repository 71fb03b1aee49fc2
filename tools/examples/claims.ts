import { type ClaimsOf, parseUtcSeconds as text } from '../../src/protocol/index.ts';
import { METHOD, ORDER, PARTY, TIME, TRADE } from './parties.ts';

function trustEntry(
  entity: string,
  role: 'IAC_ISSUER' | 'PSP' | 'MERCHANT' | 'AGENT_PROVIDER',
  anchor: string,
  base: string,
) {
  const history = [{ status: 'ACTIVE' as const, from: '2026-01-01T00:00:00Z' }];
  return {
    entity,
    role,
    anchors: [anchor],
    status: 'ACTIVE' as const,
    history,
    endpoints: { base_url: base },
  };
}

/** The four institutions of the purchase. */
export function trustListClaims(
  anchors: Readonly<Record<'issuer' | 'psp' | 'merchant' | 'provider', string>>,
): ClaimsOf['trustList'] {
  return {
    iss: PARTY.operator,
    iat: text('2026-01-12T00:00:00Z'),
    exp: text('2026-01-13T00:00:00Z'),
    sequence: 12,
    issued_at: '2026-01-12T00:00:00Z',
    next_update: '2026-01-13T00:00:00Z',
    entries: [
      trustEntry(PARTY.issuer, 'IAC_ISSUER', anchors.issuer, 'https://bank.example'),
      trustEntry(PARTY.psp, 'PSP', anchors.psp, 'https://bank.example'),
      {
        ...trustEntry(PARTY.merchant, 'MERCHANT', anchors.merchant, 'https://rail.example'),
        endpoints: {
          base_url: 'https://rail.example',
          capability_url: 'https://rail.example/.well-known/act-payment-capability.json',
        },
      },
      trustEntry(PARTY.provider, 'AGENT_PROVIDER', anchors.provider, 'https://assistant.example'),
    ],
  };
}

/** The offer for one seat. */
export function quoteClaims(cartDigest: string): ClaimsOf['quote'] {
  return {
    iss: PARTY.merchant,
    jti: 'quo_4Nw1gYtK8bJs6VzQ3eFm2X',
    iat: text(TIME.quoted),
    exp: text(TIME.payBefore),
    aud: PARTY.agent,
    out_trade_no: ORDER,
    amount: '553.50',
    discounts: [],
    payer_amount: '553.50',
    currency: 'CNY',
    categories: ['transport/train'],
    payee: { account: 'acc_rail_settlement', psp_id: PARTY.psp },
    accepted: [{ method_id: METHOD, psp_id: PARTY.psp }],
    pay_before: TIME.payBefore,
    cart_digest: cartDigest,
    deliver_by: '2026-01-20T08:00:00Z',
  };
}

/** What both receipts say. */
export function receiptClaims(
  aud: string,
  jti: string,
  bound: Record<'quote' | 'request' | 'jkt' | 'authorization', string>,
) {
  return {
    iss: PARTY.psp,
    jti,
    iat: text(TIME.paid),
    exp: text(TIME.receiptEnd),
    aud,
    trade_no: TRADE,
    out_trade_no: ORDER,
    merchant: PARTY.merchant,
    state: 'WAIT_SELLER_FULFILLMENT' as const,
    amount: '553.50',
    payer_amount: '553.50',
    currency: 'CNY',
    payee: { account: 'acc_rail_settlement', psp_id: PARTY.psp },
    quote_digest: bound.quote,
    request_digest: bound.request,
    agent_jkt: bound.jkt,
    authorization_digest: bound.authorization,
    paid_at: TIME.paid,
  };
}
