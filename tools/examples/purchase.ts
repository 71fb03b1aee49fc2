import { deflateSync } from 'node:zlib';
import {
  type Cart,
  type ClaimsOf,
  digestOfJws,
  digestOfObject,
  encodeBase64url,
  type IacPayload,
  type Intent,
  type JsonValue,
  type MessageKind,
  parseUtcSeconds,
  type Shown,
  type Signer,
  signMessage,
} from '../../src/protocol/index.ts';
import { quoteClaims, receiptClaims, trustListClaims } from './claims.ts';
import { EKU, exampleKey, institution, keySigner } from './keys.ts';
import { DELEGATION_ID, METHOD, ORDER, PARTY, salt, TIME, TOOL } from './parties.ts';

const text = (utc: string): number => parseUtcSeconds(utc);

const intent: Intent = {
  conversation_history: {
    user_intent_raw: [
      { role: 'USER', content: '帮我买一张1月20号去哈尔滨的G123，二等座，600以内。', create_time: TIME.said },
      {
        role: 'ASSISTANT',
        content: '只从铁路票务买，价格偏差5%以内，可以吗？',
        create_time: '2026-01-10T09:00:05Z',
      },
      { role: 'USER', content: '可以，总共不超过1800。', create_time: '2026-01-10T09:00:40Z' },
    ],
    input_mode: ['TEXT'],
  },
  intent_id: 'int_9Bv4kXpS7mEc2HwR5tLd0Z',
  delegation_mode: 'SPECIFIED',
  validity_start_time: TIME.start,
  validity_end_time: TIME.end,
  max_total_amount: 1800,
  currency: 'CNY',
  allowed_payment_methods: [METHOD],
  agent_id: PARTY.agent,
  ext: {
    commerce: {
      max_single_amount: 600,
      allowed_categories: ['transport/train'],
      allowed_merchants: [PARTY.merchant],
    },
    agent_behavior: {
      price_deviation_tolerance: 5,
      price_deviation_action: 'PAUSE_AND_NOTIFY',
      on_payment_failure: 'CANCEL',
      max_retry_count: 0,
    },
    fulfillment: { delivery_time_requirement: TIME.departure },
    openact: { times_limit: 3, reference_price: 553.5 },
  },
};

const cart: Cart = {
  salt: salt('cart'),
  lines: [
    {
      item_id: 'g123-2',
      name: 'G123 second class',
      category: 'transport/train',
      quantity: 1,
      unit_price: '553.50',
      amount: '553.50',
    },
  ],
};

/** The payload that the agent selects from the intent, before the account side adds the evidence. */
async function selectedIac(): Promise<IacPayload> {
  const { conversation_history: _history, user_confirmation_method: _method, ...kept } = intent;
  const { delegation_mode, currency, ...bounds } = kept;
  return {
    delegation_id: DELEGATION_ID,
    delegator_identity: PARTY.delegator,
    ...bounds,
    delegation_mode,
    currency,
    source_isr_digest: await digestOfObject(intent as unknown as JsonValue),
  };
}

function shownFor(iac: IacPayload, jkt: string): Shown {
  return {
    kind: 'mandate',
    issuer: PARTY.issuer,
    psp_id: PARTY.psp,
    agent: { agent_id: PARTY.agent, jkt },
    summary: {
      en: 'Agent agent-007 may buy train tickets from rail.example: up to 600.00 CNY each, 1,800.00 CNY in all, three times, until 20 January 2026, 16:00 UTC.',
      zh: '智能体 agent-007 可向 rail.example 购买火车票：单笔不超过 600.00 元，合计不超过 1,800.00 元，最多三次，至 2026 年 1 月 20 日 16:00（UTC）。',
    },
    iac,
  };
}

/** 2 bits for each of 64 mandates, all valid. */
function allValid(): string {
  return encodeBase64url(deflateSync(new Uint8Array(16)));
}

