import { type Actors, bare, IDS, NOW } from './actors.ts';
import { type AppliedEdit, Builder, type Changes, type SignedPart } from './builder.ts';
import { base64url, digestOfText } from './bytes.ts';
import * as base from './claims.ts';
import { makeCredit } from './credit.ts';
import {
  childIacOf,
  confirmationOf,
  credentialOf,
  digestOf,
  iacOf,
  mandateOf,
  parentIacOf,
  pick,
  receiptOf,
  refusalOf,
  requestOf,
  type Signed,
  shownOf,
} from './drafts.ts';
import type { JsonObject } from './json.ts';
import type { Intermediate } from './jws.ts';
import { makeRecord } from './record.ts';

export interface World {
  readonly actors: Actors;
  readonly tokens: Readonly<Record<SignedPart, string>>;
  readonly intermediates: Readonly<Record<SignedPart, Intermediate>>;
  readonly objects: Readonly<
    Record<
      | 'intent'
      | 'iac'
      | 'shown'
      | 'cart'
      | 'state'
      | 'bundle'
      | 'instant_bundle'
      | 'credit_credential'
      | 'credit_authorization'
      | 'record',
      JsonObject
    >
  >;
  readonly digests: Readonly<Record<'quote' | 'payment_request', string>>;
  readonly applied: readonly AppliedEdit[];
}

function makeAuthority(builder: Builder) {
  const { agent, device, issuer } = builder.actors;
  const { jkt } = agent.key;
  const intent = builder.draft('intent', base.intent());
  const iac = builder.draft('iac', iacOf(intent));
  const shown = builder.draft('shown', shownOf(iac, jkt));
  const confirmation = builder.make('confirmation', confirmationOf(shown, jkt), device);
  const mandate = builder.make('mandate', mandateOf(iac, confirmation, jkt), issuer);
  builder.make('mandate_credential', credentialOf(mandate.claims), issuer);
  return { intent, iac, shown, confirmation, mandate };
}

function makeOffer(builder: Builder) {
  const cart = builder.draft('cart', base.cart());
  return { cart, ...builder.make('quote', base.quote(digestOf(cart)), builder.actors.merchant) };
}

/** The mandate handed on to another agent, and a payment of that agent under both. */
function makeDelegation(builder: Builder, iac: JsonObject, confirmation: Signed, cart: JsonObject): void {
  const { agent, otherAgent, issuer, merchant } = builder.actors;
  const parentIac = builder.draft('parent_iac', parentIacOf(iac));
  const parent = builder.make('parent_mandate', mandateOf(parentIac, confirmation, agent.key.jkt), issuer);
  const below = builder.draft('child_iac', childIacOf(parentIac, parent));
  const claims = mandateOf(below, confirmation, otherAgent.key.jkt);
  const status = { status_list: { idx: base.STATUS_INDEX + 1, uri: base.STATUS_URI } };
  const childClaims = { ...claims, iat: base.MANDATE_AT + 60, status };
  const child = builder.make('child_mandate', childClaims, issuer);
  const offer = { ...base.quote(digestOf(cart)), aud: IDS.otherAgent };
  const quote = builder.make('child_quote', offer, merchant);
  const request = { ...requestOf(child, quote), iss: IDS.otherAgent };
  builder.make('child_request', request, otherAgent);
}

function makePayment(builder: Builder, mandate: Signed, quote: Signed): Signed {
  const { agent, psp } = builder.actors;
  const request = builder.make('payment_request', requestOf(mandate, quote), agent);
  const paid = { mandate, quote, request, jkt: agent.key.jkt };
  builder.make('receipt', receiptOf(paid, 'agent'), psp);
  const sellers = builder.make('seller_receipt', receiptOf(paid, 'seller'), psp);
  const requestDigest = digestOfText(request.compact);
  makeProofs(builder, { requestDigest, sellerReceipt: sellers.compact, request: request.claims });
  builder.make('refusal', refusalOf(request), psp);
  return request;
}

