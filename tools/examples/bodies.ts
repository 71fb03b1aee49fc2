import {
  type ClaimsOf,
  digestOfJws,
  digestOfObject,
  formatUtcSeconds,
  type JsonValue,
  parseUtcSeconds,
  signMessage,
} from '../../src/protocol/index.ts';
import { EKU, exampleKey, institution, keySigner } from './keys.ts';
import { DELEGATION_ID, METHOD, ORDER, PARTY, salt, TIME, TRADE } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';

const item = {
  item_id: 'g123-2',
  name: 'G123 second class',
  category: 'transport/train',
  price: '553.50',
  currency: 'CNY',
  stock: 10,
  price_valid_until: TIME.payBefore,
  deliver_by: '2026-01-20T08:00:00Z',
  merchant: PARTY.merchant,
};

/** What the printed tool may be used for. */
export const limits = {
  currency: 'CNY',
  max_amount: '600.00',
  valid_until: TIME.end,
  merchants: [PARTY.merchant],
};

type Body = Readonly<Record<string, unknown>>;

/** A command over a body, by the agent or the device. */
async function commandFor(
  purchase: ExamplePurchase,
  claims: Pick<ClaimsOf['command'], 'aud' | 'action' | 'target'> & {
    readonly jti: string;
    readonly at: string;
  },
  digest: string,
): Promise<string> {
  const { at, ...rest } = claims;
  const signed = { ...rest, iss: PARTY.agent, iat: parseUtcSeconds(at), params: { digest } };
  return signMessage('command', signed, keySigner(purchase.agent));
}

const digestOf = (value: unknown): Promise<string> => digestOfObject(value as JsonValue);

async function issuerBodies(purchase: ExamplePurchase): Promise<Record<string, Body>> {
  const { iac, attestation, enrolment, device } = purchase;
  const proof = await signMessage(
    'command',
    {
      iss: device.jkt,
      aud: PARTY.issuer,
      jti: 'cmd_0Qa1wSx2eDc3rFv4tGb5yH',
      iat: enrolment.claims.iat,
      action: 'device.enrol',
      target: device.jkt,
    },
    keySigner(device),
  );
  const request = {
    aud: PARTY.issuer,
    action: 'mandate.request',
    target: DELEGATION_ID,
    jti: 'cmd_6Uj7mIk8oLp9zAq0xSw1cD',
    at: '2026-01-10T09:01:00Z',
  } as const;
  const tool = {
    aud: PARTY.psp,
    action: 'tool.request',
    target: 'trq_2Ws3eDc4rFv5tGb6yHn7uJ',
    jti: 'cmd_8Ik9oLp0zAq1xSw2cDe3vF',
    at: '2026-01-06T10:00:00Z',
  } as const;
  return {
    'http/device-enrolment': { login_code: '482-913-556', jwk: device.publicJwk, proof },
    'http/mandate-request': {
      iac,
      psp_id: PARTY.psp,
      agent_attestation: attestation.compact,
      command: await commandFor(purchase, request, await digestOf(iac)),
    },
    'http/task-request': {
      conversation_history: {
        user_intent_raw: [
          {
            role: 'user',
            content: 'A second class seat on the G123, 600.00 at most',
            create_time: TIME.said,
          },
        ],
        input_mode: ['VOICE'],
      },
    },
    'mandate-credential': credentialOf(purchase.mandate.claims),
    ...(await handingDown(purchase)),
    'http/tool-request': {
      delegator_identity: PARTY.delegator,
      limits,
      agent_attestation: attestation.compact,
      command: await commandFor(purchase, tool, await digestOf(limits)),
    },
    'http/confirmation': { confirmation: purchase.confirmation.compact },
    'http/confirmation-code': {
      confirmation_id: 'cnf_1Po4iUyT7rEw0qLk3jHg6F',
      code_id: 'code_2Ws5eDr8fTg1yHu4jIk7oL',
      method: 'OTP',
      expires_at: TIME.payBefore,
    },
    'http/command': { command: purchase.command.compact },
    'http/payment': {
      payment_request: purchase.paymentRequest.compact,
      mandate: purchase.mandate.compact,
      quote: purchase.quote.compact,
    },
    'http/payment-answer': {
      trade_no: TRADE,
      out_trade_no: ORDER,
      state: 'WAIT_SELLER_FULFILLMENT',
      paid_at: TIME.paid,
      receipt: purchase.receipt.compact,
      seller_receipt: purchase.sellerReceipt.compact,
      authorization_salt: salt('agent'),
      delegation_id: DELEGATION_ID,
    },
  };
}

/** The printed mandate in its second encoding. */
function credentialOf({
  iss,
  jti,
  iat,
  nbf,
  exp,
  sub,
  aud,
  cnf,
  status,
  ...rest
}: ClaimsOf['mandate']): Body {
  const { iac, confirmation_digest } = rest;
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'IntentAuthorizationCredential'],
    issuer: iss,
    validFrom: formatUtcSeconds(nbf),
    validUntil: formatUtcSeconds(exp),
    credentialStatus: { type: 'TokenStatusListEntry', ...status.status_list },
    credentialSubject: { id: sub, iac },
    ...{ jti, iat, aud, cnf, confirmation_digest },
  };
}

