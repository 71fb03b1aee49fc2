import { digestOfJws } from '../../src/protocol/index.ts';
import type { ExampleSet } from './example-set.ts';
import { DELEGATION_ID, METHOD, PARTY, TIME } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';

const INTENT_ID = 'int_9Bv4kXpS7mEc2HwR5tLd0Z';
const TRANSFER_ID = 'xfr_4Tg5bYh6nUj7mIk8oLp9zA';

/** Further bodies of discovery: an update of an intent, two-way negotiation, and services named as ACT prints them. */
export const DISCOVERY_VARIANTS: ExampleSet = {
  'http/intent-transfer': {
    update: {
      request_id: 'xfr_5Yh6bUj7nIk8mOl9pZa0sX',
      agent_id: PARTY.agent,
      intent_id: INTENT_ID,
      previous_request_id: TRANSFER_ID,
      context: { constraints: { query: ['G125'] }, dropped: ['max_price'] },
      format: { max_candidates: 10 },
    },
  },
  'http/agent-card': {
    'two-way': {
      agent_id: PARTY.merchant,
      capabilities: {
        'act:payment:negotiation': {
          mode: 'two-way',
          negotiation_endpoint: 'https://rail.example/act/payment/negotiate',
        },
      },
    },
  },
  'http/negotiation-request': {
    '': {
      agent_id: PARTY.agent,
      buyer_supported_methods: [METHOD],
      currency: 'CNY',
      estimated_amount: 553.5,
    },
  },
  'http/negotiation-answer': {
    '': {
      supported_methods: [
        {
          method_id: METHOD,
          psp_id: PARTY.psp,
          endpoint: 'https://bank.example',
          method_schema_url: 'https://bank.example/schemas/payment-request.json',
        },
      ],
    },
    nothing: { supported_methods: [] },
    'service-by-urn': {
      supported_methods: [
        {
          method_id: 'urn:act:payment:alipay',
          psp_id: 'urn:act:psp:alipay-official',
          endpoint: 'https://openapi.alipay.com/act-psp/v1',
          method_schema_url: 'https://alipay.com/act/schemas/payment-payload.json',
        },
      ],
    },
  },
};

/** What the agent confirmed before it paid for the printed purchase. */
export async function confirmationExample({ quote, cart }: ExamplePurchase): Promise<ExampleSet> {
  const { claims, compact } = quote;
  return {
    'transaction-confirmation': {
      '': {
        confirmed_at: TIME.quoted,
        counterparty: claims.iss,
        out_trade_no: claims.out_trade_no,
        lines: cart.lines,
        amount: claims.amount,
        discounts: claims.discounts,
        payer_amount: claims.payer_amount,
        currency: claims.currency,
        deliver_by: claims.deliver_by,
        pay_before: claims.pay_before,
        correlation: {
          intent_id: INTENT_ID,
          delegation_id: DELEGATION_ID,
          decision_id: 'dec_3Rf4vTg5bYh6nUj7mIk8oL',
          quote_request_id: TRANSFER_ID,
          quote_digest: await digestOfJws(compact),
        },
      },
    },
  };
}