/** What goes with a payment from a sub-account or by a pinned runtime, and what the buyer shows when it asks again for what it paid. */
function makeProofs(
  builder: Builder,
  made: { readonly requestDigest: string; readonly sellerReceipt: string; readonly request: JsonObject },
): void {
  const { agent } = builder.actors;
  builder.make(
    'sub_account_proof',
    {
      iss: made.request.payment_tool_ref ?? '',
      aud: IDS.psp,
      jti: 'cmd-sub',
      iat: NOW - 5,
      action: 'sub_account.pay',
      target: made.request.jti ?? '',
      params: { digest: made.requestDigest },
    },
    bare('subAccount', agent.key.alg),
  );
  const runtime = bare('runtime', agent.key.alg);
  builder.make(
    'runtime_proof',
    {
      iss: runtime.key.jkt,
      aud: IDS.psp,
      jti: 'cmd-run',
      iat: NOW - 5,
      action: 'runtime.prove',
      target: made.request.jti ?? '',
      params: { digest: made.requestDigest },
    },
    runtime,
  );
  builder.make(
    'holder_proof',
    {
      jti: 'hp-1',
      iat: NOW - 1,
      htm: base.PAID_REQUEST.method,
      htu: base.PAID_REQUEST.uri,
      ath: digestOfText(made.sellerReceipt),
      body_digest: base.PAID_REQUEST.body_digest,
      cnf: { jwk: { ...agent.key.publicJwk } as JsonObject },
    },
    agent,
  );
}

function makeCommands(builder: Builder): void {
  const { device, merchant } = builder.actors;
  const common = { jti: 'cmd-1', iat: NOW - 2 };
  builder.make(
    'command',
    { iss: IDS.device, aud: IDS.issuer, ...common, action: 'mandate.revoke', target: 'dlg-1' },
    device,
  );
  const params = { amount: '100.00', currency: 'CNY', refund_id: 'rfd-1' };
  builder.make(
    'merchant_command',
    { iss: IDS.merchant, aud: IDS.psp, ...common, action: 'payment.refund', target: 'trade-1', params },
    merchant,
  );
}

/** The same offer paid at act:L1: request, what the cashier shows, the confirmation, and the receipt that rests on it. */
function makeInstant(builder: Builder, quote: { claims: JsonObject; compact: string }, parts: JsonObject) {
  const { actors } = builder;
  const jkt = actors.agent.key.jkt;
  const quoteDigest = digestOfText(quote.compact);
  const order = pick(quote.claims, 'out_trade_no', 'amount', 'payer_amount', 'currency');
  const request = builder.make(
    'instant_request',
    {
      ...{ iss: IDS.agent, aud: IDS.psp, jti: 'req-instant-1', iat: base.INSTANT_REQUESTED_AT },
      level: 'act:L1',
      quote_digest: quoteDigest,
      ...order,
      method_id: IDS.method,
      payment_tool_ref: 'tool-1',
      intent_id: 'intent-1',
    },
    actors.agent,
  );
  const requestDigest = digestOfText(request.compact);
  const shown = builder.draft('instant_shown', {
    kind: 'payment',
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    agent: { agent_id: IDS.agent, jkt },
    summary: { en: 'Pay CNY 550.00', zh: '支付 CNY 550.00' },
    payment: {
      ...order,
      merchant: quote.claims.iss ?? '',
      ...structuredClone(pick(quote.claims, 'discounts', 'categories')),
      method_id: IDS.method,
    },
  });
  const confirmation = builder.make(
    'instant_confirmation',
    {
      ...{ iss: IDS.device, sub: IDS.delegator, aud: IDS.issuer, jti: 'cnf-instant-1' },
      iat: base.INSTANT_CONFIRMED_AT,
      exp: base.INSTANT_CONFIRMED_AT + 120,
      challenge: digestOf({ shown, subject_digest: requestDigest, agent_jkt: jkt }),
      decision: 'APPROVE',
      method: 'FACE',
      channel: 'PHONE',
    },
    actors.device,
  );
  const confirmationDigest = digestOfText(confirmation.compact);
  const receipt = builder.make(
    'instant_receipt',
    {
      ...{ iss: IDS.psp, jti: 'rcp-instant', iat: NOW, exp: base.RECEIPT_EXPIRES, aud: IDS.agent },
      trade_no: 'trade-instant-1',
      ...order,
      merchant: quote.claims.iss ?? '',
      state: 'WAIT_SELLER_FULFILLMENT',
      ...pick(quote.claims, 'payee', 'resource_id'),
      quote_digest: quoteDigest,
      request_digest: requestDigest,
      agent_jkt: jkt,
      authorization_digest: digestOf({
        salt: base.salt('receipt instant'),
        confirmation_digest: confirmationDigest,
      }),
      confirmation_digest: confirmationDigest,
      paid_at: base.utc(NOW),
    },
    actors.psp,
  );
  return builder.draft('instant_bundle', {
    version: '1',
    level: 'act:L1',
    ...parts,
    shown,
    confirmation: confirmation.compact,
    quote: quote.compact,
    payment_request: request.compact,
    receipt: receipt.compact,
    authorization_salt: base.salt('receipt instant'),
  });
}

