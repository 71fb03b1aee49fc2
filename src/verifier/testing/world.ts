import { digestOfJws, digestOfObject, encodeBase64url } from '../../protocol/digest/index.ts';
import type {
  AgentAttestationClaims,
  Cart,
  ConfirmationClaims,
  EnrolmentClaims,
  IacPayload,
  Intent,
  MandateClaims,
  PaymentRequestClaims,
  PurchaseBundle,
  QuoteClaims,
  ReceiptClaims,
  Shown,
  StatusListClaims,
  TrustListClaims,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { type ExpectedOrder, openTrustList, type PaymentState, type TrustList } from '../index.ts';
import { type Actors, DAY_SECONDS, IDS, WORLD_NOW } from './actors.ts';
import * as base from './claims.ts';

/** Each part of the world before it is signed. A change is made there, and what depends on the part follows it. */
interface Drafts {
  trustList: TrustListClaims;
  attestation: AgentAttestationClaims;
  enrolment: EnrolmentClaims;
  intent: Intent;
  /** Before it is shown: the mandate follows. */
  iac: IacPayload;
  shown: Shown;
  confirmation: ConfirmationClaims;
  /** After it was shown and confirmed. */
  mandate: MandateClaims;
  statusList: StatusListClaims;
  cart: Cart;
  quote: QuoteClaims;
  paymentRequest: PaymentRequestClaims;
  receipt: ReceiptClaims;
  sellerReceipt: ReceiptClaims;
  /** Signs nothing: parts can be swapped or left out. */
  bundle: PurchaseBundle;
}

type Signed = Exclude<keyof Drafts, 'intent' | 'iac' | 'shown' | 'cart' | 'bundle'>;

/** What is different in this world: a change of a part, or another signer for it. */
export type Changes = { readonly [Part in keyof Drafts]?: (draft: Drafts[Part]) => void } & {
  readonly signers?: { readonly [Part in Signed]?: Signer };
  /** Two-bit status values by index. */
  readonly statuses?: Readonly<Record<number, number>>;
};

/** A whole purchase: every message, the bundle, and the state a payment service would have. */
export interface World {
  readonly actors: Actors;
  readonly now: number;
  readonly trustListCompact: string;
  readonly trustList: TrustList;
  readonly attestation: string;
  readonly enrolment: string;
  readonly intent: Intent;
  readonly shown: Shown;
  readonly confirmation: string;
  readonly mandate: string;
  readonly mandateClaims: MandateClaims;
  readonly statusList: string;
  readonly cart: Cart;
  readonly quote: string;
  readonly quoteClaims: QuoteClaims;
  readonly paymentRequest: string;
  readonly receipt: string;
  readonly sellerReceipt: string;
  readonly expected: ExpectedOrder;
  /** Where a test pays from a sub-account. */
  readonly subAccountProof?: string;
  /** Where a test proves the runtime. */
  readonly runtimeProof?: string;
  readonly bundle: PurchaseBundle;
  readonly bundleBytes: Uint8Array<ArrayBuffer>;
  readonly state: PaymentState;
}

const STATUS_BYTES = 4;
const encoder = new TextEncoder();

function changed<Part extends keyof Drafts>(part: Part, draft: Drafts[Part], changes: Changes): Drafts[Part] {
  const change = changes[part] as ((draft: Drafts[Part]) => void) | undefined;
  change?.(draft);
  return draft;
}

/** The `lst` of a status list. */
export async function statusBits(statuses: Readonly<Record<number, number>>): Promise<string> {
  const bytes = new Uint8Array(STATUS_BYTES);
  for (const [index, status] of Object.entries(statuses)) {
    const at = Math.floor(Number(index) / 4);
    bytes[at] = (bytes[at] ?? 0) | (status << ((Number(index) % 4) * 2));
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return encodeBase64url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

function digestOf(value: object): Promise<string> {
  return digestOfObject(value as JsonValue);
}

/** The trust list, and what it says also when it could not be opened with these changes. */
async function buildTrust(actors: Actors, changes: Changes) {
  const claims = changed('trustList', base.trustListClaims(actors), changes);
  const signer = changes.signers?.trustList ?? actors.trustList.signer;
  const trustListCompact = await signMessage('trustList', claims, signer);
  return { trustListCompact, trustListClaims: claims };
}

async function buildStatements(actors: Actors, changes: Changes) {
  const attestation = changed('attestation', base.attestationClaims(actors), changes);
  const enrolment = changed('enrolment', base.enrolmentClaims(actors), changes);
  const { signers = {} } = changes;
  return {
    attestation: await signMessage('attestation', attestation, signers.attestation ?? actors.provider.signer),
    enrolment: await signMessage('enrolment', enrolment, signers.enrolment ?? actors.issuer.signer),
  };
}

async function buildConfirmation(shown: Shown, iac: IacPayload, actors: Actors, changes: Changes) {
  const { jkt } = actors.agent;
  const claims = changed(
    'confirmation',
    {
      iss: IDS.device,
      sub: IDS.delegator,
      aud: IDS.issuer,
      jti: 'cnf-1',
      iat: base.CONFIRMED_AT,
      exp: base.CONFIRMED_AT + 300,
      challenge: await digestOf({ shown, subject_digest: iac.source_isr_digest, agent_jkt: jkt }),
      decision: 'APPROVE',
      method: 'FINGERPRINT',
      channel: 'PHONE',
    },
    changes,
  );
  const signer = changes.signers?.confirmation ?? actors.device.signer;
  return { claims, confirmation: await signMessage('confirmation', claims, signer) };
}

async function buildMandate(actors: Actors, changes: Changes) {
  const intent = changed('intent', base.intent(), changes);
  const iac = changed('iac', base.iacOf(intent, await digestOf(intent)), changes);
  const shown = changed('shown', base.shown(iac, actors.agent.jkt), changes);
  const { claims: evidence, confirmation } = await buildConfirmation(shown, iac, actors, changes);
  const signedIac: IacPayload = {
    ...iac,
    user_confirmation_method: evidence.method,
    user_confirmation_timestamp: formatUtcSeconds(evidence.iat),
  };
  const window = {
    nbf: parseUtcSeconds(iac.validity_start_time),
    exp: parseUtcSeconds(iac.validity_end_time),
  };
  const draft: MandateClaims = {
    ...base.mandateClaims(signedIac, window),
    cnf: { jkt: actors.agent.jkt },
    confirmation_digest: await digestOfJws(confirmation),
  };
  const claims = changed('mandate', draft, changes);
  const mandate = await signMessage('mandate', claims, changes.signers?.mandate ?? actors.issuer.signer);
  return { intent, shown, confirmation, mandate, mandateClaims: claims };
}

async function buildStatusList(actors: Actors, changes: Changes): Promise<string> {
  const lst = await statusBits(changes.statuses ?? {});
  const claims = changed('statusList', base.statusListClaims(lst), changes);
  return signMessage('statusList', claims, changes.signers?.statusList ?? actors.issuerStatus.signer);
}

async function buildQuote(actors: Actors, changes: Changes) {
  const cart = changed('cart', base.cart(), changes);
  const quoteClaims = changed('quote', base.quoteClaims(await digestOf(cart)), changes);
  const quote = await signMessage('quote', quoteClaims, changes.signers?.quote ?? actors.merchant.signer);
  return { cart, quoteClaims, quote };
}

async function buildRequest(
  actors: Actors,
  changes: Changes,
  parts: { mandate: string; mandateClaims: MandateClaims; quote: string; quoteClaims: QuoteClaims },
): Promise<string> {
  const { quoteClaims } = parts;
  const bounded = parts.mandateClaims.iac.delegation_mode === 'BOUNDED';
  const draft: PaymentRequestClaims = {
    iss: IDS.agent,
    aud: IDS.psp,
    jti: 'req-1',
    iat: WORLD_NOW - 5,
    level: bounded ? 'act:L3' : 'act:L2',
    quote_digest: await digestOfJws(parts.quote),
    out_trade_no: quoteClaims.out_trade_no,
    amount: quoteClaims.amount,
    payer_amount: quoteClaims.payer_amount,
    currency: quoteClaims.currency,
    method_id: IDS.method,
    payment_tool_ref: 'tool-1',
    delegation_id: parts.mandateClaims.iac.delegation_id,
    mandate_digest: await digestOfJws(parts.mandate),
  };
  const claims = changed('paymentRequest', draft, changes);
  return signMessage('paymentRequest', claims, changes.signers?.paymentRequest ?? actors.agent.signer);
}

async function buildReceipts(
  actors: Actors,
  changes: Changes,
  parts: { mandate: string; quote: string; quoteClaims: QuoteClaims; paymentRequest: string },
) {
  const mandate_digest = await digestOfJws(parts.mandate);
  const digests = {
    quote_digest: await digestOfJws(parts.quote),
    request_digest: await digestOfJws(parts.paymentRequest),
    agent_jkt: actors.agent.jkt,
    authorization_digest: await digestOf({ salt: base.AUTHORIZATION_SALT, mandate_digest }),
  };
  const { quoteClaims } = parts;
  const own = changed('receipt', base.receiptClaims(quoteClaims, digests, IDS.agent), changes);
  const sellers = changed(
    'sellerReceipt',
    base.receiptClaims(quoteClaims, digests, quoteClaims.iss),
    changes,
  );
  const expected: ExpectedOrder = {
    merchant: quoteClaims.iss,
    out_trade_no: quoteClaims.out_trade_no,
    quote_digest: digests.quote_digest,
    amount: quoteClaims.amount,
    payer_amount: quoteClaims.payer_amount,
    currency: quoteClaims.currency,
    psp_id: IDS.psp,
    agent_jkt: actors.agent.jkt,
  };
  const { signers = {} } = changes;
  return {
    expected,
    receipt: await signMessage('receipt', own, signers.receipt ?? actors.psp.signer),
    sellerReceipt: await signMessage('receipt', sellers, signers.sellerReceipt ?? actors.psp.signer),
  };
}

/** What a payment service that has seen nothing yet knows. */
function freshState(): PaymentState {
  return {
    replay: 'new',
    status: 'Active',
    usage: { spentMinor: 0n, heldMinor: 0n, count: 0 },
    tool: {
      state: 'ACTIVE',
      agent_id: IDS.agent,
      delegator: IDS.delegator,
      currency: 'CNY',
      maxAmountMinor: 100_000n,
      validUntil: WORLD_NOW + DAY_SECONDS,
      merchants: [IDS.merchant, IDS.otherMerchant],
    },
    payeeOwner: IDS.merchant,
    balanceMinor: 500_000n,
    risk: 'allow',
    above: [],
  };
}

/**
 * Builds one whole purchase in CNY: the mandate of `claims.ts`, a quote for 553.50 of which 550.00 is paid, the
 * request and both receipts. `changes` spoil it in one place, before signing; digests and signatures follow.
 *
 * With a change of the trust list that makes it unusable, `trustList` is the untouched one and `trustListCompact` the
 * changed one.
 */
export async function buildWorld(actors: Actors, changes: Changes = {}): Promise<World> {
  const { trustListCompact } = await buildTrust(actors, changes);
  const pinned = actors.trustList.publicJwk;
  const trustList = await openTrustList(trustListCompact, pinned, WORLD_NOW).catch(async () => {
    const { trustListCompact: good } = await buildTrust(actors, {});
    return openTrustList(good, pinned, WORLD_NOW);
  });
  const statements = await buildStatements(actors, changes);
  const mandate = await buildMandate(actors, changes);
  const statusList = await buildStatusList(actors, changes);
  const quote = await buildQuote(actors, changes);
  const paymentRequest = await buildRequest(actors, changes, { ...mandate, ...quote });
  const receipts = await buildReceipts(actors, changes, { ...mandate, ...quote, paymentRequest });
  const parts = { ...statements, ...mandate, statusList, ...quote, paymentRequest, ...receipts };
  const bundle = changed('bundle', bundleOf(trustListCompact, parts), changes);
  return {
    actors,
    now: WORLD_NOW,
    trustListCompact,
    trustList,
    ...parts,
    bundle,
    bundleBytes: encoder.encode(JSON.stringify(bundle)),
    state: freshState(),
  };
}

type BundleParts = Pick<
  World,
  | 'attestation'
  | 'enrolment'
  | 'shown'
  | 'confirmation'
  | 'mandate'
  | 'statusList'
  | 'quote'
  | 'paymentRequest'
  | 'receipt'
  | 'intent'
  | 'cart'
>;

function bundleOf(trustListCompact: string, parts: BundleParts): PurchaseBundle {
  return {
    version: '1',
    trust_list: trustListCompact,
    agent_attestation: parts.attestation,
    enrolment: parts.enrolment,
    shown: parts.shown,
    confirmation: parts.confirmation,
    mandate: parts.mandate,
    status_list: parts.statusList,
    quote: parts.quote,
    payment_request: parts.paymentRequest,
    receipt: parts.receipt,
    authorization_salt: base.AUTHORIZATION_SALT,
    intent: parts.intent,
    cart: parts.cart,
  };
}