async function signers() {
  const bank = await institution(PARTY.issuer, 'bank iac');
  const bankPsp = await institution(PARTY.psp, 'bank psp');
  const rail = await institution(PARTY.merchant, 'rail');
  const provider = await institution(PARTY.provider, 'assistant provider');
  return {
    anchors: { issuer: bank.anchor, psp: bankPsp.anchor, merchant: rail.anchor, provider: provider.anchor },
    mandate: await bank.signer('mandate', [EKU.mandate]),
    status: await bank.signer('status', [EKU.status]),
    receipt: await bankPsp.signer('receipt', [EKU.receipt]),
    quote: await rail.signer('quote', [EKU.quote, EKU.command]),
    provider: await provider.signer('agents', [EKU.agentProvider]),
    records: {
      issuer: await bank.signer('record', [EKU.record, EKU.anchor]),
      psp: await bankPsp.signer('record', [EKU.record, EKU.anchor]),
      merchant: await rail.signer('record', [EKU.record, EKU.anchor]),
    },
  };
}

/** One signed message of the printed purchase. */
export interface Printed<K extends MessageKind> {
  readonly claims: ClaimsOf[K];
  readonly compact: string;
}

async function print<K extends MessageKind>(
  kind: K,
  claims: ClaimsOf[K],
  signer: Signer,
): Promise<Printed<K>> {
  return { claims, compact: await signMessage(kind, claims, signer) };
}

type Signers = Awaited<ReturnType<typeof signers>>;

async function delegation(sign: Signers) {
  const agent = await exampleKey('agent');
  const device = await exampleKey('device');
  const iac = await selectedIac();
  const shown = shownFor(iac, agent.jkt);
  const attestation = await print(
    'attestation',
    {
      iss: PARTY.provider,
      jti: 'att_7Gs2mDxB9cVk4YnT1pZr6L',
      iat: text('2026-01-09T00:00:00Z'),
      exp: text('2026-02-08T00:00:00Z'),
      sub: PARTY.agent,
      cnf: { jwk: agent.publicJwk },
      agent_version: '1.4.0',
    },
    sign.provider,
  );
  const enrolment = await print(
    'enrolment',
    {
      iss: PARTY.issuer,
      jti: 'enr_2Hk6pWvJ3fQx8LzC5sTg1N',
      iat: text('2026-01-05T12:00:00Z'),
      exp: text('2027-01-05T12:00:00Z'),
      sub: PARTY.delegator,
      device_id: 'dev_5Rb9yEuM2aKd7XhS4jVq0T',
      cnf: { jwk: device.publicJwk },
      identity_method: 'ACCOUNT_LOGIN',
    },
    sign.mandate,
  );
  const challenge = await digestOfObject({
    shown: shown as unknown as JsonValue,
    subject_digest: iac.source_isr_digest ?? '',
    agent_jkt: agent.jkt,
  });
  const confirmation = await print(
    'confirmation',
    {
      iss: enrolment.claims.device_id,
      sub: PARTY.delegator,
      aud: PARTY.issuer,
      jti: 'cnf_0Vf3tLjN6wRp9BmG2yXe8K',
      iat: text(TIME.confirmed),
      exp: text('2026-01-10T09:07:00Z'),
      challenge,
      decision: 'APPROVE',
      method: 'FINGERPRINT',
      channel: 'PHONE',
    },
    keySigner(device),
  );
  const mandate = await print(
    'mandate',
    {
      iss: PARTY.issuer,
      jti: DELEGATION_ID,
      iat: text(TIME.issued),
      nbf: text(TIME.start),
      exp: text(TIME.end),
      sub: PARTY.delegator,
      aud: PARTY.psp,
      cnf: { jkt: agent.jkt },
      status: { status_list: { idx: 3, uri: 'https://bank.example/status-lists/1' } },
      confirmation_digest: await digestOfJws(confirmation.compact),
      iac: { ...iac, user_confirmation_method: 'FINGERPRINT', user_confirmation_timestamp: TIME.confirmed },
    },
    sign.mandate,
  );
  return { agent, device, iac, shown, attestation, enrolment, confirmation, mandate };
}

