import {
  digestOfJws,
  digestOfObject,
  type JsonValue,
  parseUtcSeconds,
  type Shown,
  signMessage,
} from '../../src/protocol/index.ts';
import { receiptClaims } from './claims.ts';
import { keySigner } from './keys.ts';
import { METHOD, ORDER, PARTY, salt, TIME, TOOL, TRADE } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';

type Examples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What the cashier shows of the printed offer. */
function shownPayment(jkt: string): Shown {
  return {
    kind: 'payment',
    issuer: PARTY.issuer,
    psp_id: PARTY.psp,
    agent: { agent_id: PARTY.agent, jkt },
    summary: {
      en: `Pay CNY 553.50 to ${PARTY.merchant}.`,
      zh: `向 ${PARTY.merchant} 支付 CNY 553.50。`,
    },
    payment: {
      out_trade_no: ORDER,
      merchant: PARTY.merchant,
      amount: '553.50',
      discounts: [],
      payer_amount: '553.50',
      currency: 'CNY',
      method_id: METHOD,
      categories: ['transport/train'],
    },
  };
}

async function requestAtCashier({ agent, quote }: ExamplePurchase): Promise<string> {
  return signMessage(
    'paymentRequest',
    {
      iss: PARTY.agent,
      aud: PARTY.psp,
      jti: 'req_7Mn2bVcX9zLk4jHg6fDs1A',
      iat: parseUtcSeconds(TIME.requested),
      level: 'act:L1',
      quote_digest: await digestOfJws(quote.compact),
      out_trade_no: ORDER,
      amount: '553.50',
      payer_amount: '553.50',
      currency: 'CNY',
      method_id: METHOD,
      payment_tool_ref: TOOL,
      intent_id: 'int_9Bv4kXpS7mEc2HwR5tLd0Z',
    },
    keySigner(agent),
  );
}

async function confirmationOf(
  { agent, device, enrolment }: ExamplePurchase,
  shown: Shown,
  request: string,
): Promise<string> {
  const challenge = await digestOfObject({
    shown: shown as unknown as JsonValue,
    subject_digest: await digestOfJws(request),
    agent_jkt: agent.jkt,
  });
  return signMessage(
    'confirmation',
    {
      iss: enrolment.claims.device_id,
      sub: PARTY.delegator,
      aud: PARTY.issuer,
      jti: 'cnf_5Qw8eRtY2uIo7pAs3dFg9H',
      iat: parseUtcSeconds(TIME.requested),
      exp: parseUtcSeconds(TIME.payBefore),
      challenge,
      decision: 'APPROVE',
      method: 'FACE',
      channel: 'PHONE',
    },
    keySigner(device),
  );
}

async function receiptFor(
  purchase: ExamplePurchase,
  aud: string,
  jti: string,
  bound: { readonly request: string; readonly confirmation: string; readonly salt: string },
): Promise<string> {
  const confirmation_digest = await digestOfJws(bound.confirmation);
  const claims = receiptClaims(aud, jti, {
    quote: await digestOfJws(purchase.quote.compact),
    request: await digestOfJws(bound.request),
    jkt: purchase.agent.jkt,
    authorization: await digestOfObject({ salt: bound.salt, confirmation_digest }),
  });
  return signMessage('receipt', { ...claims, confirmation_digest }, purchase.receiptSigner);
}

/** The printed offer, paid at act:L1: the same in every message but for the mandate, which is not there. */
export async function instantExamples(purchase: ExamplePurchase): Promise<Examples> {
  const shown = shownPayment(purchase.agent.jkt);
  const request = await requestAtCashier(purchase);
  const confirmation = await confirmationOf(purchase, shown, request);
  const bound = { request, confirmation };
  const agents = { ...bound, salt: salt('agent at the cashier') };
  const sellers = { ...bound, salt: salt('seller at the cashier') };
  const receipt = await receiptFor(purchase, PARTY.agent, 'rct_4Zx7cVbN1mAs8dFg5hJk2L', agents);
  const evidence = { shown, confirmation, enrolment: purchase.enrolment.compact };
  const waiting = {
    payment_id: TRADE,
    confirmation_id: 'cnf_1Po4iUyT7rEw0qLk3jHg6F',
    expires_at: TIME.payBefore,
  };
  return {
    'bundle-instant': {
      '': {
        version: '1',
        level: 'act:L1',
        trust_list: purchase.trustList.compact,
        agent_attestation: purchase.attestation.compact,
        ...evidence,
        quote: purchase.quote.compact,
        payment_request: request,
        receipt,
        authorization_salt: agents.salt,
        cart: purchase.cart,
      },
    },
    'http/instant-payment': { '': { payment_request: request, quote: purchase.quote.compact } },
    'http/instant-payment-answer': {
      '': {
        ...waiting,
        status: 'WAIT_SELLER_FULFILLMENT',
        payment: {
          trade_no: TRADE,
          out_trade_no: ORDER,
          state: 'WAIT_SELLER_FULFILLMENT',
          paid_at: TIME.paid,
          receipt,
          seller_receipt: await receiptFor(purchase, PARTY.merchant, 'rct_9Lk6jHg3fDs0aZx5cVbN8M', sellers),
          authorization_salt: agents.salt,
        },
        ...evidence,
      },
      waiting: { ...waiting, status: 'WAIT_BUYER_PAY' },
      cancelled: {
        ...waiting,
        status: 'TRADE_CLOSED',
        code: 'confirmation_denied',
        requirement: 'OA-CNF-02',
      },
    },
    shown: { payment: shown },
  };
}
