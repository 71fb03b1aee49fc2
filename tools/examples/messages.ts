import { type ConfirmationClaims, codeEntry } from '../../src/protocol/index.ts';
import { a402Examples, subAccountBodies } from './a402.ts';
import { anchorExamples } from './anchors.ts';
import { exampleBodies, limits } from './bodies.ts';
import { confirmationExample, DISCOVERY_VARIANTS } from './commerce.ts';
import { creditExamples } from './credit.ts';
import { disputeExamples } from './disputes.ts';
import type { ExampleSet } from './example-set.ts';
import { instantExamples } from './instant.ts';
import { interconnectExamples } from './interconnect.ts';
import { DELEGATION_ID, PARTY, salt, TIME, TRADE } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';
import { recordExamples } from './records.ts';

function delegationExamples(purchase: ExamplePurchase): ExampleSet {
  const { intent, iac, mandate, confirmation, shown } = purchase;
  const { ext: _ext, delegation_mode: _mode, currency: _currency, ...bare } = iac;
  return {
    intent: {
      '': intent,
      digest: {
        ...intent,
        conversation_history: {
          user_intent_raw_digest: iac.source_isr_digest,
          input_mode: ['VOICE', 'IMAGE'],
          context_ref: 'local:conversation/2026-01-10/1',
        },
      },
      confirmed: { ...intent, user_confirmation_method: 'FACE', user_confirmation_timestamp: TIME.confirmed },
      bounded: {
        ...intent,
        delegation_mode: 'BOUNDED',
        ext: { ...intent.ext, vendor_private: { note: 'window seat' } },
      },
    },
    iac: {
      '': mandate.claims.iac,
      defaults: bare,
      'pinned-quote': { ...iac, ext: { openact: { quote_digest: `${salt('q').padEnd(42, 'A')}A` } } },
    },
    mandate: {
      '': mandate.claims,
      'control-proof': { ...mandate.claims, control_proof_ref: 'kms:audit/2026-01-10/77' },
    },
    confirmation: confirmationExamples(confirmation.claims),
    shown: {
      '': shown,
      tool: {
        kind: 'tool_binding',
        issuer: PARTY.issuer,
        psp_id: PARTY.psp,
        agent: shown.agent,
        summary: {
          en: 'Agent agent-007 may pay from this account, up to 600.00 CNY each.',
          zh: '智能体 agent-007 可从此账户付款，单笔不超过 600.00 元。',
        },
        limits,
      },
    },
  };
}

function paymentExamples(purchase: ExamplePurchase): ExampleSet {
  const { quote, paymentRequest, receipt, sellerReceipt, refusal, cart } = purchase;
  const { delegation_id: _id, mandate_digest: _digest, ...atCashier } = paymentRequest.claims;
  return {
    'payment-request': {
      '': paymentRequest.claims,
      bounded: { ...paymentRequest.claims, level: 'act:L3' },
      'user-present': { ...atCashier, level: 'act:L1', intent_id: purchase.intent.intent_id },
    },
    quote: {
      '': quote.claims,
      discount: {
        ...quote.claims,
        discounts: [{ funder: PARTY.merchant, amount: '53.50', label: 'Spring coupon' }],
        payer_amount: '500.00',
      },
      'two-lines': {
        ...quote.claims,
        amount: '583.50',
        payer_amount: '583.50',
        categories: ['transport/train', 'food/meal'],
      },
    },
    cart: { '': cart },
    receipt: {
      '': receipt.claims,
      seller: sellerReceipt.claims,
      finished: { ...sellerReceipt.claims, state: 'TRADE_FINISHED' },
    },
    refusal: {
      '': refusal.claims,
      suspended: {
        ...refusal.claims,
        code: 'mandate_suspended',
        requirement: 'ADD-IAC-LCM-11',
        retryability: 'later',
      },
    },
  };
}

