import {
  digestOfJws,
  digestOfObject,
  type JsonValue,
  parseUtcSeconds,
  signMessage,
} from '../../src/protocol/index.ts';
import { EKU, institution } from './keys.ts';
import { METHOD, ORDER, PARTY, TIME, TRADE } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';

/** The payer's account is at another service than the printed one, which keeps the merchant's. */
const PAYING_PSP = 'did:act:pay.example/psp';
const PAYING_TRADE = 'trd_9Vb2mKx7qLs4TdYw0ZcR5e';

/** What two payment services say to each other about the printed order. */
export async function interconnectExamples({
  quote,
  intent,
  paymentRequest,
  receipt,
  sellerReceipt,
}: ExamplePurchase): Promise<Record<string, Record<string, unknown>>> {
  const { amount, payer_amount, currency } = quote.claims;
  const instruction = {
    trade_no: PAYING_TRADE,
    intent_id: intent.intent_id,
    out_trade_no: ORDER,
    merchant: PARTY.merchant,
    agent_id: PARTY.agent,
    agent_jkt: receipt.claims.agent_jkt,
    method_id: METHOD,
    amount: payer_amount,
    currency,
    quote: quote.compact,
    request_digest: await digestOfJws(paymentRequest.compact),
    authorization_digest: sellerReceipt.claims.authorization_digest,
  };
  const command = {
    iss: PAYING_PSP,
    aud: PARTY.psp,
    jti: 'cmd_4Hn8kLq1wZx5CvB9mTrE3s',
    iat: parseUtcSeconds(TIME.paid),
    action: 'interconnect.pay',
    target: PAYING_TRADE,
    params: { digest: await digestOfObject(instruction as JsonValue) },
  } as const;
  const payingService = await institution(PAYING_PSP, 'pay psp');
  const signer = await payingService.signer('command', [EKU.command]);
  const statement = {
    psp_id: PAYING_PSP,
    from: '2026-01-12T00:00:00Z',
    until: '2026-01-13T00:00:00Z',
    trades: [
      {
        payer_psp: PAYING_PSP,
        trade_no: PAYING_TRADE,
        peer_trade_no: TRADE,
        intent_id: intent.intent_id,
        out_trade_no: ORDER,
        amount: payer_amount,
        currency,
      },
    ],
  };
  const about = {
    action: 'interconnect.reconcile',
    target: `${statement.from}/${statement.until}`,
    params: { digest: await digestOfObject(statement) },
  } as const;
  const discount = { funder: PARTY.psp, amount: '30.00', promotion_id: 'instant-30' };
  return {
    'interconnect-instruction': { '': instruction },
    'http/interconnect-payment': {
      '': { command: await signMessage('command', command, signer), instruction },
    },
    'http/interconnect-answer': {
      '': { trade_no: PAYING_TRADE, peer_trade_no: TRADE, seller_receipt: sellerReceipt.compact },
    },
    'http/interconnect-statement': {
      '': { statement, command: await signMessage('command', { ...command, ...about }, signer) },
    },
    'payment-request': {
      promotion: { ...paymentRequest.claims, amount, payer_amount: '523.50', discounts: [discount] },
    },
    receipt: {
      'two-services': { ...receipt.claims, peer: { psp_id: PAYING_PSP, trade_no: PAYING_TRADE } },
    },
    command: { interconnect: command },
  };
}