/** The printed mandate handed on to the provider's other agent; one train, 600.00. */
async function handingDown({ agent, iac, mandate }: ExamplePurchase): Promise<Record<string, Body>> {
  const helper = await exampleKey('helper agent');
  const helperId = 'did:act:assistant.example/agent-008';
  const provider = await institution(PARTY.provider, 'provider');
  const openact = { ...iac.ext?.openact, times_limit: 1, parent_mandate: await digestOfJws(mandate.compact) };
  const below = {
    ...iac,
    delegation_id: 'dlg_7Yh3bGt5vFr9cDe1xSw6zA',
    agent_id: helperId,
    max_total_amount: 600,
    ext: { ...iac.ext, openact },
  };
  const at = parseUtcSeconds(TIME.quoted);
  const params = { digest: await digestOf(below) };
  const common = { aud: PARTY.issuer, iat: at, params } as const;
  const statement = {
    iss: PARTY.provider,
    jti: 'att_4Ed2cRf6vTg0bYh8nUj1mK',
    iat: parseUtcSeconds(TIME.said),
    exp: parseUtcSeconds(TIME.end),
    sub: helperId,
    cnf: { jwk: helper.publicJwk },
  };
  const asked = {
    ...common,
    iss: helperId,
    jti: 'cmd_9Ol3pKi7uJm1yHn5tGb0rF',
    action: 'mandate.request',
    target: below.delegation_id,
  } as const;
  const given = {
    ...common,
    iss: PARTY.agent,
    jti: 'cmd_2Za6xQs0wCd4eVf8rBg3tN',
    action: 'mandate.delegate',
    target: DELEGATION_ID,
  } as const;
  const proof = {
    agent_attestation: await signMessage(
      'attestation',
      statement,
      await provider.signer('agent-provider', [EKU.agentProvider]),
    ),
    command: await signMessage('command', asked, keySigner(helper)),
  };
  const delegation = await signMessage('command', given, keySigner(agent));
  return {
    'http/assignment-request': { agent_id: helperId, max_total_amount: 600, times_limit: 1 },
    'http/assignment': {
      issuer: PARTY.issuer,
      psp_id: PARTY.psp,
      iac: below,
      mandates_above: [mandate.compact],
    },
    'http/assignment-proof': proof,
    'http/delegation': { iac: below, ...proof, delegation },
  };
}

async function merchantBodies(purchase: ExamplePurchase): Promise<Record<string, Body>> {
  const order = {
    lines: [{ item_id: 'g123-2', quantity: 1 }],
    currency: 'CNY',
    expected_amount: '553.50',
    deliver_by: TIME.departure,
    request_id: 'xfr_4Tg5bYh6nUj7mIk8oLp9zA',
    intent_id: 'int_9Bv4kXpS7mEc2HwR5tLd0Z',
  };
  const asked = {
    aud: PARTY.merchant,
    action: 'quote.request',
    target: PARTY.merchant,
    jti: 'cmd_1Aq2xSw3cDe4vFr5bGt6nH',
    at: TIME.quoted,
  } as const;
  const released = {
    aud: PARTY.merchant,
    action: 'order.release',
    target: ORDER,
    jti: 'cmd_7Yh8uJm9iKo0lPz1aQx2sW',
    at: '2026-01-12T01:00:25Z',
  } as const;
  const receiptDigest = await digestOfJws(purchase.sellerReceipt.compact);
  return {
    'http/quote-request': {
      agent_attestation: purchase.attestation.compact,
      order,
      command: await commandFor(purchase, asked, await digestOf(order)),
    },
    'http/quote-answer': { quote: purchase.quote.compact, cart: purchase.cart },
    'http/release': {
      receipt: purchase.sellerReceipt.compact,
      command: await commandFor(purchase, released, receiptDigest),
    },
    'http/payment-notice': { receipt: purchase.sellerReceipt.compact },
    'http/payment-notice-answer': { out_trade_no: ORDER, trade_no: TRADE },
    'http/release-answer': {
      out_trade_no: ORDER,
      trade_no: TRADE,
      state: 'WAIT_BUYER_RECEIPT',
      goods: [{ item_id: 'g123-2', code: 'E-TICKET 7K2P-99QX' }],
    },
  };
}

function discoveryBodies(): Record<string, Body> {
  const transfer = {
    request_id: 'xfr_4Tg5bYh6nUj7mIk8oLp9zA',
    agent_id: PARTY.agent,
    intent_id: 'int_9Bv4kXpS7mEc2HwR5tLd0Z',
    context: {
      explicit_need: 'One second-class seat on G123 to Harbin on 20 January',
      constraints: {
        currency: 'CNY',
        max_price: '600.00',
        categories: ['transport/train'],
        deliver_by: TIME.departure,
        query: ['G123'],
      },
    },
  };
  return {
    'http/catalogue': {
      merchant: PARTY.merchant,
      items: [
        item,
        {
          item_id: 'g125-2',
          name: 'G125 second class',
          category: 'transport/train',
          price: '598.00',
          currency: 'CNY',
        },
      ],
    },
    'http/catalogue-item': item,
    'http/intent-transfer': transfer,
    'http/intent-answer': { request_id: transfer.request_id, candidates: [item] },
    'http/agent-card': {
      agent_id: PARTY.merchant,
      capabilities: {
        'act:payment:negotiation': {
          mode: 'one-way',
          capability_url: 'https://rail.example/.well-known/act-payment-capability.json',
        },
      },
    },
    'http/capability': {
      version: '1.0',
      role: 'payee',
      agent_id: PARTY.merchant,
      supported_methods: [
        {
          method_id: METHOD,
          psps: [
            {
              psp_id: PARTY.psp,
              endpoint: 'https://bank.example',
              method_schema_url: 'https://bank.example/schemas/payment-request.json',
            },
          ],
        },
      ],
    },
  };
}

/** One valid body for each HTTP schema. */
export async function exampleBodies(purchase: ExamplePurchase): Promise<Record<string, Body>> {
  return { ...(await issuerBodies(purchase)), ...(await merchantBodies(purchase)), ...discoveryBodies() };
}