function trustExamples(purchase: ExamplePurchase): ExampleSet {
  const { trustList, statusList, command, attestation, enrolment } = purchase;
  const { ttl: _ttl, ...withoutTtl } = statusList.claims;
  const [first, ...rest] = trustList.claims.entries;
  const suspended = first && {
    ...first,
    status: 'SUSPENDED',
    name: 'Example Bank',
    history: [...first.history, { status: 'SUSPENDED', from: '2026-01-11T18:00:00Z' }],
    revoked_certificates: [purchase.quote.claims.cart_digest],
    revocations: [{ 'x5t#S256': purchase.mandate.claims.cnf.jkt, from: '2026-01-11T12:00:00Z' }],
  };
  return {
    'trust-list': {
      '': trustList.claims,
      suspended: { ...trustList.claims, sequence: 13, entries: [suspended, ...rest] },
    },
    'status-list': { '': statusList.claims, 'without-ttl': withoutTtl },
    command: {
      '': command.claims,
      refund: {
        ...command.claims,
        iss: PARTY.merchant,
        aud: PARTY.psp,
        action: 'payment.refund',
        target: TRADE,
        params: { amount: '553.50', currency: 'CNY', refund_id: 'rfd_5Gh2jKlZxCvBnMqWeRtY1U' },
      },
      read: {
        iss: PARTY.agent,
        aud: PARTY.issuer,
        jti: 'cmd_2Ed4rFgT6yHuJiKoLpZaX8',
        iat: command.claims.iat,
        action: 'mandate.read',
        target: DELEGATION_ID,
      },
    },
    'agent-attestation': { '': attestation.claims },
    enrolment: { '': enrolment.claims },
  };
}

function problemExamples(purchase: ExamplePurchase): ExampleSet {
  const entry = codeEntry('amount_over_single_limit');
  const problem = {
    type: 'urn:openact:problem:amount_over_single_limit',
    title: entry.title,
    status: entry.status,
    code: 'amount_over_single_limit',
    requirement: entry.requirement,
    retryability: entry.retryability,
    valid_next_actions: [...entry.next],
  };
  return {
    problem: {
      '': problem,
      refused: {
        ...problem,
        evidence: { amount_minor: 65000, limit_minor: 60000 },
        refusal: purchase.refusal.compact,
      },
    },
    bundle: {
      '': {
        version: '1',
        trust_list: purchase.trustList.compact,
        agent_attestation: purchase.attestation.compact,
        enrolment: purchase.enrolment.compact,
        shown: purchase.shown,
        confirmation: purchase.confirmation.compact,
        mandate: purchase.mandate.compact,
        status_list: purchase.statusList.compact,
        quote: purchase.quote.compact,
        payment_request: purchase.paymentRequest.compact,
        receipt: purchase.receipt.compact,
        authorization_salt: salt('agent'),
        intent: purchase.intent,
        cart: purchase.cart,
      },
    },
  };
}

/** Every valid example, by schema and variant. */
export async function exampleMessages(purchase: ExamplePurchase): Promise<ExampleSet> {
  const messages = await messagesOf(purchase);
  return { ...messages, ...(await disputeExamples(messages)) };
}

async function messagesOf(purchase: ExamplePurchase): Promise<ExampleSet> {
  const bodies = { ...(await exampleBodies(purchase)), ...(await subAccountBodies(purchase)) };
  const { shown: atCashier, ...instant } = await instantExamples(purchase);
  const delegation = delegationExamples(purchase);
  const here: ExampleSet = {
    ...delegation,
    shown: { ...delegation.shown, ...atCashier },
    ...instant,
    ...paymentExamples(purchase),
    ...trustExamples(purchase),
    ...problemExamples(purchase),
    ...(await a402Examples(purchase)),
    ...DISCOVERY_VARIANTS,
    ...(await confirmationExample(purchase)),
    ...(await recordExamples(purchase)),
    ...(await anchorExamples(purchase)),
    ...Object.fromEntries(
      Object.entries(bodies).map(([schema, body]) => [schema, { '': body, ...DISCOVERY_VARIANTS[schema] }]),
    ),
  };
  return withVariants(
    withVariants(here, await interconnectExamples(purchase)),
    await creditExamples(purchase),
  );
}

function withVariants(here: ExampleSet, more: ExampleSet): ExampleSet {
  const joined = Object.entries(more).map(([schema, variants]) => [schema, { ...here[schema], ...variants }]);
  return { ...here, ...Object.fromEntries(joined) };
}

/** A yes on each kind of channel, and a no. */
function confirmationExamples(claims: ConfirmationClaims): Record<string, ConfirmationClaims> {
  const seen = {
    glasses_id: 'gls_6Yh3nUj9mKi2oLp5qAw8S',
    link_seen_at: claims.iat,
    wearer: 'MATCHED',
  } as const;
  return {
    '': claims,
    deny: { ...claims, decision: 'DENY' },
    glasses: { ...claims, method: 'GAZE', channel: 'GLASSES', glasses: seen },
    code: { ...claims, method: 'OTP', channel: 'CASHIER_PAGE', code_id: 'code_2Ws5eDr8fTg1yHu4jIk7oL' },
  };
}
