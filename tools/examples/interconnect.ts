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
const PAYER_CODE = '280417365520918346';
/** The transfer by which the one pays the other. */
const TRANSFER = 'rtgs-2026-01-13-000417';
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
  const refund = {
    trade_no: PAYING_TRADE,
    peer_trade_no: TRADE,
    merchant: PARTY.merchant,
    out_trade_no: ORDER,
    refund_id: 'rfd_7Kd2mQx9LwZ4TvB1nHs6Yp',
    amount: payer_amount,
    currency,
  };
  const refunded = { ...refund, refunded_at: '2026-01-13T09:00:00Z' };
  const refundDigest = await digestOfObject(refund);
  const goesBack = (digest: string) =>
    ({ action: 'interconnect.refund', target: PAYING_TRADE, params: { digest } }) as const;
  const netting = {
    parties: [PARTY.psp, PAYING_PSP].toSorted(),
    from: statement.from,
    until: statement.until,
    currency,
    trades: 1,
    trades_digest: await digestOfObject(statement.trades),
    owed: [PARTY.psp, PAYING_PSP].toSorted().map((name) => (name === PAYING_PSP ? payer_amount : '0.00')),
    debtor: PAYING_PSP,
    amount: payer_amount,
  };
  const span = { from: statement.from, until: statement.until };
  const net = {
    action: 'interconnect.net',
    target: `${statement.from}/${statement.until}/${currency}`,
    params: { digest: await digestOfObject(netting) },
  } as const;
  const scan = {
    action: 'interconnect.scan',
    target: PAYER_CODE,
    params: { digest: await digestOfJws(quote.compact) },
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
    'record/transaction-completed': {
      credited: {
        merchant: PARTY.merchant,
        agent_id: PARTY.agent,
        quote_digest: await digestOfJws(quote.compact),
        request_digest: instruction.request_digest,
        authorization_digest: instruction.authorization_digest,
        peer: { psp_id: PAYING_PSP, trade_no: PAYING_TRADE },
        amount,
        payer_amount,
        currency,
        state: receipt.claims.state,
      },
    },
    'http/interconnect-refund': {
      '': {
        refund,
        command: await signMessage('command', { ...command, ...goesBack(refundDigest) }, signer),
      },
      done: {
        refund: refunded,
        command: await signMessage(
          'command',
          { ...command, ...goesBack(await digestOfObject(refunded)) },
          signer,
        ),
      },
    },
    'http/interconnect-netting': {
      '': { netting, command: await signMessage('command', { ...command, ...net }, signer) },
    },
    'http/clearing-arrival': {
      '': { partner: PAYING_PSP, evidence_ref: TRANSFER, amount: payer_amount, currency },
    },
    'http/clearing-span': { '': { partner: PAYING_PSP, ...span } },
    'http/clearing-netting': { '': { partner: PAYING_PSP, ...span, currency } },
    'http/clearing-settlement': {
      '': { partner: PAYING_PSP, ...span, currency, evidence_ref: TRANSFER },
    },
    'http/payer-code': {
      '': { payer_code: PAYER_CODE, valid_until: '2026-01-12T08:01:00Z', status: 'OPEN' },
      presented: {
        payer_code: PAYER_CODE,
        valid_until: '2026-01-12T08:01:00Z',
        status: 'PRESENTED',
        quote: quote.compact,
      },
    },
    'http/payer-code-scan': {
      '': { command: await signMessage('command', { ...command, ...scan }, signer), quote: quote.compact },
    },
    'http/payer-code-scanned': {
      '': { payer_code: PAYER_CODE, psp_id: PARTY.psp, status: 'PRESENTED' },
    },
    'http/interconnection': {
      '': {
        psp_id: PARTY.psp,
        partners: [PAYING_PSP],
        promotions: [
          {
            promotion_id: discount.promotion_id,
            amount: discount.amount,
            min_amount: '100.00',
            currency,
            valid_until: '2026-02-01T00:00:00Z',
          },
        ],
      },
      alone: { psp_id: PARTY.psp, partners: [], promotions: [] },
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
