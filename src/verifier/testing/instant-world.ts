import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import type {
  ConfirmationClaims,
  EnrolmentClaims,
  InstantPurchaseBundle,
  PaymentRequestClaims,
  QuoteClaims,
  ReceiptClaims,
  Shown,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import type { InstantState } from '../index.ts';
import { type Actors, IDS, WORLD_NOW } from './actors.ts';
import * as base from './claims.ts';
import { buildWorld, type World } from './world.ts';

interface Drafts {
  quote: QuoteClaims;
  paymentRequest: PaymentRequestClaims;
  shown: Shown;
  enrolment: EnrolmentClaims;
  confirmation: ConfirmationClaims;
  receipt: ReceiptClaims;
  /** Signs nothing: parts can be swapped or left out. */
  bundle: InstantPurchaseBundle;
}

/** What is different in this purchase: a change of a part before it is signed, or another signer. */
export type InstantChanges = { readonly [Part in keyof Drafts]?: (draft: Drafts[Part]) => void } & {
  readonly signers?: { readonly confirmation?: Signer; readonly paymentRequest?: Signer };
};

/** A purchase at act:L1 in which everything holds, but for the changes. */
export interface InstantWorld {
  readonly world: World;
  readonly quote: string;
  readonly paymentRequest: string;
  readonly bundle: InstantPurchaseBundle;
  readonly bundleBytes: Uint8Array<ArrayBuffer>;
  readonly state: InstantState;
}

export const REQUESTED_AT = WORLD_NOW - 90;
export const DECIDED_AT = WORLD_NOW - 5;

/** A request 90 s before the payment: the user took longer than a request may be old. */
export async function buildInstantWorld(actors: Actors, changes: InstantChanges = {}): Promise<InstantWorld> {
  const world = await buildWorld(actors);
  const quoteClaims = changed('quote', base.quoteClaims(world.quoteClaims.cart_digest), changes);
  const quote = await signMessage('quote', quoteClaims, actors.merchant.signer);
  const request = changed('paymentRequest', await requestClaims(quote, quoteClaims), changes);
  const { signers = {} } = changes;
  const paymentRequest = await signMessage(
    'paymentRequest',
    request,
    signers.paymentRequest ?? actors.agent.signer,
  );
  const shown = changed('shown', shownPayment(actors, request, quoteClaims), changes);
  const evidence = changed('confirmation', await confirmationClaims(actors, shown, paymentRequest), changes);
  const confirmation = await signMessage(
    'confirmation',
    evidence,
    signers.confirmation ?? actors.device.signer,
  );
  const enrolment = changed('enrolment', base.enrolmentClaims(actors), changes);
  const receipt = changed(
    'receipt',
    await receiptClaims(actors, quoteClaims, { quote, paymentRequest, confirmation }),
    changes,
  );
  const bundle = changed(
    'bundle',
    {
      version: '1',
      level: 'act:L1',
      trust_list: world.trustListCompact,
      agent_attestation: world.attestation,
      enrolment: await signMessage('enrolment', enrolment, actors.issuer.signer),
      shown,
      confirmation,
      quote,
      payment_request: paymentRequest,
      receipt: await signMessage('receipt', receipt, actors.psp.signer),
      authorization_salt: base.AUTHORIZATION_SALT,
      cart: world.cart,
    },
    changes,
  );
  const { status: _status, usage: _usage, ...state } = world.state;
  const bundleBytes = new TextEncoder().encode(JSON.stringify(bundle));
  return { world, quote, paymentRequest, bundle, bundleBytes, state };
}

function changed<Part extends keyof Drafts>(
  part: Part,
  draft: Drafts[Part],
  changes: InstantChanges,
): Drafts[Part] {
  const change = changes[part] as ((draft: Drafts[Part]) => void) | undefined;
  change?.(draft);
  return draft;
}

async function requestClaims(quote: string, claims: QuoteClaims): Promise<PaymentRequestClaims> {
  return {
    iss: IDS.agent,
    aud: IDS.psp,
    jti: 'req-instant-1',
    iat: REQUESTED_AT,
    level: 'act:L1',
    quote_digest: await digestOfJws(quote),
    out_trade_no: claims.out_trade_no,
    amount: claims.amount,
    payer_amount: claims.payer_amount,
    currency: claims.currency,
    method_id: IDS.method,
    payment_tool_ref: 'tool-1',
    intent_id: 'intent-1',
  };
}

function shownPayment({ agent }: Actors, request: PaymentRequestClaims, quote: QuoteClaims): Shown {
  const { out_trade_no, amount, payer_amount, currency, method_id } = request;
  const { iss: merchant, discounts, categories } = structuredClone(quote);
  return {
    kind: 'payment',
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    agent: { agent_id: IDS.agent, jkt: agent.jkt },
    summary: { en: 'Pay CNY 550.00', zh: '支付 CNY 550.00' },
    payment: { out_trade_no, merchant, amount, discounts, payer_amount, currency, method_id, categories },
  };
}

async function confirmationClaims(
  { agent }: Actors,
  shown: Shown,
  request: string,
): Promise<ConfirmationClaims> {
  return {
    iss: IDS.device,
    sub: IDS.delegator,
    aud: IDS.issuer,
    jti: 'cnf-instant-1',
    iat: DECIDED_AT,
    exp: DECIDED_AT + 120,
    challenge: await digestOfObject({
      shown: shown as unknown as JsonValue,
      subject_digest: await digestOfJws(request),
      agent_jkt: agent.jkt,
    }),
    decision: 'APPROVE',
    method: 'FACE',
    channel: 'PHONE',
  };
}

async function receiptClaims(
  { agent }: Actors,
  quoteClaims: QuoteClaims,
  signed: { readonly quote: string; readonly paymentRequest: string; readonly confirmation: string },
): Promise<ReceiptClaims> {
  const confirmation_digest = await digestOfJws(signed.confirmation);
  const digests = {
    quote_digest: await digestOfJws(signed.quote),
    request_digest: await digestOfJws(signed.paymentRequest),
    agent_jkt: agent.jkt,
    authorization_digest: await digestOfObject({ salt: base.AUTHORIZATION_SALT, confirmation_digest }),
  };
  return { ...base.receiptClaims(quoteClaims, digests, IDS.agent), confirmation_digest };
}
