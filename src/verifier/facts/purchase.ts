import { digestOfObject } from '../../protocol/digest/index.ts';
import type { IacPayload, PurchaseBundle, Shown } from '../../protocol/generated/types.ts';
import { validatePurchaseBundle } from '../../protocol/generated/validators.js';
import { type JsonValue, parseStrict, sameJson } from '../../protocol/json/index.ts';
import { JSON_MAX_DEPTH } from '../../protocol/limits.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';
import { trustListOf } from '../trust/trust-list.ts';
import { type ConfirmationFacts, readConfirmation } from './confirmation.ts';
import { type IntentFacts, readIntent } from './intent.ts';
import {
  type AttestationFacts,
  type EnrolmentFacts,
  readAttestation,
  readEnrolment,
} from './key-statements.ts';
import { type MandateFacts, readChain, readMandate } from './mandate.ts';
import type { OnParty, Party } from './party.ts';
import {
  type PaymentFacts,
  paymentFacts,
  type RequestFacts,
  readRequest,
  readRequestProof,
} from './payment.ts';
import { type QuoteFacts, readQuote } from './quote.ts';
import { type OnReceipt, type ReceiptFacts, readExpected, readReceipt } from './receipt.ts';
import type { TrustContext } from './signer.ts';
import { readStatusList, type StatusListFacts } from './status-list.ts';
import { assertReader, type PinnedKeys, readTrustList, type TrustListFacts } from './trust-list.ts';

/** A bundle holds up to nine signed messages and the three objects they commit to. */
export const BUNDLE_MAX_BYTES = 262_144;

/** Everything one purchase is judged by. Times in Unix seconds. */
export interface PurchaseFacts extends OnParty {
  readonly now: number;
  readonly trust: TrustListFacts;
  readonly attestation: AttestationFacts;
  readonly enrolment: EnrolmentFacts;
  readonly confirmation: ConfirmationFacts;
  /** Whether the IAC that was shown is the one in the mandate, but for the two members that record the confirmation. */
  readonly shownTermsAgree: boolean;
  readonly statusList: StatusListFacts;
  readonly intent: IntentFacts;
  /** As the payment service had to judge it: its `now` is the receipt's paid_at. */
  readonly payment: PaymentFacts;
  readonly receipt: OnReceipt;
  /** What the receipt's authorization_digest has to be. */
  readonly authorizationDigest: string;
}

/** What a third party brings of its own. */
export interface PurchaseContext {
  readonly trustListKey: PinnedKeys;
  /** Unix seconds. */
  readonly now: number;
}

/** The parts that others are read against. */
interface Core {
  readonly bundle: PurchaseBundle;
  readonly trust: TrustContext;
  readonly mandate: MandateFacts;
  readonly chain: readonly MandateFacts[];
  readonly quote: QuoteFacts;
  readonly request: RequestFacts;
  readonly receipt: ReceiptFacts;
  readonly attestation: AttestationFacts;
}

function readBundle(bytes: Uint8Array): PurchaseBundle {
  return assertSchema(
    validatePurchaseBundle,
    parseStrict(bytes, { maxBytes: BUNDLE_MAX_BYTES, maxDepth: JSON_MAX_DEPTH }),
  );
}

async function readCore(bundle: PurchaseBundle, trust: TrustContext): Promise<Core> {
  const [mandate, chain, quote, request, receipt] = await Promise.all([
    readMandate(bundle.mandate, trust),
    readChain(bundle.mandate_chain, trust),
    readQuote(bundle.quote, trust, bundle.cart),
    readRequest(bundle.payment_request),
    readReceipt(bundle.receipt, trust),
  ]);
  const attestation = readAttestation(bundle.agent_attestation, trust, receipt.paidAt);
  return { bundle, trust, mandate, chain, quote, request, receipt, attestation };
}

/** The mandate that the delegator confirmed: the first of the chain, or the only one. */
function confirmedOf({ mandate, chain: [root = mandate] }: Pick<Core, 'mandate' | 'chain'>): MandateFacts {
  return root;
}

/** The issuer had the confirmation when it signed the mandate, so it is judged at that moment. */
async function readEvidence(core: Core) {
  const { bundle, trust } = core;
  const { claims } = confirmedOf(core);
  const enrolment = readEnrolment(bundle.enrolment, trust, claims.iat);
  const confirmation = await readConfirmation(
    {
      confirmation: bundle.confirmation,
      shown: bundle.shown,
      subjectDigest: claims.iac.source_isr_digest,
      agentJkt: claims.cnf.jkt,
    },
    {
      now: claims.iat,
      audience: claims.iss,
      deviceKey: enrolment.claims.cnf.jwk,
      deviceId: enrolment.claims.device_id,
      delegator: claims.iac.delegator_identity,
    },
  );
  const shownTermsAgree = sameTerms(bundle.shown, claims.iac);
  return { enrolment, confirmation, shownTermsAgree };
}

