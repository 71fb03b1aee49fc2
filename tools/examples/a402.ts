import { createHash } from 'node:crypto';
import {
  digestOfJws,
  digestOfObject,
  type JsonValue,
  parseUtcSeconds,
  signMessage,
} from '../../src/protocol/index.ts';
import { limits } from './bodies.ts';
import { exampleKey, keySigner } from './keys.ts';
import { METHOD, PARTY, TIME, TRADE } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';

type Body = Readonly<Record<string, unknown>>;

const SUB_ACCOUNT = 'sub_5Yh2nMk8LpQ3vRt6WxZ0aB';
const URI = 'https://rail.example/market/trend?page=1';
const NO_BODY = createHash('sha256').digest('base64url');

/** The request that is paid for on access, and its fingerprint. */
async function request(): Promise<{
  readonly method: string;
  readonly uri: string;
  readonly resource: string;
}> {
  const asked = { method: 'GET', uri: URI, body_digest: NO_BODY };
  return { method: asked.method, uri: URI, resource: await digestOfObject(asked) };
}

async function holderProof({ agent, sellerReceipt }: ExamplePurchase) {
  const { method, uri } = await request();
  return {
    jti: 'hp_7Gb3nJm9KoL2pQs5RtUv8W',
    iat: parseUtcSeconds(TIME.paid),
    htm: method,
    htu: uri,
    ath: await digestOfJws(sellerReceipt.compact),
    body_digest: NO_BODY,
    cnf: { jwk: agent.publicJwk },
  };
}

/** One valid instance of each header, and of the holder's proof in one of them. */
export async function a402Examples(
  purchase: ExamplePurchase,
): Promise<Record<string, Record<string, unknown>>> {
  const { resource } = await request();
  const { quote, sellerReceipt, agent } = purchase;
  const { out_trade_no, amount, currency, pay_before } = quote.claims;
  const holder = await holderProof(purchase);
  const price = {
    method_id: METHOD,
    amount,
    currency,
    resource_id: resource,
    seller_unique_id: PARTY.merchant,
  };
  return {
    'holder-proof': { '': holder },
    'a402/payment-needed': {
      '': {
        protocol: { ...price, out_trade_no, pay_before, buyer_unique_id: PARTY.agent },
        method: { quote: quote.compact, psp_id: PARTY.psp },
      },
      'no-buyer': { protocol: price, method: { buyer_header: 'Act-Agent' } },
    },
    'a402/payment-proof': {
      '': {
        protocol: { payment_proof: sellerReceipt.compact, trade_no: TRADE },
        method: { holder_proof: await signMessage('holderProof', holder, keySigner(agent)) },
      },
    },
    'a402/payment-validation': {
      '': {
        protocol: { status: 'PAYMENT_VALIDATED', resource_id: resource, trade_no: TRADE, out_trade_no },
        method: { state: 'WAIT_SELLER_FULFILLMENT', stored: false },
      },
      refused: {
        protocol: { status: 'PAYMENT_REFUSED', resource_id: resource },
        method: {
          code: 'a402_resource_mismatch',
          requirement: 'PSD-PAY-A402-09',
          retryability: 'never',
        },
      },
    },
  };
}

/** Bodies about a sub-account, and the answer of a payment service that vouches for a receipt. */
export async function subAccountBodies(purchase: ExamplePurchase): Promise<Record<string, Body>> {
  const { agent, device, enrolment, attestation, quote, sellerReceipt } = purchase;
  const key = await exampleKey('sub-account');
  const at = parseUtcSeconds('2026-01-06T10:00:00Z');
  const common = { aud: PARTY.psp, iat: at, target: SUB_ACCOUNT };
  const subject = { limits, sub_account_key: key.publicJwk } as unknown as JsonValue;
  const key_proof = await signMessage(
    'command',
    { ...common, iss: key.jkt, jti: 'cmd_3Ws6eDr9fTg2yHu5jIk8oL', action: 'sub_account.prove' },
    keySigner(key),
  );
  const open = {
    ...common,
    iss: PARTY.agent,
    jti: 'cmd_9Lp2zXc5vBn8mAs1dFg4hJ',
    action: 'sub_account.open' as const,
    params: { digest: await digestOfObject(subject) },
  };
  const unfreeze = {
    ...common,
    iss: enrolment.claims.device_id,
    jti: 'cmd_6Qw9eRt2yUi5oPa8sDf1gH',
    action: 'sub_account.unfreeze' as const,
    params: { digest: await digestOfObject(key.publicJwk as unknown as JsonValue) },
  };
  const proof = { sub_account_key: key.publicJwk, key_proof };
  return {
    'http/sub-account-request': {
      delegator_identity: PARTY.delegator,
      limits,
      agent_attestation: attestation.compact,
      command: await signMessage('command', open, keySigner(agent)),
      ...proof,
    },
    'http/sub-account-key': { command: await signMessage('command', unfreeze, keySigner(device)), ...proof },
    'http/sub-account': {
      sub_account_id: SUB_ACCOUNT,
      agent_id: PARTY.agent,
      state: 'ACTIVE',
      currency: 'CNY',
      balance: '20.00',
      usage: { payments: 12, paid: '0.12', refunded: '0.00' },
      key: { jkt: key.jkt, state: 'ACTIVE' },
    },
    'http/validation-answer': {
      trade_no: TRADE,
      out_trade_no: quote.claims.out_trade_no,
      state: 'WAIT_SELLER_FULFILLMENT',
      receipt_digest: await digestOfJws(sellerReceipt.compact),
      refunded_total: '0.00',
      currency: 'CNY',
    },
  };
}