/**
 * One whole purchase in CNY: a mandate for train tickets, a quote for 553.50 of which 550.00 is paid, the request and
 * both receipts. `changes` spoil it in one place; digests, signatures and messages that follow from it are made anew.
 */
export function buildWorld(changes: Changes = {}): World {
  const builder = new Builder(changes);
  const { actors } = builder;
  const trust = builder.make('trust_list', base.trustList(), actors.trust);
  const attestation = builder.make('attestation', base.attestation(actors), actors.provider);
  const enrolment = builder.make('enrolment', base.enrolment(actors), actors.issuer);
  const { intent, iac, shown, confirmation, mandate } = makeAuthority(builder);
  const lst = base64url(base.zlibStored(base.statusBytes({})));
  const status = builder.make('status_list', base.statusList(lst), actors.issuerStatus);
  const quote = makeOffer(builder);
  const request = makePayment(builder, mandate, quote);
  makeDelegation(builder, iac, confirmation, quote.cart);
  makeCommands(builder);
  builder.make('disputes_trust_list', base.disputesTrustList(), actors.trust);
  builder.make('finding', base.finding(), actors.handler);
  const state = builder.draft('state', base.state());
  const bundle = builder.draft('bundle', {
    version: '1',
    trust_list: trust.compact,
    agent_attestation: attestation.compact,
    enrolment: enrolment.compact,
    shown,
    confirmation: confirmation.compact,
    mandate: mandate.compact,
    status_list: status.compact,
    quote: quote.compact,
    payment_request: request.compact,
    receipt: builder.tokens.receipt ?? '',
    authorization_salt: base.salt('receipt agent'),
    intent,
    cart: quote.cart,
  });
  const instant = makeInstant(builder, quote, {
    trust_list: trust.compact,
    agent_attestation: attestation.compact,
    enrolment: enrolment.compact,
    cart: quote.cart,
  });
  const credit = makeCredit(builder);
  const record = makeRecord(builder, attestation.compact, {
    quote: quote.compact,
    mandate: mandate.compact,
    request: builder.tokens.payment_request ?? '',
  });
  const missing = (changes.edits ?? []).length - builder.applied.length;
  if (missing > 0) throw new Error(`${missing} edits have no part of the world to change.`);
  return {
    actors,
    tokens: builder.tokens as Record<SignedPart, string>,
    intermediates: builder.intermediates as Record<SignedPart, Intermediate>,
    objects: {
      intent,
      iac,
      shown,
      cart: quote.cart,
      state,
      bundle,
      instant_bundle: instant,
      ...credit,
      record,
    },
    digests: { quote: digestOfText(quote.compact), payment_request: digestOfText(request.compact) },
    applied: builder.applied,
  };
}