function sameTerms(shown: Shown, iac: IacPayload): boolean {
  if (shown.iac === undefined) return false;
  const { user_confirmation_method: _method, user_confirmation_timestamp: _time, ...terms } = iac;
  return sameJson(shown.iac as unknown as JsonValue, terms as unknown as JsonValue);
}

function partyOf({ mandate }: Core): Party {
  const { iss, iac } = mandate.claims;
  return { agentId: iac.agent_id, delegator: iac.delegator_identity, issuer: iss };
}

/** The payment service that the agent addressed; the mandate, the quote and the receipt have to fit it. */
function pspOf({ request }: Core): string {
  return request.claims.aud;
}

function readStatus({ bundle, trust, mandate, receipt }: Core): Promise<StatusListFacts> {
  return readStatusList(bundle.status_list, trust, {
    issuer: mandate.claims.iss,
    uri: mandate.claims.status.status_list.uri,
    at: receipt.paidAt,
  });
}

function readPayment(core: Core, statusList: StatusListFacts): Promise<PaymentFacts> {
  const { mandate, chain, quote, request, receipt, attestation } = core;
  const statusOf = ({ claims }: MandateFacts) => {
    const { idx, uri } = claims.status.status_list;
    return uri === mandate.claims.status.status_list.uri ? { status: statusList.statusAt(idx) } : {};
  };
  return paymentFacts({
    now: receipt.paidAt,
    audience: pspOf(core),
    agentKey: attestation.claims.cnf.jwk,
    request,
    mandate,
    chain,
    quote,
    subAccountProof: undefined,
    runtimeProof: readRequestProof(core.bundle.runtime_proof),
    state: { ...statusOf(mandate), above: chain.map(statusOf), ...clearingOf(receipt) },
  });
}

/** Where the payee's account is at another service: the payment service has signed that it cleared with that one. */
export function clearingOf({ claims }: ReceiptFacts): Pick<PaymentFacts['state'], 'partners'> {
  return claims.peer === undefined ? {} : { partners: [claims.peer.psp_id] };
}

/** The bundle is the agent's, and so is the receipt in it. */
export function receiptFacts(
  receipt: ReceiptFacts,
  { agentId, agentJkt, quote, request }: Pick<PaymentFacts, 'agentId' | 'agentJkt' | 'quote' | 'request'>,
): OnReceipt {
  const { claims } = quote;
  const { resource_id } = claims;
  const expected = readExpected({
    merchant: claims.iss,
    out_trade_no: claims.out_trade_no,
    quote_digest: quote.digest,
    amount: claims.amount,
    payer_amount: request.claims.payer_amount,
    currency: claims.currency,
    payee: claims.payee,
    psp_id: request.claims.aud,
    agent_jkt: agentJkt,
    request_digest: request.digest,
    ...(resource_id === undefined ? {} : { resource_id }),
  });
  return { receipt, now: receipt.paidAt, audience: agentId, expected };
}

/** @throws json_*, schema_mismatch, jws_*, x509_malformed, amount_*, status_list_malformed */
export async function readPurchase(bytes: Uint8Array, context: PurchaseContext): Promise<PurchaseFacts> {
  assertReader(context);
  const { now, trustListKey } = context;
  const bundle = readBundle(bytes);
  const list = await readTrustList(bundle.trust_list, trustListKey, now, undefined);
  // Read before it is judged; the checks judge it first.
  const trust: TrustContext = { trustList: trustListOf(list.claims, []), now };
  const core = await readCore(bundle, trust);
  const statusList = await readStatus(core);
  const payment = await readPayment(core, statusList);
  const intent = bundle.intent === undefined ? undefined : await readIntent(bundle.intent);
  return {
    now,
    trust: list,
    party: partyOf(core),
    attestation: core.attestation,
    ...(await readEvidence(core)),
    statusList,
    intent: { intent, terms: confirmedOf(core).terms },
    payment,
    receipt: receiptFacts(core.receipt, payment),
    authorizationDigest: await digestOfObject({
      salt: bundle.authorization_salt,
      mandate_digest: core.mandate.digest,
    }),
  };
}