async function payment(sign: Signers, agent: Awaited<ReturnType<typeof exampleKey>>, mandateCompact: string) {
  const quote = await print(
    'quote',
    quoteClaims(await digestOfObject(cart as unknown as JsonValue)),
    sign.quote,
  );
  const paymentRequest = await print(
    'paymentRequest',
    {
      iss: PARTY.agent,
      aud: PARTY.psp,
      jti: 'req_1Xc5vBnM8kLh3GfD6sAq9P',
      iat: text(TIME.requested),
      level: 'act:L2',
      quote_digest: await digestOfJws(quote.compact),
      out_trade_no: ORDER,
      amount: '553.50',
      payer_amount: '553.50',
      currency: 'CNY',
      method_id: METHOD,
      payment_tool_ref: TOOL,
      delegation_id: DELEGATION_ID,
      mandate_digest: await digestOfJws(mandateCompact),
    },
    keySigner(agent),
  );
  const request = await digestOfJws(paymentRequest.compact);
  const mandateDigest = await digestOfJws(mandateCompact);
  const bound = async (party: string) => ({
    quote: paymentRequest.claims.quote_digest,
    request,
    jkt: agent.jkt,
    authorization: await digestOfObject({ salt: salt(party), mandate_digest: mandateDigest }),
  });
  const receipt = await print(
    'receipt',
    {
      ...receiptClaims(PARTY.agent, 'rct_6Tz0qWeR4uYi7OpA2sDf5H', await bound('agent')),
      delegation_id: DELEGATION_ID,
    },
    sign.receipt,
  );
  const sellerReceipt = await print(
    'receipt',
    receiptClaims(PARTY.merchant, 'rct_9Kj8hGfD3sAzXcV1bNmQ7W', await bound('seller')),
    sign.receipt,
  );
  const refusal = await print(
    'refusal',
    {
      iss: PARTY.psp,
      jti: 'rfs_3Lp7oIuY5tRe1WqAzSx9D2',
      iat: text(TIME.paid),
      exp: text(TIME.receiptEnd),
      aud: PARTY.agent,
      request_digest: request,
      code: 'amount_over_single_limit',
      requirement: 'PSD-PAY-DEL-11',
      retryability: 'after_correction',
    },
    sign.receipt,
  );
  return { quote, paymentRequest, receipt, sellerReceipt, refusal };
}

/** One purchase from intent to receipt, the same bytes every time, in which every digest and signature holds. */
export async function examplePurchase() {
  const sign = await signers();
  const operator = await exampleKey('trust list');
  const given = await delegation(sign);
  const paid = await payment(sign, given.agent, given.mandate.compact);
  const trustList = await print('trustList', trustListClaims(sign.anchors), keySigner(operator));
  const statusList = await print(
    'statusList',
    {
      iss: PARTY.issuer,
      sub: given.mandate.claims.status.status_list.uri,
      iat: text('2026-01-12T01:00:00Z'),
      exp: text('2026-01-12T01:05:00Z'),
      ttl: 10,
      status_list: { bits: 2, lst: allValid() },
    },
    sign.status,
  );
  const command = await print(
    'command',
    {
      iss: given.enrolment.claims.device_id,
      aud: PARTY.issuer,
      jti: 'cmd_8Wn4rTyU6iOp2AsD0fGh7J',
      iat: text('2026-01-13T08:00:00Z'),
      action: 'mandate.suspend',
      target: DELEGATION_ID,
      params: {
        reason: 'travel plans unclear',
        recovery_condition: 'the delegator resumes it from the same device',
      },
    },
    keySigner(given.device),
  );
  return {
    intent,
    cart,
    operator,
    ...given,
    ...paid,
    trustList,
    statusList,
    command,
    merchantSigner: sign.quote,
    receiptSigner: sign.receipt,
    recordSigners: sign.records,
  };
}

export type ExamplePurchase = Awaited<ReturnType<typeof examplePurchase>>;
